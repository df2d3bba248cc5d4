"""The check with the store: results kept, re-run in silence, brought up when they rise."""

from datetime import UTC, datetime, timedelta

import pytest

from myolog.errors import InvalidAnswer
from myolog.journal.records import TriageAnswers
from myolog.store.assessments import plain, restored
from myolog.store.models import AssessmentRow, AuditEvent
from myolog.store.selectors import (
    Person,
    journal_as_of,
    journal_of,
    latest_assessment,
    today_in,
)
from myolog.store.services.care import (
    catch_up,
    current_result,
    keep_up,
    mark_seen,
    reassess,
    record_answers,
)
from myolog.store.services.journal import log_entries, log_entry, log_episode
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess_standing
from myolog.triage.urgency import Urgency
from tests.factories import DAY, fact, tally, tasks

pytestmark = pytest.mark.store


def spread(person: Person, now: datetime, *, weeks: int = 3) -> None:
    """Log twitches in one calf, then in the other arm and the chest too."""
    days = [DAY - timedelta(days=n) for n in range(weeks * 7)]
    entries = [tally(day=day, site="calf", side="left") for day in days]
    entries += [tally(day=day, site="forearm", side="right") for day in days[:7]]
    entries += [tally(day=day, site="chest", side="left") for day in days[:7]]
    log_entries(person=person, entries=entries, by="t", now=now)


def test_answers_and_result_are_kept(person: Person, now: datetime) -> None:
    said = record_answers(person=person, answers={"weakness": "progressive"}, by="t", now=now)
    assert said.urgency == Urgency.URGENT
    (given,) = journal_of(person).of(TriageAnswers)
    assert dict(given.answers) == {"weakness": "progressive"}
    held = latest_assessment(person, now=now)
    assert held is not None
    assert held.assessment == said
    assert (held.expired, held.raised, held.answered_at) == (False, False, now)
    assert AuditEvent.objects.filter(person=person, action="record_answers").count() == 1


def test_an_unknown_answer_stores_nothing(person: Person, now: datetime) -> None:
    for wrong in ({"weakness": "maybe"}, {"mood": "low"}):
        with pytest.raises(InvalidAnswer):
            record_answers(person=person, answers=wrong, by="t", now=now)
    assert not journal_of(person).entries
    assert latest_assessment(person, now=now) is None


def test_answering_nothing_stores_nothing(person: Person, now: datetime) -> None:
    for nothing in ({}, {"mood": None}):
        with pytest.raises(InvalidAnswer):
            record_answers(person=person, answers=nothing, by="t", now=now)
    assert not journal_of(person).entries
    assert latest_assessment(person, now=now) is None


def test_an_old_no_does_not_make_a_later_check_whole(person: Person, now: datetime) -> None:
    calm = {
        name: question.default
        for name, question in INPUTS.items()
        if not question.mitigating and name != "programme_result"
    }
    said = record_answers(person=person, answers=calm, by="t", now=now)
    assert said.urgency == Urgency.SELF_CARE
    soon, late = now + timedelta(days=14), now + timedelta(days=15)
    assert record_answers(person=person, answers={"mood": "none"}, by="t", now=soon).complete
    said = record_answers(person=person, answers={"mood": "none"}, by="t", now=late)
    assert (said.urgency, said.complete) == (None, False)
    assert set(said.inputs) - set(said.derived) == {"age_years", "mood"}


def test_an_answer_below_the_journal_needs_a_reason(person: Person, now: datetime) -> None:
    spread(person, now)
    with pytest.raises(InvalidAnswer) as refused:
        record_answers(person=person, answers={"site_scope": "single"}, by="t", now=now)
    assert refused.value.code == "reason_needed"
    assert latest_assessment(person, now=now) is None
    reasons = {"site_scope": "The others were shivering."}
    record_answers(
        person=person, answers={"site_scope": "single"}, reasons=reasons, by="t", now=now
    )
    assert journal_of(person).last_answers[1] == reasons


def test_a_result_expires_after_14_days(person: Person, now: datetime) -> None:
    record_answers(person=person, answers={"weakness": "none"}, by="t", now=now)
    for days, expired in ((14, False), (15, True)):
        held = latest_assessment(person, now=now + timedelta(days=days))
        assert held is not None
        assert held.expired is expired


def test_nothing_is_said_before_the_first_check(person: Person, now: datetime) -> None:
    spread(person, now)
    change = reassess(person=person, by="t", now=now)
    assert (change.assessment, change.raised) == (None, False)
    assert not AssessmentRow.objects.filter(person=person).exists()


