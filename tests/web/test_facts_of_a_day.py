"""Many facts about the person that were told on one day share a fold on the page of that day."""

import pytest
from django.test import Client

from myolog.journal.entries import ProfileFact
from myolog.store.selectors import Person
from myolog.store.services.journal import log_entries
from myolog.web.moment import today_for

pytestmark = pytest.mark.django_db
CODES = ("clozapine", "lithium", "pregnant", "diabetes")


@pytest.mark.parametrize(("many", "folded"), [(3, False), (4, True)])
def test_more_than_three_facts_are_folded(
    client: Client, person: Person, many: int, folded: bool
) -> None:
    day = today_for(person)
    facts = [ProfileFact(day=day, code=code, value="no") for code in CODES[:many]]
    log_entries(person=person, entries=facts, by="test")
    page = client.get(f"/journal/{day}/").content.decode()
    assert ("Facts about the person: 4" in page) is folded
    assert page.count("/delete/") == many
    assert "This day has no" not in page
