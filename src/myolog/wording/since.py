"""What has changed since a result, in words of its own beside it.

Decides how many new places are named. The result itself stays as it was said that day.
"""

from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.grammar import counted
from myolog.content.names import your_place
from myolog.journal.daily_tasks import told_of_tasks
from myolog.journal.model import Journal
from myolog.triage.since import Since
from myolog.wording.known_dates import short_as_known
from myolog.wording.result import reason_in_words
from myolog.wording.tasks import task_in_words

PLACES_AT_MOST: Final = 3


def since_in_words(since: Since, journal: Journal, *, today: date) -> tuple[str, ...]:
    """Return a sentence for each thing that is new; none where nothing is.

    Parameters
    ----------
    journal
        As it stands now.
    """
    words, told = load(), told_of_tasks(journal)
    tasks = [task_in_words(task, *told[task]) for task in since.tasks]
    named = [
        words.text(
            "since.place" if one.precision == "day" else f"since.place_{one.precision}",
            place=your_place(one.site, one.side),
            date=short_as_known(one.since, one.precision, today=today),
        )
        for one in since.places[:PLACES_AT_MOST]
    ]
    more = len(since.places) - PLACES_AT_MOST
    return (
        *named,
        *((counted("since.more", more),) if more > 0 else ()),
        *(reason_in_words(one).reason for one in since.reasons),
        *(words.text("since.task", task=name) for name in tasks),
        *((words.text("since.calmer"),) if since.calmer else ()),
    )
