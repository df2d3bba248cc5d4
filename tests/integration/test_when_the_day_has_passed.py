"""An old result says that its day has passed and what to do now, the same in every shell."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from myolog.store.selectors import Person, the_person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_country, set_language, set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page, terminal

pytestmark = pytest.mark.django_db

BEGAN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)

LEVELS: dict[str, dict[str, Any]] = {
    "SELF_CARE": {},
    "ROUTINE": {"run_days": 20},
    "SOON": {"weakness": "functional"},
    "URGENT": {"weakness": "progressive"},
    "SAME_DAY": {"sensory": "rapid_ascending"},
    "EMERGENCY": {"stroke_signs": True},
    "TALK": {"mood": "suicidal"},
}

# Of each level: its last day, what result page and terminal say up to it, and what they say after.
SAID = {
    "SELF_CARE": (28, "Check again by Monday 28 December", "The day to check again, Monday 28 "
        "December 2026, has passed. Please check again now: these answers are too old to go by."),
    "ROUTINE": (28, "for a visit by Monday 28 December. There is no need to hurry.", "The last day "
        "for this visit, Monday 28 December 2026, has passed. It is not too late: ask the family "
        "doctor now"),
    "SOON": (21, "ask for a visit by Monday 21 December.", "The last day for this visit, Monday 21 "
        "December 2026, has passed. It is not too late: call the family doctor now"),
    "URGENT": (2, "Do not wait past Wednesday 2 December", "The last day to speak with a doctor, "
        "Wednesday 2 December 2026, has passed. It is not too late: call a doctor today"),
    "SAME_DAY": (0, "Call your doctor now and ask to be seen today.", "The day to be seen, Monday "
        "30 November 2026, has passed. It is not too late: call the doctor's office now"),
    "EMERGENCY": (0, "Call 112 now. Do not drive.", "On Monday 30 November 2026 the answers asked "
        "for help at once. If the sign is still there or has come back, call 112 now."),
    "TALK": (0, "Talk to someone now", "This was told on Monday 30 November 2026. If it is still "
        "so, please talk to someone today."),
}  # fmt: skip

GERMAN = {
    "SELF_CARE": "Der Tag für den neuen Check, Montag, 28. Dezember 2026, ist vorbei.",
    "ROUTINE": "Der letzte Tag für diesen Termin, Montag, 28. Dezember 2026, ist vorbei.",
    "SOON": "Der letzte Tag für diesen Termin, Montag, 21. Dezember 2026, ist vorbei.",
    "URGENT": "mit einer Ärztin oder einem Arzt, Mittwoch, 2. Dezember 2026, ist vorbei.",
    "SAME_DAY": "Der Tag für die Untersuchung, Montag, 30. November 2026, ist vorbei.",
    "EMERGENCY": "Nach den Antworten vom Montag, 30. November 2026 war sofort Hilfe nötig.",
    "TALK": "Das wurde am Montag, 30. November 2026 angegeben.",
}

# What Today says of the visit, once the day has passed.
TODAY = {
    "ROUTINE": "The last day was Monday 28 December 2026. It is not too late.",
    "SOON": "said to be seen by Monday 21 December 2026.",
    "URGENT": "Wednesday 2 December 2026",
    "SAME_DAY": "asked you to get help that day.",
    "EMERGENCY": SAID["EMERGENCY"][2],
    "TALK": SAID["TALK"][2],
}


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Berlin, where 112 is called."""
    person = set_zone(person=the_person(), zone="Europe/Berlin", by="test")
    return set_country(person=person, country="DE", by="test")


def told(person: Person, level: str) -> None:
    with time_machine.travel(BEGAN):
        record_answers(person=person, answers=CALM | LEVELS[level], by="test")


def plain(text: str) -> str:
    return text.replace(" ,", ",").replace(" .", ".")


def shown_on(
    person: Person, monkeypatch: pytest.MonkeyPatch, day: int, *shells: str
) -> dict[str, str]:
    """Return what shells say so many days after the check: an address, or an option of check."""
    with time_machine.travel(BEGAN + timedelta(days=day)):
        client = browser(person)
        return {
            one: plain(
                page(client, one) if one.startswith("/") else terminal(monkeypatch, "check", one)
            )
            for one in shells
        }


