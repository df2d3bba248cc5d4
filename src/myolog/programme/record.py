"""What the journal holds of one run of the programme: goals, ticks, the way down, headaches.

Decides which goal and ceiling belong to which day, and what counts as done: a tick, or a note that
shows it. A step that is left out keeps its own goal. Source: the guide, sections 6a and 6b.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.periods import ProgrammePeriod
from myolog.journal.records import ProgrammeEvent, TriageAnswers
from myolog.programme.caffeine import BASELINE_DAYS, SMALL_CUT_MG, TARGET_MG, half_of
from myolog.programme.guards import Effect, facts_of, guarded_parts
from myolog.programme.steps import Step
from myolog.programme.way import Lived, lived_way

__all__ = ["OFF", "ON", "Record", "chosen_goal", "events_of", "record_of", "whole"]

OFF: Final = "off"
"""The person leaves a step out; its own goal stays."""

ON: Final = "on"
"""The person takes a step up again: as it was before it was left out."""


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
    goals : every goal, and every step left out or taken up, oldest first
    ticks : days and steps that the person ticked
    usual_mg : caffeine of a usual day before the start, mg; None where it is not known
    way : the most caffeine of each day from the one on which it was known, mg
    values : exposures by day
    observed : days on which the person looked back
    """

    period: ProgrammePeriod
    goals: tuple[ProgrammeEvent, ...]
    ticks: frozenset[tuple[date, str]]
    usual_mg: int | None
    way: Mapping[date, int]
    values: Mapping[date, Mapping[str, float]]
    observed: frozenset[date]

    def goals_on(self, day: date) -> Mapping[str, str]:
        """Return the goals that hold on `day`: step to an amount, a bedtime or "off"."""
        own, left_out = _goals_on(self.goals, day)
        return {**own, **dict.fromkeys(left_out, OFF)}

    def takes_part(self, step: Step, day: date) -> bool:
        """Say whether the step is not left out on `day`."""
        return self.goals_on(day).get(step.code) != OFF

    def amount_on(self, step: Step, day: date) -> int | None:
        """Return the step's own amount on `day`, guards aside: mg of caffeine or mL of drinks."""
        if step.code == "STEP-1":
            return self._ceiling_on(day)
        if step.goal is None:
            return None
        chosen = whole(self.goals_on(day).get(step.code))
        return step.goal[1] if chosen is None else chosen

    def _ceiling_on(self, day: date) -> int | None:
        if not self._is_known_on(day):
            return None
        return self.way[min(day, max(self.way))]

    def _is_known_on(self, day: date) -> bool:
        """Say whether the usual amount of caffeine was known by then; until it is, it is noted."""
        return bool(self.way) and day >= next(iter(self.way))

    @property
    def target_mg(self) -> int | None:
        """Where the caffeine ends without an amount of one's own; None where nothing is to cut."""
        if self.usual_mg is None or not self.way:
            return None
        target = _first_target(self.goals, next(iter(self.way)), self.usual_mg)
        return target if self.usual_mg - target > SMALL_CUT_MG else None

    @property
    def way_begins(self) -> int:
        """The number of the day on which the way down begins; 1 without one."""
        return self.period.number_of(next(iter(self.way))) if self.way else 1

    def n_noted(self, day: date) -> int:
        """Count the days with an amount of caffeine among the seven up to `day`."""
        week = (day - timedelta(days=back) for back in range(BASELINE_DAYS))
        return sum("caffeine" in self.values.get(one, {}) for one in week)

    @property
    def ceilings(self) -> tuple[int, ...]:
        """The way down from day 1 to its end, mg, one for each day that is not paused."""
        if self.usual_mg is None or not self.way:
            return ()
        first = self.way_begins
        lived = [mg for day, mg in self.way.items() if not self.period.paused_on(day)]
        found = [self.usual_mg] * (first - 1) + lived
        while len(found) > 1 and found[-2] == found[-1]:
            found.pop()
        return tuple(found) if found and (len(found) > 1 or found[0] < self.usual_mg) else ()

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
        if step.code == "STEP-1" and amount is None and not self._is_known_on(day):
            return value is not None
        least = amount if step.code == "STEP-2" else part.least
        most = amount if step.code == "STEP-1" else part.most
        if value is None or (least is None and most is None):
            return False
        return (least is None or value >= least) and (most is None or value <= most)


