"""Every form that shows what is noted: opened and saved untouched, it writes nothing."""

from datetime import timedelta

import pytest
from django.test import Client

from myolog.journal.file import lines
from myolog.journal.records import StorySite
from myolog.store.models import EntryRow
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_measures
from myolog.web.moment import today_for
from tests.factories import exposure, fact, story, tally, tasks
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db

FORMS = (
    ("/day/", ("save", "1")),
    ("/day/tasks/", None),
    ("/story/", None),
    ("/settings/about/", None),
)


@pytest.fixture
def told(person: Person) -> Person:
    """Give a person who has told something on every form, some of it days ago."""
    today = today_for(person)
    ago = today - timedelta(days=9)
    log_entries(
        person=person,
        entries=[
            story(
                day=ago,
                onset_day=ago - timedelta(days=91),
                onset_precision="month",
                sites=(StorySite(site="chin", since=ago - timedelta(days=50)),),
                trend="stable",
                changed=" a move\r\nand less sleep ",
                ongoing=False,
            ),
            tally(day=today, count=137),
            exposure(day=today, value=160, servings={"espresso": 2}),
            tasks(day=today, answers={"grip": "harder"}),
            fact("age_years", 42, day=ago),
            fact("weight_kg", 70.3, day=ago),
        ],
        by="t",
    )
    return person


@pytest.mark.parametrize("measures", ["metric", "us"])
@pytest.mark.parametrize(("address", "button"), FORMS)
def test_opened_and_saved_nothing_is_written(
    client: Client, told: Person, address: str, button: tuple[str, str] | None, measures: str
) -> None:
    set_measures(person=told, measures=measures, by="t")
    before, n_rows = "".join(lines(journal_of(told))), EntryRow.objects.count()
    page = client.get(address).content.decode()
    answer = client.post(address, filled(fields_of(page), button))
    assert answer.status_code == 302
    assert "".join(lines(journal_of(told))) == before
    assert EntryRow.objects.count() == n_rows


def test_one_task_more_keeps_the_answers_of_the_morning(client: Client, told: Person) -> None:
    page = client.get("/day/tasks/").content.decode()
    client.post("/day/tasks/", filled(fields_of(page), None, stairs="cannot"))
    (look,) = [one for one in journal_of(told).entries if one.kind == "tasks"]
    assert dict(look.answers) == {"grip": "harder", "stairs": "cannot"}  # type: ignore[attr-defined]
