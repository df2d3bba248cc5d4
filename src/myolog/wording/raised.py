"""That the advice has changed without a new check: when, and which entry or sign did it.

Decides nothing: what raised a result is worked out in `triage.since`.
"""

from dataclasses import replace
from datetime import date

from myolog.content.catalogue import load
from myolog.content.dates import spoken_short
from myolog.journal.daily_tasks import told_of_tasks
from myolog.journal.model import Journal
from myolog.triage.since import Rise
from myolog.wording.result import reasons_in_words
from myolog.wording.result_facts import facts_of
from myolog.wording.since import since_in_words
from myolog.wording.tasks import task_in_words

__all__ = ["raised_in_words"]


def raised_in_words(raised: Rise | None, journal: Journal, *, today: date) -> tuple[str, ...]:
    """Return that the advice has changed and when, and behind it what changed it.

    Parameters
    ----------
    raised
        None where nothing has risen that is still to be read: nothing is said then.
    journal
        As it stood when the result rose.
    today
        The day on which it is read.
    """
    if raised is None:
        return ()
    by, day = raised.by, raised.day
    when = "result.raised.notice_today" if day == today else "result.raised.notice"
    signs = reasons_in_words(by.reasons, facts_of(journal, raised.found, today=day))
    places = since_in_words(replace(by, reasons=(), tasks=()), journal, today=today)
    tasks = told_of_tasks(journal)
    return (
        load().fill(when, {"date": spoken_short(day, today=today)}),
        *places,
        *(
            load().text("result.raised.task", task=task_in_words(task, *tasks[task]))
            for task in by.tasks
        ),
        *(" ".join(filter(None, (one.reason, one.facts))) for one in signs),
    )
