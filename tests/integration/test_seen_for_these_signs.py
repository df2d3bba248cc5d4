"""A visit covers the signs told before it, and every page tells the same of what became of it.

The days and answers are those of a carer who lived with Myolog: out of hours on 4 March, the family
doctor on 10 March, a specialist on 14 April.
"""

import re
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
        entry = make.examination(
            day=day, what="visit", **{"result": "pending", "to_result": "after"} | told
        )
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


def test_after_the_visit_the_check_is_not_held_back(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was held back with the result for which the person had just been seen."""
    out_of_hours(person)
    with time_machine.travel(at(3, 4, 22, 16), tick=False):
        shown = page(browser(person), "/check/")
        assert "Please do first what that result asks for" not in shown
        assert "You checked today" not in shown
    checked(person, at(3, 4, 22, 18), weakness="functional")
    with time_machine.travel(at(3, 4, 22, 25), tick=False):
        shown = page(browser(person), "/check/")
        assert "You checked today. If nothing is new, that result still counts." in shown
        assert "Seen on Wednesday 4 March for this" in shown
        assert "Speak with a doctor" not in shown


def test_the_history_names_the_visit_of_each_result(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    out_of_hours(person)
    checked(person, at(3, 4, 22, 18), weakness="functional")
    with time_machine.travel(at(3, 4, 22, 25), tick=False):
        for told in (
            page(browser(person), "/result/history/"),
            terminal(monkeypatch, "check", "--history"),
        ):
            assert told.count("Wednesday 4 March 2026: Visit to a doctor, Westdoc") == 2
            assert "No visit was noted for it." not in told
            assert "6 March" not in told


def test_once_seen_it_is_not_said_that_the_day_has_passed(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(person, at(3, 4, 22, 18), weakness="progressive")
    seen(
        person, at(3, 18, 20), date(2026, 3, 10), by="family_doctor", result="explained",
        tests=("bloods",), review=date(2026, 4, 14),
    )  # fmt: skip
    with time_machine.travel(at(3, 18, 20, 2), tick=False):
        told = everywhere(person, monkeypatch)
        told["report"] = page(browser(person), "/report/")
        told["history"] = page(browser(person), "/result/history/")
    for name in ("Today", "result", "after", "last", "visit"):
        assert "10 March" in told[name], name
        assert "not too late" not in told[name], name
        assert "has passed" not in told[name], name
    assert "was due" not in told["report"]
    assert "No visit was noted" not in told["history"]


def specialist(person: Person) -> None:
    """Told in March, explained by a specialist in April, and told again six days after it."""
    weaker = {"weakness": "progressive", "family_nm": "not_sure"}
    with time_machine.travel(at(3, 3, 20), tick=False):
        calf = make.tally(day=date(2026, 3, 3), site="calf", side="both")
        log_entry(person=person, entry=calf, by="test")
    checked(person, at(3, 18, 20, 1), **weaker)
    seen(
        person, at(4, 20, 18, 31), date(2026, 4, 14), by="neurologist", result="explained",
        tests=("examination", "emg"), signs=("weakness",), review=date(2026, 10, 12),
    )  # fmt: skip
    checked(
        person, at(4, 20, 18, 35), coordination="none", weakness="functional",
        explained_unchanged=("weakness",),
    )  # fmt: skip


def state_on_every_page(person: Person, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    client = browser(person)
    return {
        "Today": page(client, "/"),
        "result": page(client, "/result/"),
        "check": page(client, "/check/"),
        "last": terminal(monkeypatch, "check", "--last"),
        "history": page(client, "/result/history/").split("Wednesday 18 March 2026")[0],
        "report": page(client, "/report/"),
    }


def test_every_page_tells_the_same_of_a_specialist_visit(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    specialist(person)
    twitch = make.episode(
        site="calf", side="left", started_at=at(4, 20, 18, 37), zone="Europe/Dublin"
    )
    for moment, entry in ((at(4, 20, 18, 36), None), (at(4, 20, 18, 38), twitch)):
        with time_machine.travel(moment, tick=False):
            if entry is not None:
                log_entry(person=person, entry=entry, by="test")
            told = state_on_every_page(person, monkeypatch)
        for name in ("Today", "result", "check", "last"):
            assert "Seen on Tuesday 14 April for this" in told[name], name
            unquoted = re.sub("“[^”]*”", "", told[name])
            assert "within 2 to 3 weeks" not in unquoted, (name, unquoted)
        for name, text in told.items():
            assert "11 May" not in text, name
            assert "is after" not in text, name
        assert "Tuesday 14 April 2026: Visit to a doctor, nerve doctor" in told["history"]
        assert "Next visit: 12 October 2026" in told["report"]
        assert "visit due" not in told["report"]


def test_a_twitch_in_a_new_place_asks_anew_and_says_which(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    specialist(person)
    with time_machine.travel(at(4, 20, 18, 38), tick=False):
        twitch = make.episode(
            site="hand", side="right", started_at=at(4, 20, 18, 37), zone="Europe/Dublin"
        )
        log_entry(person=person, entry=twitch, by="test")
        told = state_on_every_page(person, monkeypatch)
    for name in ("Today", "result", "last"):
        assert (
            "Since the visit of Tuesday 14 April 2026 something is new or stronger. It needs a "
            "look too. New or stronger: your right hand."
        ) in told[name], name


@pytest.mark.parametrize(
    ("over", "day", "soon"),
    [
        ({"weakness": "functional"}, (4, 20), "Please check again today."),
        ({"coordination": "none"}, (3, 25), "Please check again today or tomorrow."),
    ],
)
def test_an_open_visit_stays_on_top_after_its_result_has_expired(
    person: Person, over: dict[str, Any], day: tuple[int, int], soon: str
) -> None:
    checked(person, at(3, 4, 9), **over)
    with time_machine.travel(at(*day, 9), tick=False):
        shown = page(browser(person), "/")
    assert "when it suits you" not in shown
    assert shown.index("Time to check again") < shown.index("How was today?")
    assert soon in shown


def test_who_was_seen_is_asked_to_check_again_further_down(person: Person) -> None:
    checked(person, at(3, 4, 9), coordination="none")
    seen(person, at(3, 9, 9), date(2026, 3, 9), by="family_doctor", tests=("examination",))
    with time_machine.travel(at(4, 20, 9), tick=False):
        shown = page(browser(person), "/")
    assert shown.index("How was today?") < shown.index("You were seen on Monday 9 March 2026.")
