"""What the journal holds of one run of the programme: goals, ticks, the way down, headaches.

Decides which goal and ceiling belong to which day, and what counts as done: a tick, or a note that
shows it. Source: the guide, sections 6a and 6b.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from myolog.journal.model import Journal
from myolog.journal.periods import ProgrammePeriod
from myolog.journal.records import ProgrammeEvent
from myolog.programme.caffeine import TARGET_MG, eased_taper
from myolog.programme.steps import Step

__all__ = ["OFF", "ON", "Record", "events_of", "record_of", "whole"]

OFF: Final = "off"
"""Goal of a step that the person leaves out."""

ON: Final = "on"
"""Goal of a step that the person takes up again: as it was before it was left out."""


def whole(text: str | None) -> int | None:
    """Return the whole number that a programme entry holds, or None."""
    return int(text) if text is not None and text.isdecimal() else None


def events_of(journal: Journal, period: ProgrammePeriod, event: str) -> tuple[ProgrammeEvent, ...]:
    """Return the events of one kind that belong to a run of the programme, oldest first."""
    return tuple(
        one
        for one in journal.of(ProgrammeEvent)
        if one.event == event
        and one.day >= period.started
        and (period.last_day is None or one.day <= period.last_day)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One run of the programme as noted.

    Attributes
    ----------
    period : when it ran
    goals : every change of a goal, oldest first
    ticks : days and steps that the person ticked
    usual_mg : caffeine of a usual day before the start, mg; None where it is not known
    ceilings : the way down from day 1, mg, headaches heeded; empty without one
    values : exposures by day
    observed : days on which the person looked back
    """

    period: ProgrammePeriod
    goals: tuple[ProgrammeEvent, ...]
    ticks: frozenset[tuple[date, str]]
    usual_mg: int | None
    ceilings: tuple[int, ...]
    values: Mapping[date, Mapping[str, float]]
    observed: frozenset[date]

    def goals_on(self, day: date) -> Mapping[str, str]:
        """Return the goals that hold on `day`: step to an amount, a bedtime or "off"."""
        held: dict[str, str] = {}
        before: dict[str, str] = {}
        for one in self.goals:
            if one.day <= day and one.step is not None and one.value is not None:
                if one.value not in (OFF, ON):
                    before[one.step] = one.value
                held[one.step] = before.get(one.step, ON) if one.value == ON else one.value
        return {step: value for step, value in held.items() if value != ON}

    def takes_part(self, step: Step, day: date) -> bool:
        """Say whether the step is not left out on `day`."""
        return self.goals_on(day).get(step.code) != OFF

    def amount_on(self, step: Step, day: date) -> int | None:
        """Return the step's own amount on `day`, guards aside: mg of caffeine or mL of drinks."""
        chosen = whole(self.goals_on(day).get(step.code))
        if step.code == "STEP-1":
            return self._ceiling_on(day, chosen)
        if step.goal is None:
            return None
        return step.goal[1] if chosen is None else chosen

    def _ceiling_on(self, day: date, chosen: int | None) -> int | None:
        if self.usual_mg is None:
            return None
        if not self.ceilings:  # so little to cut that the usual amount may stay
            target = TARGET_MG if chosen is None else chosen
            return max(target, self.usual_mg)
        last = len(self.ceilings)
        ceiling = self.ceilings[min(max(self.period.number_of(day), 1), last) - 1]
        return ceiling if chosen is None else max(ceiling, chosen)

    def done_on(self, step: Step, day: date, amount: int | None) -> bool:
        """Say whether the step was done: ticked, or shown by the notes of the day.

        Parameters
        ----------
        amount
            The step's amount on that day, guards heeded.
        """
        return (day, step.code) in self.ticks or self._shown(step, day, amount)

    def _shown(self, step: Step, day: date, amount: int | None) -> bool:
        if step.code == "STEP-5":
            return day in self.observed
        part = step.parts[0]
        value = self.values.get(day, {}).get(part.exposure or "")
        least = amount if step.code == "STEP-2" else part.least
        most = amount if step.code == "STEP-1" else part.most
        if value is None or (least is None and most is None):
            return False
        return (least is None or value >= least) and (most is None or value <= most)


def record_of(journal: Journal, period: ProgrammePeriod) -> Record:
    """Return what the journal holds of a run of the programme."""
    goals = events_of(journal, period, "goal")
    usual_mg = whole(next((one.value for one in events_of(journal, period, "baseline")), None))
    return Record(
        period=period,
        goals=goals,
        ticks=frozenset(
            (one.day, one.step)
            for one in events_of(journal, period, "step_done")
            if one.step is not None
        ),
        usual_mg=usual_mg,
        ceilings=() if usual_mg is None else _way_down(journal, period, usual_mg, goals),
        values=journal.exposure_values,
        observed=journal.observed_days,
    )


def _way_down(
    journal: Journal, period: ProgrammePeriod, usual_mg: int, goals: tuple[ProgrammeEvent, ...]
) -> tuple[int, ...]:
    """Return the ceilings from the usual amount to the target chosen with it.

    Where the step was taken up later than the first day, the days before stay at the usual amount.
    """
    begun = next(one.day for one in events_of(journal, period, "baseline"))
    n_before = period.number_of(begun) - 1
    first = (one.value for one in goals if one.step == "STEP-1" and one.day == begun)
    target = whole(next(first, None))
    headaches = {
        period.number_of(one.day) - n_before: score
        for one in events_of(journal, period, "headache")
        if not period.paused_on(one.day) and (score := whole(one.value)) is not None
    }
    falling = eased_taper(usual_mg, TARGET_MG if target is None else target, headaches)
    return (*(usual_mg for _ in range(n_before)), *falling) if falling else ()
