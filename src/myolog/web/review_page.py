"""What the pages show of looking back: the verdict in words, the weeks as a chart, plain counts."""

from typing import Any

from myolog.charts import weeks
from myolog.charts.said import amounts_said
from myolog.content.catalogue import load
from myolog.journal.model import Journal
from myolog.journal.periods import latest_period
from myolog.programme.looks import look_due, weeks_of
from myolog.programme.plan import DayPlan
from myolog.programme.progress import progress_of
from myolog.store.selectors import Person, journal_of
from myolog.store.services.looking_back import look_back
from myolog.store.services.programme_start import begin_way
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import now_for, today_for
from myolog.web.pages import BY
from myolog.wording.programme import counts_of, looks_in_words
from myolog.wording.verdicts import verdict_words


def looked_back(request: OwnRequest) -> Journal:
    """Return the whole journal after what has come due was kept in it: a verdict, a way down."""
    journal = journal_of(request.person)
    today = today_for(request.person)
    period = latest_period(journal, today)
    due = None if period is None else look_due(journal, period, today)
    if due is None or due.kept:
        begun = begin_way(person=request.person, by=BY, journal=journal)
        return journal_of(request.person) if begun else journal
    look_back(person=request.person, by=BY, journal=journal)
    return journal_of(request.person)


def reviewed(person: Person, journal: Journal, plan: DayPlan) -> dict[str, Any]:
    """Return what a page says when it looks back."""
    words = load()
    verdict = look_back(person=person, by=BY, now=now_for(person), journal=journal)
    progress = progress_of(journal, plan.period, plan.day)
    shown, began = weeks_of(journal, plan.period, plan.day)
    return {
        "plan": plan,
        "verdict": None if verdict is None else verdict_words(verdict, words),
        "asks_check": verdict is not None and verdict.code in ("RECHECK", "ESCALATE"),
        "looks": looks_in_words(plan),
        "chart": weeks.chart(
            shown,
            began_at=began,
            began_name=words.text("page.programme.began"),
            in_words=any(amounts_said(journal, shown[0].first_day, sum(w.n_days for w in shown))),
        ),
        "counts": counts_of(progress),
        "few_done": verdict is not None and not progress.is_valid,
    }
