"""A visit is care for what was told before it, and an alarm put right stays one put right."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from myolog.store.selectors import Person, the_person, told_results
from myolog.store.services.care import catch_up, record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_country, set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page
from tests.web.test_put_a_mistake_right import hidden

pytestmark = pytest.mark.django_db

BEGAN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
HARDER = CALM | {
    "age_years": 69,
    "run_days": 37,
    "site_scope": "multi_site",
    "weakness": "felt_only",
}
FAST = {"tick": ["fast"], "choice": ["fast|weakness|rapid"]}
RIGHT = (
    "An answer of Friday 4 December 2026, since put right or deleted, asked for care the "
    "same day. If it was true after all, a visit is needed today."
)


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Dublin with a result of 2 to 3 weeks, who was seen four days later."""
    person = set_zone(person=the_person(), zone="Europe/Dublin", by="test")
    set_country(person=person, country="IE", by="test")
    with time_machine.travel(BEGAN):
        record_answers(person=person, answers=HARDER, by="test")
    with time_machine.travel(BEGAN + timedelta(days=4)):
        seen = make.examination(
            day=BEGAN.date() + timedelta(days=4), what="visit", by="family_doctor"
        )
        log_entry(person=person, entry=seen, by="test")
    return person


def test_a_visit_of_this_morning_is_not_the_care_that_an_alarm_of_noon_asks_for(
    person: Person,
) -> None:
    with time_machine.travel(BEGAN + timedelta(days=4, hours=3)):
        client = browser(person)
        client.post("/emergency/check/", hidden(client) | FAST)
        assert "Seen on Friday 4 December 2026" not in page(client, "/result/")
        assert "Has a doctor seen you since?" in page(client, "/check/?new=1")
        client.post("/check/correct/")
        assert "Seen on Friday 4 December 2026" not in page(client, "/result/")
        record_answers(person=person, answers=HARDER, by="test")
        assert RIGHT in page(client, "/result/")


def test_a_rise_of_a_check_in_its_middle_is_put_right_with_it(person: Person) -> None:
    """What a draft told once raised a result of its own, which nothing took back."""
    with time_machine.travel(BEGAN + timedelta(days=4, hours=3), tick=False) as clock:
        client = browser(person)
        record_answers(person=person, answers=HARDER, by="test")
        clock.shift(60)
        draft = make.answers(HARDER | {"weakness": "rapid"}, at=datetime.now(UTC), zone=person.zone)
        kept = log_entry(person=person, entry=draft, by="test")
        clock.shift(60)
        assert catch_up(person=person, by="test").raised
        clock.shift(60)
        record_answers(person=person, answers=draft.answers, by="test", instead_of=str(kept.id))
        first, again, risen, end = told_results(person)
        assert [one.withdrawn for one in (first, again, risen, end)] == [False] * 4
        clock.shift(60)
        client.post("/check/correct/")
        clock.shift(60)
        record_answers(person=person, answers=HARDER, by="test")
        said = [(one.urgency.name, one.withdrawn) for one in told_results(person) if one.urgency]
        assert said == [
            ("SOON", False), ("SOON", False), ("SAME_DAY", True), ("SOON", False),
        ]  # fmt: skip
        assert RIGHT in page(client, "/result/")
        assert "To be seen by Friday 4 December" not in page(client, "/result/history/")
