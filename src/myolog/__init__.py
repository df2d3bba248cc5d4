"""Myolog: muscle twitches, and whether they need a doctor.

The public API is the names in `__all__`; nothing else is promised. They load
when first used, so that ``import myolog`` costs next to nothing and never
brings in the web or the database.

Examples
--------
>>> import myolog
>>> myolog.decide({"site_scope": "spread"}).urgency.name
'SOON'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from myolog.version import __version__

if TYPE_CHECKING:
    from myolog.errors import MyologError as MyologError
    from myolog.errors import UserError as UserError
    from myolog.journal.entries import CheckWindow as CheckWindow
    from myolog.journal.entries import DayExposure as DayExposure
    from myolog.journal.entries import DayTally as DayTally
    from myolog.journal.entries import Episode as Episode
    from myolog.journal.entries import MedicineEvent as MedicineEvent
    from myolog.journal.entries import NoneToday as NoneToday
    from myolog.journal.entries import TaskCheck as TaskCheck
    from myolog.journal.file import read_journal as read_journal
    from myolog.journal.file import write_journal as write_journal
    from myolog.journal.model import Journal as Journal
    from myolog.journal.records import Story as Story
    from myolog.journal.simulate import simulate as simulate
    from myolog.report.build import build_report as build_report
    from myolog.triage.assessment import assess as assess
    from myolog.triage.assessment import decide as decide
    from myolog.triage.result import Assessment as Assessment
    from myolog.triage.result import Reason as Reason
    from myolog.triage.urgency import Urgency as Urgency
    from myolog.triggers.discover import find_triggers as find_triggers

_HOME: Final = {
    "Assessment": "myolog.triage.result",
    "CheckWindow": "myolog.journal.entries",
    "DayExposure": "myolog.journal.entries",
    "DayTally": "myolog.journal.entries",
    "Episode": "myolog.journal.entries",
    "Journal": "myolog.journal.model",
    "MedicineEvent": "myolog.journal.entries",
    "MyologError": "myolog.errors",
    "NoneToday": "myolog.journal.entries",
    "Reason": "myolog.triage.result",
    "Story": "myolog.journal.records",
    "TaskCheck": "myolog.journal.entries",
    "Urgency": "myolog.triage.urgency",
    "UserError": "myolog.errors",
    "assess": "myolog.triage.assessment",
    "build_report": "myolog.report.build",
    "decide": "myolog.triage.assessment",
    "find_triggers": "myolog.triggers.discover",
    "read_journal": "myolog.journal.file",
    "simulate": "myolog.journal.simulate",
    "write_journal": "myolog.journal.file",
}

__all__ = [
    "Assessment",
    "CheckWindow",
    "DayExposure",
    "DayTally",
    "Episode",
    "Journal",
    "MedicineEvent",
    "MyologError",
    "NoneToday",
    "Reason",
    "Story",
    "TaskCheck",
    "Urgency",
    "UserError",
    "__version__",
    "assess",
    "build_report",
    "decide",
    "find_triggers",
    "read_journal",
    "simulate",
    "write_journal",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home on first use."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted(__all__)