def test_an_entry_that_changes_nothing_stores_no_result(person: Person, now: datetime) -> None:
    record_answers(person=person, answers={"weakness": "none"}, by="t", now=now)
    assert not reassess(person=person, by="t", now=now).raised
    assert AssessmentRow.objects.filter(person=person).count() == 1


def test_a_rise_is_brought_up_until_it_was_seen(person: Person, now: datetime) -> None:
    log_episode(
        person=person, site="calf", side="left", started_at=now - timedelta(1), by="t", now=now
    )
    before = record_answers(person=person, answers={"weakness": "none"}, by="t", now=now)
    weeks = [tasks(day=DAY - timedelta(days=n), answers={"stairs": "fine"}) for n in (28, 21)]
    weeks += [tasks(day=DAY - timedelta(days=7), answers={"stairs": "harder"})]
    weeks += [tasks(day=DAY, answers={"stairs": "cannot"})]
    later = now + timedelta(hours=1)
    log_entries(person=person, entries=weeks, by="t", now=later)
    spread(person, later)
    change = reassess(person=person, by="t", now=later)
    assert change.assessment is not None
    assert change.raised
    assert (change.assessment.urgency or 0) > (before.urgency or 0)
    assert not reassess(person=person, by="t", now=later).raised

    held = latest_assessment(person, now=later)
    assert held is not None
    assert (held.raised, held.answered_at) == (True, now)
    mark_seen(person=person, now=later)
    seen = latest_assessment(person, now=later)
    assert seen is not None
    assert not seen.raised


def test_a_late_rise_counts_from_the_day_it_rose(person: Person, now: datetime) -> None:
    start = now - timedelta(days=40)
    fine, harder, cannot = (
        tasks(day=DAY - timedelta(days=back), answers={"stairs": answer})
        for back, answer in ((40, "fine"), (20, "harder"), (0, "cannot"))
    )
    log_entry(person=person, entry=fine, by="t", now=start)
    record_answers(person=person, answers={"mood": "none"}, by="t", now=start)
    held = latest_assessment(person, now=now)
    assert held is not None
    assert held.expired
    log_entries(person=person, entries=[harder, cannot], by="t", now=now)
    assert reassess(person=person, by="t", now=now).raised
    for seen in (False, True):
        held = latest_assessment(person, now=now + timedelta(days=14))
        assert held is not None
        assert (held.assessment.urgency, held.expired) == (Urgency.URGENT, False)
        assert (held.answered_at, held.counts_from) == (start, now.date())
        assert held.raised is not seen
        mark_seen(person=person, now=now)
    held = latest_assessment(person, now=now + timedelta(days=15))
    assert held is not None
    assert held.expired


def test_a_new_day_alone_works_the_result_out_again(person: Person, now: datetime) -> None:
    spread(person, now - timedelta(days=1), weeks=1)
    record_answers(person=person, answers={"weakness": "none"}, by="t", now=now)
    assert not catch_up(person=person, by="t", now=now).raised
    rows = AssessmentRow.objects.filter(person=person)
    assert rows.count() == 1
    tomorrow = now + timedelta(days=1)
    change = catch_up(person=person, by="t", now=tomorrow)
    assert change.assessment is not None
    assert change.assessment == reassess(person=person, by="t", now=tomorrow).assessment
    assert catch_up(person=person, by="t", now=tomorrow).assessment == change.assessment


def worsened(person: Person, now: datetime) -> None:
    """Log that the stairs were fine, then harder, then no longer possible."""
    told = ((40, "fine"), (20, "harder"), (0, "cannot"))
    log_entries(
        person=person,
        entries=[tasks(day=DAY - timedelta(days=n), answers={"stairs": a}) for n, a in told],
        by="t",
        now=now,
    )


def test_a_write_waits_to_be_judged_until_a_result_is_shown(person: Person, now: datetime) -> None:
    record_answers(person=person, answers={"mood": "none"}, by="t", now=now)
    worsened(person, now)
    keep_up(person=person, by="t", now=now)
    assert AssessmentRow.objects.filter(person=person).count() == 1
    change = catch_up(person=person, by="t", now=now)
    assert change.raised
    held = latest_assessment(person, now=now)
    assert held is not None
    assert (held.assessment.urgency, held.raised) == (Urgency.URGENT, True)


def test_the_first_write_of_a_day_is_judged_at_once(person: Person, now: datetime) -> None:
    record_answers(person=person, answers={"mood": "none"}, by="t", now=now - timedelta(days=1))
    worsened(person, now)
    keep_up(person=person, by="t", now=now)
    held = latest_assessment(person, now=now)
    assert held is not None
    assert held.raised


