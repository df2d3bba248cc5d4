"""What the programme is on one day: which day it is, what it asks, and which three things first.

Decides what stands on a day when the guards are heeded. Everything comes from the journal, so that
a plan can be worked out again. Source: the guide, section 6 and DP-12.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.model import Journal
from myolog.journal.periods import PROGRAMME_DAYS, ProgrammePeriod, latest_period
from myolog.programme.guards import Effect, Facts, Guarded, facts_of, guarded_parts
from myolog.programme.readiness import days_to_compare, is_enough_to_compare
from myolog.programme.record import Record, record_of
from myolog.programme.steps import STEPS, Step

__all__ = ["DayPlan", "DayStep", "plan_on"]

MOST_THINGS: Final = 3
GENTLE_ORDER: Final = ("STEP-1", "STEP-4", "STEP-3", "STEP-2", "STEP-5")
"""Which steps are named first on Today; the others are on the page of the steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStep:
    """One step on one day.

    Attributes
    ----------
    step : which of the five
    amount : the day's most caffeine in mg or goal of drinks in mL; None where there is none
    bedtime : the bedtime the person chose, "HH:MM", or None
    parts : part of the step to what the guards make of it
    ticked : ticked by the person
    done : ticked, or shown by a note of the day
    n_noted : of the last seven days, how many have an amount of caffeine
    """

    step: Step
    amount: int | None
    bedtime: str | None
    parts: Mapping[str, Guarded]
    ticked: bool
    done: bool
    n_noted: int

    @property
    def has_target(self) -> bool:
        """Whether anything is left to do when the guards are heeded."""
        return any((part.effect or 0) < Effect.ASK for part in self.parts.values())

    @property
    def is_noting(self) -> bool:
        """Whether it is the caffeine's, and the usual amount has to be noted before it falls."""
        first = self.parts[self.step.parts[0].code]
        is_planned = (first.effect or 0) < Effect.LIMIT
        return self.step.code == "STEP-1" and self.amount is None and is_planned

    @property
    def main_is_asked(self) -> bool:
        """Whether its first part, which gives it its name, is asked for."""
        return (self.parts[self.step.parts[0].code].effect or 0) < Effect.ASK

    @property
    def is_guarded(self) -> bool:
        """Whether the words of a guard stand in place of some of its own."""
        return any((part.effect or 0) > Effect.ADD for part in self.parts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """The programme on one day.

    Attributes
    ----------
    day : the date
    period : the run of the programme it belongs to
    number : which of the 28 days; 29 when it is over
    state : running, paused, waiting (a guard stops everything), over or stopped
    steps : the steps that are not left out, in the order of the guide
    facts : what the guards rest on
    ceilings : the way down of the caffeine from day 1 on, lived and to come, mg; empty without one
    way_begins : number of the day on which it begins to fall
    target_mg : where the caffeine ends without an amount of one's own; None where nothing is to cut
    can_compare : whether enough days before the start are noted to tell better from worse
    """

    day: date
    period: ProgrammePeriod
    number: int
    state: str
    steps: tuple[DayStep, ...]
    facts: Facts
    ceilings: tuple[int, ...]
    way_begins: int
    target_mg: int | None
    can_compare: bool

    @property
    def waits_for(self) -> str | None:
        """What stops everything: a doctor, questions (the age is not known) or age; else None."""
        if self.state != "waiting":
            return None
        if self.facts.get("urgent") == "yes":
            return "doctor"
        return "questions" if self.facts.get("age_years") is None else "age"

    @property
    def bedtime(self) -> str | None:
        """The bedtime the person chose, "HH:MM", or None."""
        return next((one.bedtime for one in self.steps if one.bedtime is not None), None)

    @property
    def is_noting(self) -> bool:
        """Whether the usual caffeine has to be noted before it falls."""
        return any(one.is_noting for one in self.steps)

    @property
    def gentle(self) -> tuple[DayStep, ...]:
        """At most three things for the day; none while the programme does not run."""
        if self.state != "running":
            return ()
        by_code = {one.step.code: one for one in self.steps if one.has_target}
        return tuple(by_code[code] for code in GENTLE_ORDER if code in by_code)[:MOST_THINGS]


def plan_on(journal: Journal, day: date, *, today: date, urgent: bool) -> DayPlan | None:
    """Return the latest programme as it is on `day`; None when it had not begun by then.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.
    today
        As of when it is known: guards rest on what was told by then, for earlier days too.
    urgent
        Whether the newest result of the check asks for a doctor within 48 hours or sooner.
    """
    past = journal.until(today)
    period = latest_period(past, today)
    if period is None or day < period.started:
        return None
    facts = facts_of(past, today, urgent=urgent)
    guarded = guarded_parts(facts)
    record = record_of(past, period, today)
    number = period.number_of(day)
    has_way = (guarded["caffeine"].effect or 0) < Effect.LIMIT
    return DayPlan(
        day=day,
        period=period,
        number=number,
        state=_state(period, day, number, guarded),
        steps=tuple(
            _day_step(record, step, day, guarded)
            for step in STEPS.values()
            if record.takes_part(step, day)
        ),
        facts=facts,
        ceilings=record.ceilings if has_way else (),
        way_begins=record.way_begins,
        target_mg=record.target_mg if has_way else None,
        can_compare=is_enough_to_compare(days_to_compare(past, period.started)),
    )


def _state(period: ProgrammePeriod, day: date, number: int, guarded: Mapping[str, Guarded]) -> str:
    if period.stopped is not None and day >= period.stopped:
        return "stopped"
    if number > PROGRAMME_DAYS:
        return "over"
    if any(part.effect is Effect.WAIT for part in guarded.values()):
        return "waiting"
    return "paused" if period.paused_on(day) else "running"


def _day_step(record: Record, step: Step, day: date, guarded: Mapping[str, Guarded]) -> DayStep:
    parts = FrozenDict({part.code: guarded[part.code] for part in step.parts})
    amount = guarded_amount(record, step, day, guarded)
    return DayStep(
        step=step,
        amount=amount,
        bedtime=record.goals_on(day).get(step.code) if step.code == "STEP-3" else None,
        parts=parts,
        ticked=(day, step.code) in record.ticks,
        done=record.done_on(step, day, amount),
        n_noted=record.n_noted(day),
    )


def guarded_amount(
    record: Record, step: Step, day: date, guarded: Mapping[str, Guarded]
) -> int | None:
    """Return the amount of a step on a day when the guards are heeded."""
    first = guarded[step.parts[0].code]
    if first.effect is Effect.LIMIT:
        return first.limit_mg
    return record.amount_on(step, day) if (first.effect or 0) < Effect.ASK else None
