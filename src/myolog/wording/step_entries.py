"""What the journal says of an entry of the steps: what happened, to which step, what was chosen.

A goal tells what a step asks from that day on, chosen at the start or later alike.
"""

from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import spoken
from myolog.content.names import amount
from myolog.journal.records import ProgrammeEvent
from myolog.programme.record import OFF, whole

UNITS: Final = {"STEP-1": "mg", "STEP-2": "mL"}


def step_heading(entry: ProgrammeEvent) -> str:
    """Say what happened; entries with the same heading can stand on one line."""
    words = load().labels("page.journal")
    return words.get(f"programme_{entry.event}_{entry.value}") or words[f"programme_{entry.event}"]


def step_detail(entry: ProgrammeEvent) -> str:
    """Say of which step, and the amount, time or day that was chosen; "" where there is neither."""
    name = load().text(f"thing.{entry.step}.short") if entry.step is not None else ""
    return " ".join(filter(None, (name, _value(entry))))


def _value(entry: ProgrammeEvent) -> str:
    value = entry.value
    if value is None or value in (OFF, "on") or entry.event == "verdict":
        return ""
    if entry.event == "recheck":
        return spoken(date.fromisoformat(value))
    number, unit = whole(value), UNITS.get(entry.step or "")
    return value if number is None or unit is None else amount(number, unit)
