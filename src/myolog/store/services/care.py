"""The check: what the person answered, what Myolog said, and whether it would say more now.

Answers are validated by the rules before anything is stored. A result stays as it was said that
day. After new entries it is worked out again, in silence: what differs is kept beside it, and only
a rise is a result of its own, with its own date, brought up until the person has seen it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from myolog.errors import InvalidAnswer
from myolog.journal.checks import zone_of
from myolog.journal.entries import DayExposure, ProfileFact
from myolog.journal.instants import FORGIVEN, has_come
from myolog.journal.model import Journal
from myolog.journal.records import AnswerValue, TriageAnswers
from myolog.store.assessments import plain, restored
from myolog.store.compared import hold
from myolog.store.failures import unless_unavailable
from myolog.store.models import AssessmentRow, Person
from myolog.store.prepared import PERSON, Prepared
from myolog.store.selectors import (
    LatestResult,
    journal_as_of,
    journal_of,
    last_change,
    last_change_of,
    latest_assessment,
    newest_result,
    newest_told,
    not_stored,
    revision_of,
    today_in,
)
from myolog.store.services.audit import record
from myolog.store.services.drafts import has_answers, newest_check
from myolog.store.services.entries import put, retire
from myolog.store.services.one_person import refuse_another_person
from myolog.store.services.programme_pause import pause_if_pressing
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess, assess_standing
from myolog.triage.profile import profile_answers
from myolog.triage.result import Assessment, has_risen
from myolog.triage.urgency import Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a silent re-run found.

    Attributes
    ----------
    assessment : the result as it is now; None when the check was never done
    raised : whether the urgency has risen since the result before
    unsaved : the result's row where the disk or a lock kept it from being stored, else None
    """

    assessment: Assessment | None
    raised: bool
    unsaved: AssessmentRow | None = None


NOTHING: Final = Change(assessment=None, raised=False)
"""What is found where the check was never done."""


