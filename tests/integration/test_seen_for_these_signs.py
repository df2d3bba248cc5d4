"""A visit covers the signs told before it, and every page tells the same of what became of it.

The days and answers are those of a carer who lived with Myolog: out of hours on 4 March, the family
doctor on 10 March, a specialist on 14 April.
"""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine

from myolog.store.selectors import Person, the_person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_country, set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page, terminal

pytestmark = pytest.mark.django_db

SIGNS = CALM | {
    "age_years": 78,
    "run_days": 21,
    "site_scope": "multi_site",
    "long_term_medicine": True,
    "coordination": "persistent",
}
FALSE_WORDS = (
    "Has a doctor seen you since",
    "No visit is noted",
    "Still open",
    "please book a visit now",
    "The day to be seen",
)
"""What nobody reads who was seen for just this."""


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment in Dublin's winter."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Dublin."""
    person = set_zone(person=the_person(), zone="Europe/Dublin", by="test")
    return set_country(person=person, country="IE", by="test")


def checked(person: Person, moment: datetime, **over: Any) -> None:
    with time_machine.travel(moment, tick=False):
        record_answers(person=person, answers=SIGNS | over, by="test")


def seen(person: Person, moment: datetime, day: date, **told: Any) -> None:
    with time_machine.travel(moment, tick=False):
        entry = make.examination(day=day, what="visit", **{"result": "pending"} | told)
        log_entry(person=person, entry=entry, by="test")


def out_of_hours(person: Person) -> None:
    """Told on two days what was looked at on the evening of the second."""
    checked(person, at(3, 2, 19, 45))
    checked(person, at(3, 4, 18, 31), weakness="rapid", coordination="none")
    seen(
        person, at(3, 4, 22, 15), date(2026, 3, 4), by="Westdoc",
        tests=("examination", "bloods"), review=date(2026, 3, 12),
    )  # fmt: skip


def everywhere(person: Person, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return what each page and command tells of it."""
    client = browser(person)
    return {
        "Today": page(client, "/"),
        "result": page(client, "/result/"),
        "after": page(client, "/result/next/"),
        "check": page(client, "/check/?new=1"),
        "last": terminal(monkeypatch, "check", "--last"),
        "visit": terminal(monkeypatch, "visit"),
    }


def test_the_same_signs_told_after_the_visit_do_not_ask_for_it_again(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    out_of_hours(person)
    checked(person, at(3, 4, 22, 18), weakness="functional")
    with time_machine.travel(at(3, 4, 22, 25), tick=False):
        told = everywhere(person, monkeypatch)
    for name in ("Today", "result", "last"):
        assert "Seen on Wednesday 4 March for this" in told[name], name
    for name, text in told.items():
        assert not [one for one in FALSE_WORDS if one in text], name


@pytest.mark.parametrize(
    ("over", "named"),
    [
        ({"weakness": "functional", "sensory": "persistent"}, "lasting numbness or tingling"),
        ({"weakness": "functional", "cramps": True}, "frequent painful cramps"),
    ],
)
def test_what_is_new_after_the_visit_is_named(
    person: Person, monkeypatch: pytest.MonkeyPatch, over: dict[str, Any], named: str
) -> None:
    out_of_hours(person)
    checked(person, at(3, 5, 9), **over)
    with time_machine.travel(at(3, 5, 10), tick=False):
        told = everywhere(person, monkeypatch)
    for name in ("result", "after", "last", "visit"):
        assert (
            "Since the visit of Wednesday 4 March 2026 something is new or stronger. It needs a "
            f"look too. New or stronger: {named}."
        ) in told[name], name
        assert "No visit is noted" not in told[name], name


def test_a_sign_of_an_emergency_told_again_after_the_visit_is_not_covered(person: Person) -> None:
    checked(person, at(3, 4, 9), stroke_signs=True)
    seen(person, at(3, 4, 12), date(2026, 3, 4), by="emergency", tests=("examination",))
    checked(person, at(3, 4, 15), stroke_signs=True)
    with time_machine.travel(at(3, 4, 15, 5), tick=False):
        client = browser(person)
        assert "Get emergency help now Tap to call 999" in page(client, "/")
        assert "Has a doctor seen you since?" in page(client, "/check/?new=1")


def test_once_the_next_visit_has_passed_it_says_so(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    out_of_hours(person)
    checked(person, at(3, 4, 22, 18), weakness="functional")
    with time_machine.travel(at(3, 12, 9), tick=False):
        assert "Seen on Wednesday 4 March for this" in page(browser(person), "/result/")
    with time_machine.travel(at(3, 13, 9), tick=False):
        told = everywhere(person, monkeypatch)
    for name in ("result", "after", "last", "visit"):
        assert (
            "After the visit of Wednesday 4 March 2026 the next one was to be on Thursday 12 "
            "March 2026, and none is noted since."
        ) in told[name], name