def test_what_was_written_late_counts_from_its_own_day(person: Person, now: datetime) -> None:
    record_answers(person=person, answers={"mood": "none"}, by="t", now=now)
    worsened(person, now)
    keep_up(person=person, by="t", now=now)
    later = now + timedelta(days=3)
    catch_up(person=person, by="t", now=later)
    held = latest_assessment(person, now=later)
    assert held is not None
    assert (held.assessment.urgency, held.raised) == (Urgency.URGENT, True)
    assert held.counts_from == now.date()


def test_a_result_is_not_worked_out_twice_for_nothing(
    person: Person, now: datetime, django_assert_num_queries
) -> None:
    record_answers(person=person, answers={"mood": "none"}, by="t", now=now)
    with django_assert_num_queries(1):
        catch_up(person=person, by="t", now=now)
    worsened(person, now)
    for _ in range(2):  # the second settles what the first has written itself
        catch_up(person=person, by="t", now=now)
    with django_assert_num_queries(1):
        catch_up(person=person, by="t", now=now)
    log_entry(person=person, entry=tally(), by="t", now=now)
    with django_assert_num_queries(2):
        keep_up(person=person, by="t", now=now + timedelta(minutes=1))
        keep_up(person=person, by="t", now=now + timedelta(minutes=2))


def test_every_stored_result_can_be_worked_out_again(person: Person, now: datetime) -> None:
    spread(person, now, weeks=1)
    record_answers(person=person, answers={"weakness": "not_sure"}, by="t", now=now)
    later = now + timedelta(hours=2)
    spread(person, later)
    log_entry(person=person, entry=tally(amount="many"), by="t", now=later)
    reassess(person=person, by="t", now=later)
    rows = AssessmentRow.objects.filter(person=person)
    assert rows.count() == 2
    for row in rows:
        again = assess_standing(journal_as_of(person, row.at), today=row.day)
        assert (again.digest, again.rules_version) == (row.digest, row.rules_version)
        assert plain(restored(row.payload)) == row.payload


def test_a_sign_once_reported_stands_until_taken_back(person: Person, now: datetime) -> None:
    record_answers(person=person, answers={"weakness": "progressive"}, by="t", now=now)
    later = now + timedelta(days=1)
    said = record_answers(person=person, answers={"age_years": 40}, by="t", now=later)
    assert said.urgency == Urgency.URGENT
    after = record_answers(person=person, answers={"weakness": "none"}, by="t", now=later)
    assert after.urgency is None


def test_a_check_that_denies_what_the_profile_tells_takes_it_back(
    person: Person, now: datetime
) -> None:
    today = today_in(person, now)
    log_entry(person=person, entry=fact("lithium", "yes", day=today), by="t", now=now)
    told = record_answers(person=person, answers={"mood": "none"}, by="t", now=now)
    assert told.urgency is Urgency.URGENT
    later = now + timedelta(minutes=5)
    denied = record_answers(person=person, answers={"lithium": False}, by="t", now=later)
    assert denied.urgency is None
    assert journal_of(person).profile["lithium"].value == "no"


def test_what_is_told_after_a_check_that_denied_it_counts(person: Person, now: datetime) -> None:
    record_answers(person=person, answers={"lithium": False}, by="t", now=now)
    later = now + timedelta(days=1)
    log_entry(
        person=person,
        entry=fact("lithium", "yes", day=today_in(person, later)),
        by="t",
        now=later,
    )
    found = reassess(person=person, by="t", now=later).assessment
    assert found is not None
    assert found.urgency is Urgency.URGENT


CALM = {
    name: question.default
    for name, question in INPUTS.items()
    if not question.mitigating and "asked" in question.origin
}


def test_an_old_weakness_that_was_explained_once_stays_explained(person: Person) -> None:
    """Polio in childhood: each weekly look says "cannot", and the reason holds until it grows."""
    begun = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def level_after(days: int, **said: str) -> Urgency:
        now = begun + timedelta(days=days)
        log_entry(person=person, entry=tasks(day=now.date(), answers=said), by="t", now=now)
        standing = current_result(person=person, by="t", now=now)
        assert standing is not None
        return standing.assessment.urgency

    record_answers(person=person, answers=CALM, by="t", now=begun)
    assert level_after(0, stairs="cannot") == Urgency.SOON
    reasons, now = {"weakness": "My leg since childhood."}, begun + timedelta(hours=1)
    record_answers(person=person, answers=CALM, reasons=reasons, by="t", now=now)
    assert level_after(6, stairs="cannot") == Urgency.SELF_CARE
    assert level_after(12, stairs="cannot", swallow="cannot") == Urgency.URGENT
