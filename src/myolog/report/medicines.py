"""Each medicine of the page with what happened to it, and what of that has no day.

Decides that events of one name are one line, and that a day nobody told is never made up. Source:
the guide, section 8.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from myolog.journal.entries import MedicineEvent

__all__ = ["Medicine", "fold_medicines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """One medicine or substance with what happened to it; None where not noted.

    Attributes
    ----------
    started : the first start
    restarted : the last start, when there were several
    changed : the last change of dose
    stopped : the last stop, when nothing followed it
    undated : what was told without its day, each once, with the day of telling
    told : the last day on which anything was told
    is_over : whether it was stopped last
    """

    name: str
    dose: str
    started: date | None
    restarted: date | None
    changed: date | None
    stopped: date | None
    undated: tuple[tuple[str, date], ...]
    told: date
    is_over: bool


def fold_medicines(events: Iterable[MedicineEvent]) -> tuple[Medicine, ...]:
    """Fold the events of each name into one line, those that still run first."""
    by_name: dict[str, list[MedicineEvent]] = {}
    for event in events:
        by_name.setdefault(event.name.strip().casefold(), []).append(event)
    lines = [_medicine(told) for told in by_name.values()]
    return tuple(sorted(lines, key=lambda one: (one.is_over, -one.told.toordinal())))


def _medicine(told: list[MedicineEvent]) -> Medicine:
    days = {
        action: [event.day for event in told if event.action == action and event.dated]
        for action in ("start", "change")
    }
    last = told[-1]
    undated = {event.action: event.day for event in reversed(told) if _is_open(event, last)}
    return Medicine(
        name=last.name.strip(),
        dose=next((event.dose for event in reversed(told) if event.dose.strip()), ""),
        started=days["start"][0] if days["start"] else None,
        restarted=days["start"][-1] if len(days["start"]) > 1 else None,
        changed=days["change"][-1] if days["change"] else None,
        stopped=last.day if last.action == "stop" and last.dated else None,
        undated=tuple(undated.items()),
        told=last.day,
        is_over=last.action == "stop",
    )


def _is_open(event: MedicineEvent, last: MedicineEvent) -> bool:
    """Say whether an event without its day is worth a word; a stop before a new start is not."""
    return not event.dated and (event.action != "stop" or event is last)
