"""Entries with sensible values, to be changed one at a time: `episode(side="left")`.

Plain functions over the real classes; nothing here is random.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from myolog.journal.entries import (
    CheckWindow,
    DayExposure,
    DayTally,
    Episode,
    MedicineEvent,
    NoneToday,
    ProfileFact,
    TaskCheck,
)
from myolog.journal.own import OwnThing
from myolog.journal.records import (
    Examination,
    ExperimentDay,
    ExperimentPlan,
    ProgrammeEvent,
    Question,
    Story,
    TriageAnswers,
)
from myolog.journal.visits import Visit
from myolog.triage.assessment import decide
from myolog.triage.history import Told
from myolog.triage.urgency import Urgency

DAY = date(2026, 3, 9)
AT = datetime(2026, 3, 9, 13, 20, tzinfo=UTC)
ZONE = "Europe/Berlin"


def episode(**over: Any) -> Episode:
    return Episode(**{"site": "calf", "side": "left", "started_at": AT, "zone": ZONE} | over)


def tally(**over: Any) -> DayTally:
    given = {"day": DAY, "site": "calf", "side": "left"} | over
    return DayTally(**given if {"amount", "count"} & set(over) else given | {"amount": "some"})


def none_today(**over: Any) -> NoneToday:
    return NoneToday(**{"day": DAY} | over)


def exposure(**over: Any) -> DayExposure:
    return DayExposure(**{"day": DAY, "code": "caffeine", "value": 180.0} | over)


def own_thing(**over: Any) -> OwnThing:
    given = {"day": DAY, "code": "own:amount:pot-of-tea:3f9a", "name": "Pot of tea"}
    return OwnThing(**given | over)


def medicine(**over: Any) -> MedicineEvent:
    return MedicineEvent(**{"day": DAY, "name": "Cetirizine", "action": "start"} | over)


def window(**over: Any) -> CheckWindow:
    return CheckWindow(**{"at": AT, "zone": ZONE, "count": 3} | over)


def tasks(**over: Any) -> TaskCheck:
    return TaskCheck(**{"day": DAY, "answers": {"grip": "fine", "stairs": "fine"}} | over)


def fact(code: str = "age_years", value: str | int | float = 42, **over: Any) -> ProfileFact:
    return ProfileFact(**{"day": DAY, "code": code, "value": value} | over)


def story(**over: Any) -> Story:
    given = {"day": DAY, "onset_day": date(2026, 1, 9), "first_site": "forearm"}
    return Story(**given | {"first_side": "right"} | over)


def examination(**over: Any) -> Examination:
    return Examination(**{"day": DAY, "what": "examination"} | over)


def visit(**over: Any) -> Visit:
    return Visit(**{"day": DAY, "event": "booked", "on": DAY} | over)


def question(text: str = "Do I need a nerve test?", **over: Any) -> Question:
    return Question(**{"day": DAY, "text": text} | over)


def answers(given: dict[str, Any] | None = None, **over: Any) -> TriageAnswers:
    return TriageAnswers(**{"at": AT, "zone": ZONE, "answers": given or {}} | over)


def programme(**over: Any) -> ProgrammeEvent:
    return ProgrammeEvent(**{"day": DAY, "event": "started"} | over)


def plan(**over: Any) -> ExperimentPlan:
    given = {"day": DAY, "name": "late coffee", "factor": "caffeine_late", "design": "pairs"}
    return ExperimentPlan(**given | {"seed": 7, "arms": ("A", "B")} | over)


def experiment_day(**over: Any) -> ExperimentDay:
    return ExperimentDay(**{"day": DAY, "name": "late coffee", "arm": "A"} | over)


def told(day: date, urgency: Urgency | None) -> Told:
    """Return a result of a day that says so much and nothing else."""
    return Told(day=day, assessment=replace(decide({}), urgency=urgency), has_risen=False)
