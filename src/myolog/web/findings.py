"""Findings and patterns for pages and the API: worked out once, until an entry or the week changes.

Nothing is stored: what is shown follows from the journal and the last day that counts, which is the
Saturday before. So an entry of today changes no finding until Sunday, a correction does at once,
and erasing the journal leaves nothing behind.
"""

from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Final
from uuid import UUID

from myolog.patterns.report import PatternReport, find_patterns
from myolog.store.selectors import Person, journal_version
from myolog.triggers.discover import find_triggers
from myolog.triggers.report import TriggerReport
from myolog.web.whole_journal import whole_journal

_Key = tuple[UUID, str, tuple[int, str], date]

_LOCK: Final = Lock()
_kept: dict[_Key, "Findings"] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a journal shows up to the end of `last_day`."""

    last_day: date
    triggers: TriggerReport
    patterns: PatternReport


def findings_of(person: Person, *, last_day: date) -> Findings:
    """Return the findings of a person's journal."""
    key = (person.id, person.zone, journal_version(person), last_day)
    with _LOCK:
        known = _kept.get(key)
    if known is not None:
        return known
    journal = whole_journal(person)
    found = Findings(
        last_day=last_day,
        triggers=find_triggers(journal, today=last_day),
        patterns=find_patterns(journal, today=last_day),
    )
    with _LOCK:
        _kept.clear()
        _kept[key] = found
    return found
