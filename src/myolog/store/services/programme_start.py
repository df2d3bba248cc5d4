"""The start of the programme, and every change of what it asks.

One transaction each, with its audit event. What does not fit is refused in one sentence, and
nothing is stored.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from django.db import transaction

from myolog.content.typed import clock_typed, whole_amount_typed
from myolog.errors import Conflict, InvalidEntry, Refused, Unclear, UserError
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.periods import PROGRAMME_DAYS, latest_period
from myolog.journal.records import ProgrammeEvent
from myolog.programme.caffeine import (
    LEAST_BASELINE_DAYS,
    TARGET_MG,
    baseline_values,
    caffeine_baseline,
    half_of,
)
from myolog.programme.guards import Effect, guarded_parts
from myolog.programme.plan import DayPlan
from myolog.programme.readiness import LEAST_COMPARED_DAYS, Readiness
from myolog.programme.record import OFF, ON, Record, chosen_goal, events_of, record_of, whole
from myolog.programme.steps import STEPS
from myolog.store.compared import hold
from myolog.store.failures import unless_unavailable
from myolog.store.models import Person
from myolog.store.selectors import journal_of, today_in
from myolog.store.services.care import catch_up
from myolog.store.services.entries import put
from myolog.store.services.one_person import refuse_another_person
from myolog.store.services.programme_plan import (
    DOCTOR_FIRST,
    NOT_RUNNING,
    ongoing_plan,
    plan_now,
    plan_of,
    readiness_of,
)
from myolog.vocabulary.profile import PROFILE

EARLIEST_START: Final = 6
"""How many days back a first day may lie."""

TARGETS: Final = ("100", "half", "0")
"""Where the caffeine may end: 100 mg, half of the usual amount, or none."""


KNOWN_TARGETS: Final = ("100", "0")
"""Of these, the ones that need no usual amount: they can be chosen while it is only noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person chooses for the four weeks.

    Attributes
    ----------
    leave_out : codes of the steps to leave out
    target : where the caffeine ends, one of `TARGETS`
    drinks_ml : goal of drinks a day, mL; None for the usual one
    bedtime : "HH:MM", or None for no set time
    """

    leave_out: Collection[str] = ()
    target: str = TARGETS[0]
    drinks_ml: int | None = None
    bedtime: str | None = None


@transaction.atomic
def start_programme(
    *,
    person: Person,
    day: date | None = None,
    wishes: Wishes | None = None,
    compare: bool = True,
    facts: Iterable[ProfileFact] = (),
    by: str,
    now: datetime | None = None,
) -> DayPlan:
    """Begin the four weeks.

    Parameters
    ----------
    day
        The first day: today, or one of the last six days for steps begun already.
    compare
        Whether the days before must be enough to compare with; False begins without.
    facts
        Facts told together with the start; they are stored with it, or not at all.

    Returns
    -------
    plan : the programme as it is today

    Raises
    ------
    Conflict
        One is running, or the last one ended on or after that day.
    Refused
        The last result asks for a doctor, or the person is too young for it.
    InvalidEntry
        Facts, the check or days before are missing, or a wish is outside its range.
    """
    moment = now or datetime.now(UTC)
    today = today_in(person, moment)
    first = today if day is None else day
    wished = wishes or Wishes()
    catch_up(person=person, by=by, now=moment)
    told = tuple(facts)
    refuse_another_person(told, person=person, now=moment)
    put(told, person=person, by=by, action="tell_facts", now=moment)
    journal = journal_of(person)
    _refuse_second(journal, first, today)
    if not today - timedelta(days=EARLIEST_START) <= first <= today:
        raise InvalidEntry(
            "The first day must be today or one of the {days} days before.",
            days=EARLIEST_START,
            code="invalid_start",
        )
    ready = readiness_of(person=person, now=moment, day=first, journal=journal)
    _refuse_unready(ready)
    goals = _first_goals(journal, first, ready, wished)
    if compare and not ready.can_compare:
        raise InvalidEntry(
            "You looked back on {days} of the 14 days before, and {needed} are needed to "
            "compare. Note more days first, or start without a comparison.",
            days=ready.n_observed_days,
            needed=LEAST_COMPARED_DAYS,
            code="too_few_days",
        )
    begun = ProgrammeEvent(day=first, event="started")
    put([begun, *goals], person=person, by=by, action="start_programme", now=moment)
    return plan_now(person, moment)


def _refuse_second(journal: Journal, first: date, today: date) -> None:
    period = latest_period(journal, today)
    if period is None:
        return
    if period.stopped is None and period.number_of(today) <= PROGRAMME_DAYS:
        raise Conflict(
            "The programme runs since {day}; its first day stays. "
            "Stop it before you begin another.",
            day=period.started.isoformat(),
            code="programme_running",
            key="programme_runs_since",
        )
    if first <= (period.stopped or period.date_of(PROGRAMME_DAYS)):
        raise Conflict(
            "The last programme still ran on that day. Begin on a later one.",
            code="programme_running",
            key="last_programme_ran",
        )


def _refuse_unready(ready: Readiness) -> None:
    if ready.stopped_by == "doctor":
        raise Refused(DOCTOR_FIRST, code="doctor_first", key="not_running_doctor")
    if ready.stopped_by == "age":
        raise Refused(NOT_RUNNING["age"], code="too_young", key="not_running_age")
    if ready.stopped_by == "check":
        raise Refused("Do the check first. The steps come after it.", code="check_first")
    if ready.stopped_by == "questions":
        names = tuple(PROFILE[code].name for code in ready.open_facts)
        raise InvalidEntry(
            "Some things must be known first; “not sure” is an answer too: {names}.",
            names=names,
            code="facts_missing",
        )


def _first_goals(
    journal: Journal, first: date, ready: Readiness, wished: Wishes
) -> list[ProgrammeEvent]:
    """Return the usual amount of caffeine and every goal that is not the usual one."""
    unknown = set(wished.leave_out) - set(STEPS)
    if unknown or wished.target not in TARGETS:
        raise InvalidEntry(
            "The caffeine can end at {targets}; steps are {steps}.",
            targets=", ".join(TARGETS),
            steps=", ".join(STEPS),
            code="invalid_goal",
            key="caffeine_targets",
        )
    if len(set(wished.leave_out)) == len(STEPS):
        raise InvalidEntry("Choose at least one step.", code="no_step")
    found = [
        ProgrammeEvent(day=first, event="part", step=code, value=OFF)
        for code in STEPS
        if code in wished.leave_out
    ]
    planned = (ready.guarded["caffeine"].effect or 0) < Effect.LIMIT
    if planned and "STEP-1" not in wished.leave_out:
        found += _caffeine_begins(journal, first, wished.target)
    if wished.drinks_ml is not None and "STEP-2" not in wished.leave_out:
        found.append(_goal(first, "STEP-2", _drinks(str(wished.drinks_ml))))
    if wished.bedtime is not None and "STEP-3" not in wished.leave_out:
        found.append(_goal(first, "STEP-3", clock_time(wished.bedtime)))
    return found


def _caffeine_begins(journal: Journal, first: date, target: str) -> list[ProgrammeEvent]:
    """Return the usual amount, where enough days tell it, and a target that is not the usual one.

    Without the amount the first days are for noting it.
    """
    found = _baseline(journal, first)
    if target == "half":
        if not found:
            raise InvalidEntry(
                "Half of the usual amount is not known yet. Begin with 100 mg; "
                "another amount can be chosen once the first week is noted.",
                code="invalid_goal",
                key="half_unknown",
            )
        target = str(half_of(whole(found[0].value) or 0))
    return found if target == str(TARGET_MG) else [*found, _goal(first, "STEP-1", target)]


def begin_way(
    *, person: Person, by: str, now: datetime | None = None, journal: Journal | None = None
) -> bool:
    """Keep the usual amount of caffeine once the days tell it; the way down begins that day.

    It is kept, and not worked out from the days anew, so that a day filled in later does not make
    the amount fall at once. Where it cannot be stored it waits.

    Returns
    -------
    begun : whether it began now
    """
    moment = now or datetime.now(UTC)
    told = journal_of(person) if journal is None else journal
    today = today_in(person, moment)
    period = latest_period(told, today)
    if period is None or events_of(told, period, "baseline"):
        return False
    found = _baseline(told, today)
    plan = plan_of(person=person, now=moment, journal=told) if found else None
    if plan is None or plan.state != "running" or not plan.is_noting:
        return False
    begun = False
    with unless_unavailable():
        put(found, person=person, by=by, action="begin_way", now=moment)
        begun = True
    return begun


def _baseline(journal: Journal, day: date) -> list[ProgrammeEvent]:
    """Return the usual amount of caffeine as of a day, where enough days tell it."""
    if len(baseline_values(journal, day)) < LEAST_BASELINE_DAYS:
        return []
    usual = str(caffeine_baseline(journal, day))
    return [ProgrammeEvent(day=day, event="baseline", step="STEP-1", value=usual)]


def _goal(day: date, step: str, value: str) -> ProgrammeEvent:
    return ProgrammeEvent(day=day, event="goal", step=step, value=value)


@transaction.atomic
def set_goals(
    *, person: Person, goals: Mapping[str, str], by: str, now: datetime | None = None
) -> DayPlan:
    """Change what steps ask from today on, all or none.

    Parameters
    ----------
    goals
        Code of a step to its new goal: "off" leaves it out, "on" takes it up again; or mg of
        caffeine to stay at, mL of drinks, a bedtime "HH:MM".

    Raises
    ------
    NotFound, Conflict
        No programme runs.
    InvalidEntry
        A step takes no such value, or it is outside its range.
    """
    hold(person)
    moment = now or datetime.now(UTC)
    plan = ongoing_plan(person, moment)
    journal = journal_of(person)
    record = record_of(journal, plan.period, plan.day)
    checked = {
        step: value if value in (OFF, ON) else _checked_goal(record, plan, step, value)
        for step, value in goals.items()
    }
    _refuse_empty(plan, checked)
    entries = [
        one for step, value in checked.items() for one in chosen_goal(record, plan.day, step, value)
    ]
    if checked.get("STEP-1") == ON and record.usual_mg is None:
        entries += _later_baseline(journal, plan)
    put(entries, person=person, by=by, action="set_goal", now=moment)
    return plan_now(person, moment)


def _checked_goal(record: Record, plan: DayPlan, step: str, value: str) -> str:
    if step == "STEP-1":
        return _caffeine(record, plan, value)
    if step == "STEP-2":
        return _drinks(value)
    if step == "STEP-3":
        return clock_time(value)
    raise InvalidEntry(
        "This step has no amount. Leave it out or take it up.",
        code="invalid_goal",
        key="step_without_amount",
    )


def _caffeine(record: Record, plan: DayPlan, value: str) -> str:
    lowest, highest = plan.target_mg, record.usual_mg
    if plan.is_noting and value in KNOWN_TARGETS:
        return value
    if lowest is None or highest is None:
        raise InvalidEntry(
            "There is no plan for caffeine now, so there is no amount to change.",
            code="invalid_goal",
            key="no_caffeine_plan",
        )
    amount = _read(value, "mg")
    if amount is None or not lowest <= amount <= highest:
        raise InvalidEntry(
            "The caffeine to stay at must be from {lowest} to {highest} mg a day.",
            lowest=lowest,
            highest=highest,
            code="invalid_goal",
            key="caffeine_limits",
        )
    return str(amount)


def _drinks(value: str) -> str:
    lowest, _, highest = STEPS["STEP-2"].goal or (0, 0, 0)
    amount = _read(value, "mL")
    if amount is None or not lowest <= amount <= highest:
        raise InvalidEntry(
            "The goal of drinks must be from {lowest:,} to {highest:,} mL a day.",
            lowest=lowest,
            highest=highest,
            code="invalid_goal",
            key="drinks_limits",
        )
    return str(amount)


def _read(value: str, unit: str) -> int | None:
    """Return a typed goal as a whole amount, or None; one with two readings stays a question."""
    try:
        return whole_amount_typed(value, unit, metric=True)
    except Unclear:
        raise
    except UserError:
        return None


def clock_time(text: str) -> str:
    """Return a typed time of day as "HH:MM"; raises as `clock_typed`, with a goal's code."""
    try:
        return f"{clock_typed(text):%H:%M}"
    except InvalidEntry as wrong:
        wrong.code = "invalid_goal"  # by this code programs know a goal that does not fit
        raise


def _later_baseline(journal: Journal, plan: DayPlan) -> list[ProgrammeEvent]:
    """Return the usual amount for a step taken up later; none where a guard makes no plan."""
    if (guarded_parts(plan.facts)["caffeine"].effect or 0) >= Effect.LIMIT:
        return []
    return _baseline(journal, plan.day)


def _refuse_empty(plan: DayPlan, goals: Mapping[str, str]) -> None:
    unknown = set(goals) - set(STEPS)
    left = {one.step.code for one in plan.steps} | set(goals)
    if unknown or not {code for code in left if goals.get(code) != OFF}:
        raise InvalidEntry("Choose at least one step.", code="no_step")
