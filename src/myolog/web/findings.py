"""Findings and patterns for pages and the API: worked out once, until a day that counts changes.

Nothing is stored: what is shown follows from the journal and the last day that counts, which is the
Saturday before. So an entry of today changes no finding until Sunday, a correction does at once,
and erasing the journal leaves nothing behind.
"""

from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Final
from uuid import UUID

from myolog.journal.model import Journal
from myolog.patterns.report import PatternReport, find_patterns
from myolog.store.selectors import Person, journal_of
from myolog.triggers.discover import find_triggers
from myolog.triggers.report import TriggerReport

_LOCK: Final = Lock()
_kept: dict[UUID, tuple[Journal, "Findings"]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a journal shows up to the end of `last_day`."""

    last_day: date
    triggers: TriggerReport
    patterns: PatternReport


def findings_of(person: Person, *, last_day: date) -> Findings:
    """Return the findings of a person's journal."""
    counted = journal_of(person).until(last_day)
    with _LOCK:
        known = _kept.get(person.id)
    if known is not None and known[1].last_day == last_day and known[0] == counted:
        return known[1]
    found = Findings(
        last_day=last_day,
        triggers=find_triggers(counted, today=last_day),
        patterns=find_patterns(counted, today=last_day),
    )
    with _LOCK:
        _kept.clear()
        _kept[person.id] = (counted, found)
    return found
