"""The steps over start, pause, resume, off, on, goal, stop and finish, at any date."""

from datetime import date, timedelta
from statistics import median

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from myolog.journal.model import Journal
from myolog.journal.periods import latest_period
from myolog.programme.guards import FACTS
from myolog.programme.plan import plan_on
from myolog.programme.record import chosen_goal, record_of
from myolog.programme.reminders import days_to_look, look_dates, reminders_of
from tests.factories import exposure, fact, programme

STEEPEST_MG = 130
"""The largest fall of the taper from one day to the next (guide, 6a)."""

DATES = (date(2028, 2, 20), date(2027, 2, 25), date(2026, 12, 28), date(2026, 10, 20))


class Steps(RuleBasedStateMachine):
    """What a person does, and what is known of the caffeine of each day."""

    @initialize(first=st.sampled_from(DATES), usual=st.integers(80, 1300))
    def start(self, first: date, usual: int) -> None:
        self.day, self.usual, self.goal = first, usual, None
        told = dict.fromkeys(FACTS, "no") | {"kidney": "none", "age_years": 42}
        self.entries = {
            ("fact", code): fact(code, value, day=first) for code, value in told.items()
        }
        self.shown: dict[date, int] = {}
        self.stopped = False
        self._begin()

    def _begin(self) -> None:
        self.begun = self.day
        self._put("started")
        self._put("baseline", "STEP-1", str(self.usual))
        self._put("reminder", "STEP-4", "18:30")

    def _put(self, event: str, step: str | None = None, value: str | None = None) -> None:
        one = programme(day=self.day, event=event, step=step, value=value)
        self.entries[one.slot] = one

    @property
    def journal(self) -> Journal:
        return Journal(tuple(self.entries.values()))

    @property
    def plan(self):
        return plan_on(self.journal, self.day, today=self.day, urgent=False)

    @staticmethod
    def _asked(plan) -> int | None:
        amounts = {one.step.code: one.amount for one in plan.steps}
        return amounts.get("STEP-1") if plan.state == "running" else None

    @rule(days=st.sampled_from((1, 1, 1, 2, 3, 7, 14)), mg=st.none() | st.integers(0, 1300))
    def live(self, days: int, mg: int | None) -> None:
        for left in reversed(range(days)):
            if left == 0 and (asked := self._asked(self.plan)) is not None:
                self.shown[self.day] = asked
            if mg is not None:
                self.entries[("noted", self.day)] = exposure(day=self.day, value=mg)
            self.day += timedelta(days=1)

    @rule()
    def pause_or_resume(self) -> None:
        state = self.plan.state
        act, undoes = ("paused", "resumed") if state == "running" else ("resumed", "paused")
        if state in ("running", "paused") and not self.entries.pop(f"{self.day}/{undoes}/-", None):
            self._put(act)

    @rule(value=st.sampled_from(("off", "on")))
    def leave_out_or_take_up(self, value: str) -> None:
        self._choose(value)

    @precondition(lambda self: self.plan.target_mg is not None)
    @rule(share=st.sampled_from((0, 0, 0.5, 0.9)))
    def choose(self, share: float) -> None:
        lowest = self.plan.target_mg
        self.goal = lowest + round((self.usual - lowest) * share)
        self._choose(str(self.goal))

    def _choose(self, value: str) -> None:
        if self.plan.state in ("running", "paused"):
            period = latest_period(self.journal, self.day)
            record = record_of(self.journal, period, self.day)
            for one in chosen_goal(record, self.day, "STEP-1", value):
                self.entries[one.slot] = one

    @precondition(lambda self: self.day > self.begun and self.plan.state in ("running", "paused"))
    @rule()
    def stop(self) -> None:
        self._put("stopped")
        self.stopped = True

    @precondition(lambda self: self.plan.state in ("over", "stopped"))
    @rule(usual=st.integers(80, 1300))
    def start_again(self, usual: int) -> None:
        if self.plan.period.stopped == self.day:
            self.day += timedelta(days=1)
        self.usual, self.goal, self.stopped, self.shown = usual, None, False, {}
        self._begin()

    @invariant()
    def it_holds(self) -> None:
        plan = self.plan
        asked = self._asked(plan)
        if asked is not None:
            assert asked >= self._before() - STEEPEST_MG, "never faster than the taper"
            assert asked >= (self.goal or 0), "an own goal holds"
        period = latest_period(self.journal, self.day)
        assert (plan.state == "stopped") is self.stopped
        if self.stopped:
            assert look_dates(period) == days_to_look(self.journal, period) == ()
            assert all(one.last < period.stopped for one in reminders_of(self.journal, period))

    def _before(self) -> float:
        """Return what was taken before today, as far as it is known."""
        last = max(self.shown, default=None)
        away = (self.day - (self.begun if last is None else last + timedelta(days=1))).days
        days = (self.day - timedelta(days=back) for back in range(1, min(away, 7) + 1))
        noted = [
            self.entries[("noted", day)].value for day in days if ("noted", day) in self.entries
        ]
        if away and len(noted) == min(away, 7):
            return median(noted)
        return self.usual if last is None or away > 2 else self.shown[last]


Steps.TestCase.settings = settings(max_examples=20, stateful_step_count=12, derandomize=True)
TestSteps = Steps.TestCase
