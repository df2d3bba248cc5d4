"""That the advice has changed without a new check: when, and which entry or sign did it.

Decides nothing: what raised a result is worked out in `triage.since`.
"""

from dataclasses import replace
from datetime import date

from myolog.content.catalogue import load
from myolog.content.dates import spoken_short
from myolog.journal.daily_tasks import told_of_tasks
from myolog.journal.model import Journal
from myolog.triage.result import Assessment
from myolog.triage.since import Since
from myolog.wording.result import reasons_in_words
from myolog.wording.result_facts import facts_of
from myolog.wording.since import since_in_words
from myolog.wording.tasks import task_in_words

__all__ = ["raised_in_words"]


def raised_in_words(
    raised: Since, journal: Journal, *, found: Assessment, day: date, today: date
) -> tuple[str, ...]:
    """Return that the advice has changed and when, and behind it what changed it.

    Parameters
    ----------
    raised
        What changed it, as `what_raised` finds it.
    journal
        As it stood when the result rose.
    found
        The result that has risen.
    day
        The day from which it counts.
    today
        The day on which it is read.
    """
    when = "result.raised.notice_today" if day == today else "result.raised.notice"
    signs = reasons_in_words(raised.reasons, facts_of(journal, found, today=day))
    places = since_in_words(replace(raised, reasons=(), tasks=()), journal, today=today)
    tasks = told_of_tasks(journal)
    return (
        load().fill(when, {"date": spoken_short(day, today=today)}),
        *places,
        *(
            load().text("result.raised.task", task=task_in_words(task, *tasks[task]))
            for task in raised.tasks
        ),
        *(" ".join(filter(None, (one.reason, one.facts))) for one in signs),
    )
