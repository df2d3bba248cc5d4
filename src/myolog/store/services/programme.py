"""The programme as the person lives it: ticks, headaches, pauses and its end.

One transaction each, with its audit event. What does not fit is refused in one sentence, and
nothing is stored. What a day asks follows from the journal alone: see `myolog.programme`.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from myolog.errors import Conflict, InvalidEntry, NotFound, Refused
from myolog.journal.checks import check_passed
from myolog.journal.periods import PROGRAMME_DAYS
from myolog.journal.records import ProgrammeEvent
from myolog.programme.plan import DayPlan
from myolog.programme.steps import STEPS
from myolog.store.compared import hold
from myolog.store.models import Person
from myolog.store.selectors import journal_of, today_in
from myolog.store.services.care import catch_up
from myolog.store.services.entries import put
from myolog.store.services.keys import digest_of, keep_key, written
from myolog.store.services.programme_pause import note_change
from myolog.store.services.programme_plan import (
    NOT_RUNNING,
    ongoing_plan,
    plan_at,
    plan_now,
    plan_of,
    refuse_state,
    retire_slots,
)


@transaction.atomic
def tick(
    *,
    person: Person,
    step: str,
    day: date | None = None,
    by: str,
    idempotency_key: str | None = None,
    now: datetime | None = None,
) -> DayPlan:
    """Note that a step was done on a day; again changes nothing.

    Parameters
    ----------
    idempotency_key
        The client's name for this write: sent again, it does not undo what was done since.

    Returns
    -------
    plan : the programme on that day

    Raises
    ------
    NotFound, Conflict
        No programme ran on that day, or it was paused.
    InvalidEntry
        The day lies ahead, or the step is not asked for on it.
    """
    moment = now or datetime.now(UTC)
    done = _step_asked("tick", person, step, day, idempotency_key, moment)
    if done is not None:
        put([done], person=person, by=by, action="tick_step", now=moment)
    return plan_at(person, moment, day or today_in(person, moment))


@transaction.atomic
def untick(
    *,
    person: Person,
    step: str,
    day: date | None = None,
    by: str,
    idempotency_key: str | None = None,
    now: datetime | None = None,
) -> DayPlan:
    """Take a tick back; what the notes of the day show stays.

    Parameters
    ----------
    idempotency_key
        As for `tick`.

    Raises
    ------
    NotFound, Conflict, InvalidEntry
        As for `tick`.
    """
    moment = now or datetime.now(UTC)
    done = _step_asked("untick", person, step, day, idempotency_key, moment)
    if done is not None:
        retire_slots([done.slot], person=person, by=by, action="untick_step", now=moment)
    return plan_at(person, moment, day or today_in(person, moment))


def _step_asked(
    act: str, person: Person, step: str, day: date | None, key: str | None, now: datetime
) -> ProgrammeEvent | None:
    """Return the tick that a write is about; None where that write is stored already."""
    on_day = day or today_in(person, now)
    if not _is_new(person, key, [act, step, str(on_day)], now):
        return None
    _refuse_unasked(_plan_to_tick(person, on_day, now), step)
    return ProgrammeEvent(day=on_day, event="step_done", step=step)


def _is_new(person: Person, key: str | None, content: list[str], now: datetime) -> bool:
    """Say whether this write is not stored yet, and note its key; undone when it is refused."""
    digest = digest_of(content)
    if written(person, key, digest) is not None:
        return False
    keep_key(person, key, digest, entries=(), now=now)
    return True


@transaction.atomic
def note_headache(
    *,
    person: Person,
    score: int,
    day: date | None = None,
    by: str,
    now: datetime | None = None,
) -> DayPlan:
    """Note how bad a headache was on a day, from 0 to 10; the way down heeds it.

    Raises
    ------
    NotFound, Conflict, InvalidEntry
        As for `tick`, or the number is outside its range.
    """
    moment = now or datetime.now(UTC)
    plan = _plan_to_tick(person, day, moment)
    ache = ProgrammeEvent(day=plan.day, event="headache", value=str(score))
    put([ache], person=person, by=by, action="note_headache", now=moment)
    return plan_at(person, moment, plan.day)


def _plan_to_tick(person: Person, day: date | None, now: datetime) -> DayPlan:
    today = today_in(person, now)
    on_day = today if day is None else day
    check_passed(on_day, today=today)
    plan = plan_of(person=person, now=now, day=on_day)
    if plan is None:
        raise NotFound(
            "No programme ran on that day.", code="no_programme", key="no_programme_that_day"
        )
    refuse_state(plan)
    return plan


def _refuse_unasked(plan: DayPlan, step: str) -> None:
    if not any(one.step.code == step and one.has_target for one in plan.steps):
        raise InvalidEntry("This step is not part of your programme on that day.", code="not_asked")


@transaction.atomic
def pause(*, person: Person, by: str, now: datetime | None = None) -> DayPlan:
    """Let the programme rest from today on; nothing is lost.

    Raises
    ------
    NotFound, Conflict
        No programme runs, or it rests already.
    """
    moment = now or datetime.now(UTC)
    plan = ongoing_plan(person, moment)
    if plan.period.paused_on(plan.day):
        raise Conflict("The programme is paused already.", code="programme_paused")
    note_change(person, plan.day, "paused", undoes="resumed", by=by, now=moment)
    return plan_now(person, moment)


@transaction.atomic
def resume(*, person: Person, by: str, now: datetime | None = None) -> DayPlan:
    """Go on with the programme where it stopped.

    Raises
    ------
    NotFound, Conflict
        No programme is paused.
    Refused
        The last result asks for a doctor.
    """
    moment = now or datetime.now(UTC)
    catch_up(person=person, by=by, now=moment)
    plan = ongoing_plan(person, moment)
    if plan.waits_for is not None:
        raise Refused(
            NOT_RUNNING[plan.waits_for],
            code=f"{plan.waits_for}_first",
            key=f"not_running_{plan.waits_for}",
        )
    if plan.state != "paused":
        raise Conflict(
            "The programme is not paused.", code="programme_running", key="programme_not_paused"
        )
    note_change(person, plan.day, "resumed", undoes="paused", by=by, now=moment)
    return plan_now(person, moment)


@transaction.atomic
def stop_programme(*, person: Person, by: str, now: datetime | None = None) -> DayPlan:
    """End the programme today, before its 28 days are over.

    Raises
    ------
    NotFound, Conflict
        No programme runs.
    """
    moment = now or datetime.now(UTC)
    plan = ongoing_plan(person, moment)
    ended = ProgrammeEvent(day=plan.day, event="stopped")
    put([ended], person=person, by=by, action="stop_programme", now=moment)
    return plan_now(person, moment)


@transaction.atomic
def keep_what_helped(
    *,
    person: Person,
    steps: Collection[str],
    recheck: date,
    by: str,
    now: datetime | None = None,
) -> None:
    """After the four weeks, note which steps the person keeps and when to look again.

    Raises
    ------
    NotFound, Conflict
        There was no programme, or it still runs.
    InvalidEntry
        A step is unknown, or the day is not within the next half year.
    """
    hold(person)
    moment = now or datetime.now(UTC)
    plan = plan_of(person=person, now=moment)
    if plan is None:
        raise NotFound("No programme was started yet.", code="no_programme", key="no_programme_yet")
    if plan.state not in ("over", "stopped"):
        raise Conflict(
            "The programme still runs. This comes after it.",
            code="programme_running",
            key="programme_still_runs",
        )
    if not set(steps) <= set(STEPS):
        raise InvalidEntry(
            "Steps are {codes}.", codes=tuple(STEPS), code="unknown_step", key="steps_are"
        )
    if not plan.day < recheck <= plan.day + timedelta(days=183):
        raise InvalidEntry(
            "The day to look again must lie within the next half year.",
            code="invalid_date",
            key="look_again_too_far",
        )
    last = plan.period.stopped or plan.period.date_of(PROGRAMME_DAYS)
    before = (
        entry.slot
        for entry in journal_of(person).of(ProgrammeEvent)
        if entry.event in ("kept", "recheck") and entry.day == last
    )
    retire_slots(before, person=person, by=by, action="keep_steps", now=moment)
    kept = [ProgrammeEvent(day=last, event="kept", step=code) for code in STEPS if code in steps]
    again = ProgrammeEvent(day=last, event="recheck", value=recheck.isoformat())
    put([*kept, again], person=person, by=by, action="keep_steps", now=moment)
