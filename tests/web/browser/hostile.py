"""Fill a data folder with a journal whose every free text is one of the hostile strings.

Run as ``python -m tests.web.browser.hostile DATA``.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

STRINGS = tuple(
    Path(__file__).with_name("hostile_strings.txt").read_text(encoding="utf-8").splitlines()
)
A_DAY = 10
"""Strings on one day of the journal."""


def main(data: Path) -> None:
    """Store one episode, visit, medicine and question for each string, and a story of them all."""
    from myolog.store import start

    start(data)

    from myolog.journal.entries import Entry, Episode, MedicineEvent
    from myolog.journal.model import Journal
    from myolog.journal.records import Examination, Question, Story
    from myolog.store.selectors import the_person
    from myolog.store.services.care import record_answers
    from myolog.store.services.imports import import_journal

    person = the_person()
    now = datetime.now(ZoneInfo(person.zone))
    first = now.date() - timedelta(days=len(STRINGS) // A_DAY + 1)
    entries: list[Entry] = [
        Story(day=now.date(), onset_day=first, first_site="calf", changed=" ¦ ".join(STRINGS))
    ]
    for position, text in enumerate(STRINGS):
        short = text[:200]
        moment = now - timedelta(days=position // A_DAY, minutes=position % A_DAY + 1)
        day = moment.date()
        entries += [
            Episode(
                day=day,
                site="calf",
                side="left",
                started_at=moment,
                zone=person.zone,
                suspected=(short,),
                note=text,
            ),
            MedicineEvent(day=day, name=short, action="start", dose=short),
            Examination(day=day, what=short, by=short, text=text),
            Question(day=day, text=text, fear=position % 2 == 1),
        ]
    import_journal(person=person, journal=Journal(tuple(entries), person.zone), by="seed")
    record_answers(person=person, answers={"weakness": "none"}, by="seed")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