def record_answers(
    *,
    person: Person,
    answers: Mapping[str, object],
    reasons: Mapping[str, str] | None = None,
    by: str,
    now: datetime | None = None,
    instead_of: str | None = None,
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

    instead_of
        The unfinished check whose place they take: what was unticked in it stands no more.

    Raises
    ------
    UserError
        A question or answer is unknown, one is below the journal's suggestion without a reason, or
        nothing at all is answered; nothing is stored.
    """
    moment = now or datetime.now(UTC)
    given = _as_given(answers)
    with transaction.atomic():
        hold(person)
        today = today_in(person, moment)
        if instead_of is not None:
            retire([UUID(instead_of)], person=person, by=by, action="delete", now=moment)
        assess(journal_of(person), answers, today=today, reasons=reasons)
        if not given:
            raise InvalidAnswer(
                "Nothing is answered. Answer at least one question.", key="nothing_answered"
            )
        entry = TriageAnswers(
            at=moment, zone=person.zone, answers=given, reasons=dict(reasons or {})
        )
        refuse_another_person([entry], person=person, now=moment)
        taken_back = _taken_back(journal_of(person), given, today)
        stored, *_ = put(
            [entry, *taken_back], person=person, by=by, action="record_answers", now=moment
        )
        revision = revision_of(person, last_change_of(person))
        assessment = assess_standing(journal_of(person), today=today)
        row = _row(
            assessment,
            person=person,
            answers=UUID(stored.id),
            answered_at=moment,
            revision=revision,
            now=moment,
            seen=True,
        )
        _keep(row, by=by)
    return assessment


def _as_given(answers: Mapping[str, object]) -> dict[str, AnswerValue]:
    given: dict[str, AnswerValue] = {}
    for name, value in answers.items():
        if isinstance(value, list | tuple | set | frozenset):
            given[name] = tuple(sorted(str(part) for part in value))
        elif isinstance(value, bool | int | str):
            given[name] = value
    return given


def _taken_back(
    journal: Journal, given: Mapping[str, AnswerValue], today: date
) -> list[ProfileFact]:
    """Return the facts that the answers deny, so that the profile does not go on telling them."""
    profile = profile_answers(journal, today)
    return [
        ProfileFact(day=today, code=name, value="no" if value is False else str(value))
        for name, value in given.items()
        if name in profile and value == INPUTS[name].default and INPUTS[name].kind != "int"
        if profile[name] != value
    ]


def _row(
    found: Assessment,
    *,
    person: Person,
    answers: UUID | None,
    answered_at: datetime,
    revision: str,
    now: datetime,
    seen: bool = False,
    raised: bool = False,
) -> AssessmentRow:
    """Return the unsaved row of a result."""
    day = today_in(person, now)
    return AssessmentRow(
        person=person,
        at=now,
        answered_at=answered_at,
        day=day,
        checked_day=day,
        revision=revision,
        rules_version=found.rules_version,
        digest=found.digest,
        payload=plain(found),
        answers_id=answers,
        raised_at=now if raised else None,
        seen_at=now if seen else None,
    )


def _keep(row: AssessmentRow, *, by: str) -> None:
    """Store a result; a running programme rests where it is pressing."""
    row.save(force_insert=True)
    urgency = restored(row.payload).urgency
    pause_if_pressing(person=row.person, urgency=urgency, by=by, now=row.at)


def reassess(*, person: Person, by: str, now: datetime | None = None) -> Change:
    """Work the last result out again over the journal as it stands now.

    Answers that have no result yet, because they came from a file, get theirs; those of an earlier
    day first the one that they had then, or a sign that has aged since would never have been said.
    Nothing happens for a person who never did the check. A result that differs is stored; it stays
    valid from the day of the answers, not from today, unless the urgency has risen. It is worked
    out without holding up a writer, and where the disk does not take it, it is shown all the same
    (see `Change`).
    """
    if not was_checked(person):
        return NOTHING
    moment = now or datetime.now(UTC)
    changed = last_change_of(person)  # asked first: what comes meanwhile is worked out next time
    judged = journal_of(person, without=(DayExposure.kind,))  # no question is answered by them
    revision = revision_of(person, changed)
    last, told = _waiting(judged, person, moment)
    is_old = told is not None and told.day < today_in(person, moment)
    if told is not None and is_old and (last is None or last.at < told.at):
        then = judged.until(told.day)
        _work_out(then, last, told, person=person, by=by, revision=revision, now=told.at)
        last, told = _waiting(judged, person, moment)
    return _work_out(judged, last, told, person=person, by=by, revision=revision, now=moment)


def _waiting(
    journal: Journal, person: Person, now: datetime
) -> tuple[AssessmentRow | None, TriageAnswers | None]:
    """Return the last result, and the answers after it that have none yet."""
    last = newest_result(person)
    return last, newest_check(journal, person=person, last=last, now=now)


def was_checked(person: Person) -> bool:
    """Say whether there is a result, or there are answers that have none yet."""
    return newest_result(person) is not None or has_answers(person)


def _work_out(
    journal: Journal,
    last: AssessmentRow | None,
    told: TriageAnswers | None,
    *,
    person: Person,
    by: str,
    revision: str,
    now: datetime,
) -> Change:
    """Work the last result, or the one of `told`, out over `journal` as of `now`, and keep it."""
    if last is None and told is None:
        return NOTHING
    found = assess_standing(journal, today=today_in(person, now))
    if last is not None and told is None and _is_kept(last, found, now):
        with unless_unavailable():
            checked = AssessmentRow.objects.filter(id=last.id)
            checked.update(revision=revision, checked_day=today_in(person, now))
        return Change(assessment=restored(last.payload), raised=False)
    raised = last is not None and _asks_for_more(_said(person, found), found.urgency)
    row = _row(
        found,
        person=person,
        answers=None if last is None else last.answers_id,
        answered_at=now if last is None else last.answered_at,
        revision=revision,
        now=now,
        raised=raised,
    )
    if told is not None and told.id is not None:
        row.answers_id, row.answered_at = UUID(told.id), told.at
    return Change(
        assessment=found,
        raised=raised,
        unsaved=None if _is_stored(row, after=last, by=by) else row,
    )


def _is_kept(last: AssessmentRow, found: Assessment, now: datetime) -> bool:
    """Say whether the last result stands: it says the same, or it rests on what is to come.

    What was noted while a clock was ahead counts only when its day comes; until then its absence
    lowers nothing.
    """
    before = restored(last.payload)
    if found.digest == before.digest and found.rules_version == before.rules_version:
        return True
    return not has_come(last.at, now) and not has_risen(before.urgency, found.urgency)


def _said(person: Person, found: Assessment) -> Urgency | None:
    """Return the urgency of the newest result.

    A rise that nobody has seen and that the journal no longer bears out was never said.
    """
    told = newest_told(person)
    while told is not None and told.raised_at is not None and told.seen_at is None:
        with unless_unavailable():
            if has_risen(found.urgency, restored(told.payload).urgency):
                AssessmentRow.objects.filter(id=told.id).update(raised_at=None)
        below = newest_told(person)
        if below is None or below.id == told.id:
            break
        told = below
    return None if told is None else restored(told.payload).urgency


def _asks_for_more(said: Urgency | None, found: Urgency | None) -> bool:
    """Say whether a result is one of its own: it has risen, or it is whole at last."""
    return has_risen(said, found) or (said is None and found is not None)


def _is_stored(row: AssessmentRow, *, after: AssessmentRow | None, by: str) -> bool:
    """Store a result unless a newer one is there already; say whether the store holds the newest.

    Nobody waits for it, least of all a page that only shows it.
    """
    done = False
    with unless_unavailable():
        with transaction.atomic():
            newest = newest_result(row.person)
            if newest is None or (after is not None and newest.id == after.id):
                _keep(row, by=by)
                record(person=row.person, by=by, action="reassess", now=row.at)
        done = True
    return done


def catch_up(*, person: Person, by: str, now: datetime | None = None) -> Change:
    """Work the last result out again if anything was written since, or the day is another one.

    Call it before a result is shown. Days alone can change what the journal suggests: how long it
    has run, whether it goes on. What was written late on an earlier day is judged as of that day
    first, so that a rise counts from the day it rose.
    """
    moment = now or datetime.now(UTC)
    today = today_in(person, moment)
    rows = AssessmentRow.objects.filter(person=person).annotate(last_change=last_change())
    newest = rows.order_by("-stored_nth").first()
    if newest is None:
        return reassess(person=person, by=by, now=moment)
    checked = newest.checked_day or newest.day
    unchanged = newest.revision == revision_of(person, newest.last_change or 0)
    if checked == today and unchanged:
        return Change(assessment=restored(newest.payload), raised=False)
    if checked < today and not unchanged and not _clock_was_set_back(newest):
        _judge_as_of_the_end_of(checked, person=person, by=by, newest=newest)
    return reassess(person=person, by=by, now=moment)


def _clock_was_set_back(row: AssessmentRow) -> bool:
    """Say whether a result from before this one is dated after it: its day cannot be trusted."""
    before = AssessmentRow.objects.filter(person=row.person, stored_nth__lt=row.stored_nth)
    return before.filter(at__gt=row.at + FORGIVEN).exists()


def _judge_as_of_the_end_of(day: date, *, person: Person, by: str, newest: AssessmentRow) -> None:
    ends = datetime.combine(day + timedelta(days=1), time(person.day_ends_hour))
    ended = ends.replace(tzinfo=zone_of(person.zone)).astimezone(UTC) - timedelta(microseconds=1)
    journal = journal_as_of(person, ended)
    last, told = _waiting(journal, person, ended)
    _work_out(journal, last, told, person=person, by=by, revision=newest.revision, now=ended)


def current_result(*, person: Person, by: str, now: datetime | None = None) -> LatestResult | None:
    """Return the result as it is now, stored or not; None when the check was never done."""
    moment = now or datetime.now(UTC)
    unsaved = catch_up(person=person, by=by, now=moment).unsaved
    if unsaved is not None:
        return not_stored(unsaved, now=moment)
    return latest_assessment(person, now=moment)


def keep_up(*, person: Person, by: str, now: datetime | None = None) -> None:
    """After a write, work the result out again at once if that was not done today.

    What is written later on the same day waits for `catch_up`, so that saving stays quick.
    """
    moment = now or datetime.now(UTC)
    newest = _CHECKED.first(person=person.id)
    if newest is None:
        return
    day, checked_day = newest
    if (checked_day or day) != today_in(person, moment):
        catch_up(person=person, by=by, now=moment)


_CHECKED: Final = Prepared(
    lambda: (
        AssessmentRow.objects.filter(person_id=PERSON)
        .order_by("-stored_nth")
        .values_list("day", "checked_day")[:1]
    )
)


def mark_seen(*, person: Person, now: datetime | None = None) -> None:
    """Note that the person has seen the newest result, so that it is not brought up again.

    Where that cannot be stored it is brought up once more.
    """
    newest = newest_told(person)
    if newest is not None and newest.seen_at is None:
        with unless_unavailable():
            newest.seen_at = now or datetime.now(UTC)
            newest.save(update_fields=["seen_at"])