def record_of(journal: Journal, period: ProgrammePeriod, today: date) -> Record:
    """Return what the journal holds of a run of the programme.

    Parameters
    ----------
    today
        From when on nothing is known yet: the days to come are as this one.
    """
    goals = _changes(journal, period)
    baseline = next(iter(events_of(journal, period, "baseline")), None)
    usual_mg = None if baseline is None else whole(baseline.value)
    return Record(
        period=period,
        goals=goals,
        ticks=frozenset(
            (one.day, one.step)
            for one in events_of(journal, period, "step_done")
            if one.step is not None
        ),
        usual_mg=usual_mg,
        way={}
        if baseline is None or usual_mg is None
        else _way(journal, period, today, baseline.day, usual_mg),
        values=journal.exposure_values,
        observed=journal.observed_days,
    )


def _changes(journal: Journal, period: ProgrammePeriod) -> tuple[ProgrammeEvent, ...]:
    """Return goals, and on the same day after them what was left out or taken up."""
    found = (*events_of(journal, period, "goal"), *events_of(journal, period, "part"))
    return tuple(sorted(found, key=lambda one: (one.day, one.event)))


def _goals_on(
    goals: tuple[ProgrammeEvent, ...], day: date
) -> tuple[dict[str, str], frozenset[str]]:
    """Return each own goal on `day`, and which steps are left out."""
    own: dict[str, str] = {}
    left_out: set[str] = set()
    for one in goals:
        if one.day > day or one.step is None or one.value is None:
            continue
        if one.value == OFF:
            left_out.add(one.step)
            continue
        left_out.discard(one.step)
        if one.value != ON:
            own[one.step] = one.value
    return own, frozenset(left_out)


def chosen_goal(record: Record, day: date, step: str, value: str) -> tuple[ProgrammeEvent, ...]:
    """Return what is to be noted when a goal is chosen, or a step left out or taken up."""
    if value in (OFF, ON):
        return (ProgrammeEvent(day=day, event="part", step=step, value=value),)
    goal = ProgrammeEvent(day=day, event="goal", step=step, value=value)
    if record.goals_on(day).get(step) != OFF:
        return (goal,)
    return (goal, ProgrammeEvent(day=day, event="part", step=step, value=ON))


def _first_target(goals: tuple[ProgrammeEvent, ...], day: date, usual_mg: int) -> int:
    """Return the target chosen at the start; an amount to stay at is none."""
    chosen = whole(_goals_on(goals, day)[0].get("STEP-1"))
    is_target = chosen is not None and (chosen < TARGET_MG or chosen == half_of(usual_mg))
    return chosen if chosen is not None and is_target else TARGET_MG


def _way(
    journal: Journal, period: ProgrammePeriod, today: date, begun: date, usual_mg: int
) -> Mapping[date, int]:
    goals = _changes(journal, period)
    is_guarded = _guarded_days(journal)

    def target(day: date) -> int:
        chosen = whole(_goals_on(goals, day)[0].get("STEP-1"))
        return _first_target(goals, begun, usual_mg) if chosen is None else chosen

    def is_break(day: date) -> bool:
        left_out = "STEP-1" in _goals_on(goals, day)[1]
        return left_out or period.paused_on(day) or is_guarded(min(day, today))

    values = journal.exposure_values
    given = Lived(
        usual=usual_mg,
        target=target,
        is_break=is_break,
        noted={day: told["caffeine"] for day, told in values.items() if "caffeine" in told},
        aches={
            one.day: score
            for one in events_of(journal, period, "headache")
            if (score := whole(one.value)) is not None
        },
    )
    rests = period.pauses[-1][0] if period.last_day is None else begun
    last = period.last_day or max(rests, begun)
    return lived_way(given, (begun + timedelta(days=n) for n in range((last - begun).days + 1)))


def _guarded_days(journal: Journal) -> Callable[[date], bool]:
    """Return a test whether a guard stood in place of the way down, as it was known on a day."""
    told = Journal((*journal.of(ProfileFact), *journal.of(TriageAnswers)))

    @cache
    def is_guarded(day: date) -> bool:
        facts = facts_of(told.until(day), day, urgent=False)
        return (guarded_parts(facts)["caffeine"].effect or 0) >= Effect.LIMIT

    return is_guarded
