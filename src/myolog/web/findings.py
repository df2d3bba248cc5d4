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
from myolog.store.journals import held_people
from myolog.store.selectors import Person, journal_of
from myolog.triggers.discover import find_triggers
from myolog.triggers.report import TriggerReport

_LOCK: Final = Lock()
_AT_WORK: Final = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a journal shows up to the end of `last_day`."""

    last_day: date
    triggers: TriggerReport
    patterns: PatternReport


@dataclass(frozen=True, slots=True)
class _Kept:
    journal: Journal
    counted: Journal
    found: Findings


_kept: Final[dict[UUID, _Kept]] = {}
"""By person, for as long as the journal is kept in memory; an erased one is not."""


def findings_of(person: Person, *, last_day: date) -> Findings:
    """Return the findings of a person's journal; who asks while they are worked out waits for them.

    To work them out twice at once would take twice the memory, and as long.
    """
    journal = journal_of(person)
    known = _known(person, journal, last_day)
    if known is not None:
        return known.found
    with _AT_WORK:
        known = _known(person, journal, last_day)
        return _worked_out(person, journal, last_day) if known is None else known.found


def _known(person: Person, journal: Journal, last_day: date) -> _Kept | None:
    with _LOCK:
        known = _kept.get(person.id)
    is_it = known is not None and known.found.last_day == last_day and known.journal is journal
    return known if is_it else None


def _worked_out(person: Person, journal: Journal, last_day: date) -> Findings:
    with _LOCK:
        known = _kept.get(person.id)
    counted = journal.until(last_day)
    if known is not None and known.found.last_day == last_day and known.counted == counted:
        found = known.found
    else:
        found = Findings(
            last_day=last_day,
            triggers=find_triggers(counted, today=last_day),
            patterns=find_patterns(counted, today=last_day),
        )
    with _LOCK:
        _kept[person.id] = _Kept(journal, counted, found)
        for gone in _kept.keys() - held_people():
            del _kept[gone]
    return found
