"""Personal triggers: which exposures go with one person's twitching, and how sure that is."""

from myolog.triggers.analysis import analyse as analyse
from myolog.triggers.discover import find_triggers as find_triggers
from myolog.triggers.report import Finding as Finding
from myolog.triggers.report import TriggerReport as TriggerReport

__all__ = ["Finding", "TriggerReport", "analyse", "find_triggers"]