@pytest.mark.parametrize("level", SAID)
def test_each_level_says_its_day_until_then_and_that_it_has_passed_after(
    person: Person, monkeypatch: pytest.MonkeyPatch, level: str
) -> None:
    told(person, level)
    last, before, after = SAID[level]
    due = (BEGAN + timedelta(days=last)).date()
    named = f"{due.day} {due:%B} {due.year}"
    shown = shown_on(person, monkeypatch, last, "/", "/result/", "--last", "/report/")
    for shell in ("/result/", "--last"):
        assert before in shown[shell], shell
        assert after not in shown[shell], shell
    assert "has passed" not in shown["/"]
    assert "was due" not in shown["/report/"]
    every = ("/", "/result/", "--last", "/report/", "/result/history/", "--history")
    for day, shells in ((last + 1, every), (120, every[:2])):
        shown = shown_on(person, monkeypatch, day, *shells)
        assert "no need to hurry" not in " ".join(shown.values())
        assert TODAY.get(level, "Time to check again") in shown["/"], day
        for shell in {"/result/", "--last"}.intersection(shells):
            assert after in shown[shell], (shell, day)
            assert (before in shown[shell]) == (level in ("EMERGENCY", "TALK")), (shell, day)
        if shells is every and level in ("ROUTINE", "SOON", "URGENT"):
            assert f"visit was due by {named}." in shown["/report/"]
            for shell in ("/result/history/", "--history"):
                assert f"The last day was {due:%A} {named}." in shown[shell]
    set_language(person=person, language="de", by="test")
    (shown_german,) = shown_on(person, monkeypatch, last + 1, "/result/").values()
    assert GERMAN[level] in shown_german


@pytest.mark.parametrize(
    ("level", "soon"),
    [
        ("SELF_CARE", "when it suits you"),
        ("SOON", "Please check again today or tomorrow."),
        ("URGENT", "Please check again today."),
        ("SAME_DAY", "Please check again today."),
        ("EMERGENCY", "Please check again today."),
        ("TALK", "Please check again today."),
    ],
)
def test_what_pressed_is_asked_about_today_and_not_when_it_suits(
    person: Person, level: str, soon: str
) -> None:
    told(person, level)
    with time_machine.travel(BEGAN + timedelta(days=15)):
        assert soon in page(browser(person), "/")


VISITS: dict[str, tuple[Any, dict[str, Any], int, str, str]] = {
    "booked in time": (make.visit, {"day": date(2026, 12, 1), "on": date(2026, 12, 18)},
        17, "SOON", "A visit is booked for Friday 18 December. That is in time"),
    "booked for later": (make.visit, {"day": date(2026, 12, 1), "on": date(2027, 1, 8)},
        25, "SOON", "The last day for this visit, Monday 21 December 2026, has passed. A visit is "
        "booked for Friday 8 January 2027: keep it"),
    "booked and over": (make.visit, {"day": date(2026, 12, 1), "on": date(2026, 12, 18)},
        25, "SOON", "A visit was booked for Friday 18 December 2026, and that day has passed."),
    "seen": (make.examination, {"day": date(2026, 12, 18), "what": "visit", "by": "neurologist",
        "result": "unknown"}, 30, "SOON", "A visit is noted for Friday 18 December 2026. If it was "
        "about this, do the check again"),
    "seen for the same day": (make.examination, {"day": date(2026, 12, 1), "what": "visit",
        "by": "neurologist", "result": "unknown"}, 5, "SAME_DAY", "If it was about something else, "
        "have this looked at today."),
    "seen for an emergency": (make.examination, {"day": date(2026, 12, 1), "what": "visit",
        "by": "emergency", "result": "unknown"}, 5, "EMERGENCY", "Call 112 now. Do not drive. A "
        "visit is noted for Tuesday 1 December 2026."),
}  # fmt: skip


@pytest.mark.parametrize("case", VISITS)
def test_what_became_of_the_visit_stands_in_place_of_a_day_that_has_passed(
    person: Person, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    entry, fields, day, level, says = VISITS[case]
    told(person, level)
    with time_machine.travel(BEGAN + timedelta(days=day)):
        log_entry(person=person, entry=entry(**fields), by="test")
        for text in (
            plain(page(browser(person), "/result/")),
            terminal(monkeypatch, "check", "--last"),
        ):
            assert says in text
            assert "It is not too late: c" not in text
