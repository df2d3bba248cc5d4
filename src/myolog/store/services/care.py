"""The check: what the person answered, what Myolog said, and whether it would say more now.

Answers are validated by the rules before anything is stored. A result is worked out again after new
entries, in silence; when the urgency has risen, that is kept until the person has seen it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.db import transaction

from myolog.errors import InvalidAnswer, NotFound
from myolog.journal.checks import zone_of
from myolog.journal.entries import DayExposure
from myolog.journal.model import Journal
from myolog.journal.records import AnswerValue, TriageAnswers
from myolog.store.assessments import plain, restored
from myolog.store.models import AssessmentRow, EntryRow, Person
from myolog.store.selectors import journal_as_of, journal_of, n_writes_of_its_person, writes_of
from myolog.store.services.audit import record
from myolog.store.services.entries import put, standing
from myolog.store.services.programme_pause import pause_if_pressing
from myolog.triage.assessment import assess
from myolog.triage.result import Assessment, rose
from myolog.triage.standing import standing_answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a silent re-run found.

    Attributes
    ----------
    assessment : the result as it is now; None when the check was never done
    raised : whether the urgency has risen since the result before
    """

    assessment: Assessment | None
    raised: bool


def _today(person: Person, now: datetime) -> date:
    return now.astimezone(zone_of(person.zone)).date()


def record_answers(
    *,
    person: Person,
    answers: Mapping[str, object],
    reasons: Mapping[str, str] | None = None,
    by: str,
    now: datetime | None = None,
) -> Assessment:
    """Assess the answers together with the journal, and store both.

    A sign told in an earlier check stands until it is taken back; a "no" of an earlier check stands
    for as long as that check's result held.

    Parameters
    ----------
    answers
        Question name to answer; "not_sure" is an answer, a question not asked is left out.
    reasons
        Question name to the text with which the person answered below what the journal suggests.

    Raises
    ------
    UserError
        A question or answer is unknown, one is below the journal's suggestion without a reason, or
        nothing at all is answered; nothing is stored.
    """
    moment = now or datetime.now(UTC)
    given = _as_given(answers)
    with transaction.atomic():
        today = _today(person, moment)
        assess(journal_of(person), answers, today=today, reasons=reasons)
        if not given:
            raise InvalidAnswer("Nothing is answered. Answer at least one question.")
        entry = TriageAnswers(
            at=moment, zone=person.zone, answers=given, reasons=dict(reasons or {})
        )
        stored = put([entry], person=person, by=by, action="record_answers", now=moment)[0]
        row = standing(person).get(id=str(stored.id))
        n_writes = writes_of(person)
        assessment = _assess_standing(journal_of(person), today)
        _keep(
            assessment,
            person=person,
            by=by,
            answers=row,
            n_writes=n_writes,
            now=moment,
            answered_at=moment,
            seen=True,
        )
    return assessment


def _as_given(answers: Mapping[str, object]) -> dict[str, AnswerValue]:
    given: dict[str, AnswerValue] = {}
    for name, value in answers.items():
        if isinstance(value, list | tuple | set | frozenset):
            given[name] = tuple(sorted(str(part) for part in value))
        elif isinstance(value, bool | int | str):
            given[name] = value
    return given


def _keep(
    assessment: Assessment,
    *,
    person: Person,
    by: str,
    answers: EntryRow | None,
    n_writes: int,
    now: datetime,
    answered_at: datetime,
    seen: bool = False,
    raised: bool = False,
) -> None:
    AssessmentRow.objects.create(
        person=person,
        at=now,
        answered_at=answered_at,
        day=_today(person, now),
        checked_day=_today(person, now),
        n_writes=n_writes,
        rules_version=assessment.rules_version,
        digest=assessment.digest,
        payload=plain(assessment),
        answers=answers,
        raised_at=now if raised else None,
        seen_at=now if seen else None,
    )
    pause_if_pressing(person=person, urgency=assessment.urgency, by=by, now=now)


@transaction.atomic
def reassess(*, person: Person, by: str, now: datetime | None = None) -> Change:
    """Work the last result out again over the journal as it stands now.

    Nothing happens for a person who never did the check. A result that differs is stored; it stays
    valid from the day of the answers, not from today, unless the urgency has risen.
    """
    moment = now or datetime.now(UTC)
    n_writes = writes_of(person)  # counted first: what is written meanwhile is worked out next time
    judged = journal_of(person, without=(DayExposure.kind,))  # no question is answered by them
    return _work_out(judged, person=person, by=by, n_writes=n_writes, now=moment)


