"""Every kind of entry by the name it bears in files, exports, the store and the API."""

from collections.abc import Mapping
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.entries import (
    CheckWindow,
    DayExposure,
    DayTally,
    Entry,
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

__all__ = ["ALL_KINDS"]

ALL_KINDS: Final[Mapping[str, type[Entry]]] = FrozenDict(
    {
        cls.kind: cls
        for cls in (
            Episode,
            DayTally,
            NoneToday,
            DayExposure,
            OwnThing,
            MedicineEvent,
            CheckWindow,
            TaskCheck,
            ProfileFact,
            Story,
            Examination,
            Visit,
            Question,
            TriageAnswers,
            ProgrammeEvent,
            ExperimentPlan,
            ExperimentDay,
        )
    }
)
