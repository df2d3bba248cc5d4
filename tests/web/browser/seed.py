"""Fill a data folder with the example journal, moved so that one of its checks is today.

Run as ``python seed.py DATA MONTH``.
"""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from myolog.store import start

start(Path(sys.argv[1]))

from myolog.journal.entries import Entry  # noqa: E402
from myolog.journal.example import CHECK_DAYS, forearm_journal  # noqa: E402
from myolog.journal.instants import has_come  # noqa: E402
from myolog.journal.model import Journal  # noqa: E402
from myolog.store.selectors import journal_of, the_person, today_in  # noqa: E402
from myolog.store.services.care import record_answers  # noqa: E402
from myolog.store.services.imports import import_journal  # noqa: E402
from myolog.store.services.people import set_country  # noqa: E402
from myolog.triage.standing import standing_answers  # noqa: E402

BY = "seed"


def moved(entry: Entry, delta: timedelta) -> Entry:
    """Return the entry moved by whole days, timed ones eight hours earlier as well."""
    changed: dict[str, Any] = {"day": entry.day + delta}
    for name in ("started_at", "at"):
        if hasattr(entry, name):
            changed |= {name: getattr(entry, name) + delta - timedelta(hours=8), "day": date.min}
    if hasattr(entry, "onset_day"):
        changed["onset_day"] = entry.onset_day + delta
    return replace(entry, **changed)


def main(month: int) -> None:
    """Store the journal as it stood at the check of `month`, and do that check today."""
    person, now = the_person(), datetime.now(UTC)
    last, today = CHECK_DAYS[month], today_in(person, now)
    kept = (
        entry
        for entry in forearm_journal(until=last).entries
        if not (entry.day == last and entry.kind == "answers")
    )
    there = (moved(entry, today - last) for entry in kept)
    come = tuple(one for one in there if one.moment is None or has_come(one.moment, now))
    journal = Journal(come, "UTC")
    import_journal(person=person, journal=journal, by=BY)
    set_country(person=person, country="DE", by=BY)
    answers, reasons = standing_answers(journal_of(person), today=today)
    record_answers(person=person, answers=answers, reasons=reasons, by=BY)


main(int(sys.argv[2]))