def _work_out(journal: Journal, *, person: Person, by: str, n_writes: int, now: datetime) -> Change:
    """Work the last result out again over `journal` as of `now`, and keep what came of it."""
    rows = AssessmentRow.objects.filter(person=person).order_by("-at", "-id")
    last = rows.select_related("answers").first()
    if last is None:
        return Change(assessment=None, raised=False)
    before = restored(last.payload)
    found = _assess_standing(journal, _today(person, now))
    if found.digest == before.digest and found.rules_version == before.rules_version:
        rows.filter(id=last.id).update(n_writes=n_writes, checked_day=_today(person, now))
        return Change(assessment=before, raised=False)
    seen = rows.filter(seen_at__isnull=False).first()
    last_seen = before if seen is None else restored(seen.payload)
    _keep(
        found,
        person=person,
        by=by,
        answers=last.answers,
        n_writes=n_writes,
        now=now,
        answered_at=last.answered_at,
        raised=rose(last_seen.urgency, found.urgency),
    )
    record(person=person, by=by, action="reassess", now=now)
    return Change(assessment=found, raised=rose(before.urgency, found.urgency))


def catch_up(*, person: Person, by: str, now: datetime | None = None) -> Change:
    """Work the last result out again if anything was written since, or a day has passed.

    Call it before a result is shown. Days alone can change what the journal suggests: how long it
    has run, whether it goes on. What was written late on an earlier day is judged as of that day
    first, so that a rise counts from the day it rose.
    """
    moment = now or datetime.now(UTC)
    today = _today(person, moment)
    rows = AssessmentRow.objects.filter(person=person).annotate(n_now=n_writes_of_its_person())
    newest = rows.order_by("-at", "-id").first()
    if newest is None:
        return Change(assessment=None, raised=False)
    checked, unchanged = newest.checked_day or newest.day, newest.n_writes == newest.n_now
    if checked >= today and unchanged:
        return Change(assessment=restored(newest.payload), raised=False)
    if checked < today and not unchanged:
        _judge_as_of_the_end_of(checked, person=person, by=by, newest=newest)
    return reassess(person=person, by=by, now=moment)


@transaction.atomic
def _judge_as_of_the_end_of(day: date, *, person: Person, by: str, newest: AssessmentRow) -> None:
    ended = datetime.combine(day, time.max, zone_of(person.zone)).astimezone(UTC)
    journal = journal_as_of(person, ended)
    _work_out(journal, person=person, by=by, n_writes=newest.n_writes or 0, now=ended)


def keep_up(*, person: Person, by: str, now: datetime | None = None) -> None:
    """After a write, work the result out again at once if that was not done today.

    What is written later on the same day waits for `catch_up`, so that saving stays quick.
    """
    moment = now or datetime.now(UTC)
    newest = AssessmentRow.objects.filter(person=person).order_by("-at", "-id").first()
    if newest is not None and (newest.checked_day or newest.day) < _today(person, moment):
        catch_up(person=person, by=by, now=moment)


def _assess_standing(journal: Journal, today: date) -> Assessment:
    """Assess what the person has answered so far and not taken back, with the whole journal."""
    answers, reasons = standing_answers(journal, today=today)
    return assess(journal, answers, today=today, reasons=reasons)


@transaction.atomic
def take_over(*, person: Person, by: str, now: datetime | None = None) -> Change:
    """Work out what a journal that came from a file says, as of its own newest answers."""
    moment = now or datetime.now(UTC)
    n_writes = writes_of(person)
    journal = journal_of(person)
    given = journal.of(TriageAnswers)
    before = AssessmentRow.objects.filter(person=person).order_by("-at", "-id").first()
    if not given or (before is not None and given[-1].at <= before.answered_at):
        return reassess(person=person, by=by, now=moment)
    found = _assess_standing(journal, _today(person, moment))
    raised = before is not None and rose(restored(before.payload).urgency, found.urgency)
    row = standing(person).get(id=str(given[-1].id))
    _keep(
        found,
        person=person,
        by=by,
        answers=row,
        n_writes=n_writes,
        now=moment,
        answered_at=given[-1].at,
        raised=raised,
    )
    record(person=person, by=by, action="reassess", now=moment)
    return Change(assessment=found, raised=raised)


@transaction.atomic
def mark_seen(*, person: Person, now: datetime | None = None) -> None:
    """Note that the person has seen the newest result, so that it is not brought up again."""
    newest = AssessmentRow.objects.filter(person=person).order_by("-at", "-id").first()
    if newest is not None and newest.seen_at is None:
        newest.seen_at = now or datetime.now(UTC)
        newest.save(update_fields=["seen_at"])


def recompute(*, person: Person, id: str) -> bool:
    """Work a stored result out again over the journal as it stood then; say whether it is the same.

    Under other rules than those of then it is not the same.

    Raises
    ------
    NotFound
        The person has no such result.
    """
    row = AssessmentRow.objects.filter(person=person, id=id).first()
    if row is None:
        raise NotFound("There is no such result.")
    again = _assess_standing(journal_as_of(person, row.at), row.day)
    return bool(plain(again) == row.payload)
