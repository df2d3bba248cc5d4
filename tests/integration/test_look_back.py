"""Looking back with the store: a verdict kept once, heeded by the check, after what is pressing."""

from datetime import datetime, timedelta

import pytest

from myolog.journal.entries import DayTally, Entry
from myolog.journal.records import ProgrammeEvent
from myolog.store.models import AuditEvent
from myolog.store.selectors import Person, journal_of, latest_assessment
from myolog.store.services.care import reassess, record_answers
from myolog.store.services.journal import log_entries
from myolog.store.services.looking_back import look_back
from myolog.store.services.programme_start import start_programme
from myolog.triage.urgency import Urgency
from tests.factories import tasks
from tests.programme_days import answer_calmly, days_before, told

pytestmark = pytest.mark.store


def later(now: datetime, days: int) -> datetime:
    return now + timedelta(days=days)


def counted(now: datetime, first: int, last: int, *, bouts: tuple[int, ...]) -> list[Entry]:
    """Give a count for each day from `first` to `last`, counted from the start (day 1)."""
    return [
        DayTally(
            day=later(now, n - 1).date(), site="calf", side="left", count=bouts[n % len(bouts)]
        )
        for n in range(first, last + 1)
    ]


def kept(person: Person) -> list[tuple[str, str | None]]:
    return [
        (one.day.isoformat(), one.value)
        for one in journal_of(person).of(ProgrammeEvent)
        if one.event == "verdict"
    ]


@pytest.fixture
def running(person: Person, now: datetime) -> Person:
    """Give a person on day 1 with 14 days of about 12 bouts behind them."""
    entries = [*told(now.date()), *days_before(now.date(), 7)]
    entries = [entry for entry in entries if not isinstance(entry, DayTally)]
    entries += counted(now, -13, 0, bouts=(12, 9, 14, 11))
    log_entries(person=person, entries=entries, by="t", now=now)
    answer_calmly(person, now)
    start_programme(person=person, by="t", now=now)
    return person


def test_before_day_21_there_is_nothing_to_say(person: Person, running: Person, now) -> None:
    assert look_back(person=running, by="t", now=later(now, 20)) is None
    assert kept(running) == []


def test_without_a_programme_there_is_nothing_to_say(person: Person, now: datetime) -> None:
    assert look_back(person=person, by="t", now=now) is None


def test_fewer_twitches_are_kept_as_likely_better_once(running: Person, now: datetime) -> None:
    log_entries(
        person=running, entries=counted(now, 1, 28, bouts=(2, 1, 2, 3)), by="t", now=later(now, 28)
    )
    first = look_back(person=running, by="t", now=later(now, 23))
    assert first is not None
    assert (first.look, first.headline) == (21, "likely_better")
    for days in (28, 29, 60):
        verdict = look_back(person=running, by="t", now=later(now, days))
        assert verdict is not None
        assert (verdict.look, verdict.code) == (28, "SIGNIFICANT")
    start = now.date()
    assert kept(running) == [
        ((start + timedelta(days=21)).isoformat(), first.code),
        ((start + timedelta(days=28)).isoformat(), "SIGNIFICANT"),
    ]
    assert AuditEvent.objects.filter(person=running, action="keep_verdict").count() == 2


def test_too_few_days_are_a_verdict_too_and_the_check_hears_of_it(
    running: Person, now: datetime
) -> None:
    end = later(now, 28)
    verdict = look_back(person=running, by="t", now=end)
    assert verdict is not None
    assert (verdict.code, verdict.headline) == ("INSUFFICIENT", "cannot_tell")
    found = latest_assessment(running, now=end)
    assert found is not None
    assert "R-NOCHANGE" in {reason.code for reason in found.assessment.reasons}


def test_clearly_more_twitches_open_the_check(running: Person, now: datetime) -> None:
    days = counted(now, 1, 28, bouts=(40, 31, 46, 38))
    log_entries(person=running, entries=days, by="t", now=later(now, 28))
    verdict = look_back(person=running, by="t", now=later(now, 28))
    assert verdict is not None
    assert verdict.code == "ESCALATE"
    found = latest_assessment(running, now=later(now, 28))
    assert found is not None
    assert "O-ESCALATED" in {reason.code for reason in found.assessment.reasons}
    assert (found.assessment.urgency or 0) >= Urgency.SOON


def test_what_rose_meanwhile_goes_before_all_numbers_and_is_not_kept(
    running: Person, now: datetime
) -> None:
    days = counted(now, 1, 28, bouts=(12, 9, 14, 11))
    elsewhere = [
        DayTally(day=later(now, n).date(), site="forearm", side="right", amount="some")
        for n in range(8, 28)
    ]
    log_entries(person=running, entries=[*days, *elsewhere], by="t", now=later(now, 28))
    reassess(person=running, by="t", now=later(now, 28))
    risen = latest_assessment(running, now=later(now, 28))
    assert risen is not None
    assert risen.has_risen
    assert risen.assessment.urgency == Urgency.SOON
    verdict = look_back(person=running, by="t", now=later(now, 28))
    assert verdict is not None
    assert (verdict.code, verdict.headline) == ("RECHECK", "worse")
    assert kept(running) == []


def test_a_result_that_needs_a_doctor_first_leaves_no_room_for_numbers(
    running: Person, now: datetime
) -> None:
    end = later(now, 28)
    record_answers(person=running, answers={"weakness": "progressive"}, by="t", now=end)
    log_entries(person=running, entries=[tasks(day=end.date())], by="t", now=end)
    assert look_back(person=running, by="t", now=later(now, 29)) is None
    assert kept(running) == []


def test_notes_added_afterwards_change_no_kept_verdict(running: Person, now: datetime) -> None:
    before = look_back(person=running, by="t", now=later(now, 28))
    days = counted(now, 1, 28, bouts=(2, 1, 2, 3))
    log_entries(person=running, entries=days, by="t", now=later(now, 29))
    after = look_back(person=running, by="t", now=later(now, 29))
    assert before is not None
    assert before.code == "INSUFFICIENT"
    assert after == before
