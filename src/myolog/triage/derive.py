"""What a journal suggests about the questions of the check.

Decides nothing a person may not correct: each suggestion is shown as "your
journal suggests", may be raised freely, and lowered only with a reason. A
question that the entries cannot answer gets no suggestion, so that it is asked.
Source: the guide, section 3d.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from math import isnan
from typing import Final

from myolog.journal.daily import daily_events, daily_windows
from myolog.journal.daily_tasks import beginning_of, signs_of
from myolog.journal.entries import MedicineEvent, TaskCheck
from myolog.journal.model import Journal
from myolog.journal.periods import PROGRAMME_DAYS, latest_period
from myolog.journal.records import ProgrammeEvent
from myolog.statistics.rates import RateChange, rate_change
from myolog.triage.answers import INPUTS, NOT_SURE, Answer
from myolog.triage.run import find_run, ongoing_story, run_days
from myolog.triage.scope import n_regions, site_scope
from myolog.vocabulary.tasks import ANSWERS, FAILED, TASKS

__all__ = [
    "doubts_of_story",
    "journal_suggests",
    "measures_begun",
    "measures_tried",
    "medicine_since",
    "n_regions",
    "new_medicine",
    "programme_result",
    "run_days",
    "said_alike",
    "site_scope",
    "speech_swallow",
    "trend",
    "trend_estimate",
    "weakness",
]

SPAN_DAYS: Final = 28
"""Days over which a trend is judged, and for which a told trend or new medicine is fresh."""

LEAST_DAYS: Final = 14
LEAST_EVENTS: Final = 20
WORSE_RATIO: Final = 1.5
BETTER_RATIO: Final = 0.67
APART_DAYS: Final = 14
"""Two weekly looks this far apart, both worse, mean that a task gets worse."""

_COURSES: Final = INPUTS["trend"].values

_FINE: Final = ANSWERS.index("fine")

FRESH_TASKS_DAYS: Final = 7
"""For how long a weekly look in which every task was fine answers for weakness."""

PROGRAMME_LEAST_DAYS: Final = 14
PROGRAMME_LEAST_SHARE: Final = 0.5

_UNCHANGED = frozenset({"NO_CHANGE", "UNCERTAIN", "INSUFFICIENT"})


def journal_suggests(journal: Journal, today: date) -> dict[str, Answer]:
    """Return an answer for each question that the journal can answer.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.

    Returns
    -------
    suggestions : question to answer, in the order of the guide
    """
    past = journal.until(today)
    found: dict[str, Answer | None] = {
        "run_days": run_days(past, today),
        "site_scope": site_scope(past, today),
        "trend": trend(past, today),
        "weakness": weakness(past, today),
        "speech_swallow": speech_swallow(past),
        "measures_tried": measures_tried(past, today),
        "programme_result": programme_result(past, today),
        "new_medicine": new_medicine(past, today),
    }
    return {name: value for name in INPUTS if (value := found.get(name)) is not None}


def trend_estimate(journal: Journal, today: date) -> tuple[RateChange, bool] | None:
    """Estimate how the rate changed over the last 28 days.

    Counts per minute of the fixed looks where 14 days have one; else bouts by
    observed day, in which a tally in words counts as a nominal number.

    Returns
    -------
    estimate : the change, and whether it is of low quality (free logging)
        None with fewer than 14 days or fewer than 20 events.
    """
    start = today - timedelta(days=SPAN_DAYS - 1)
    looks, minutes = daily_windows(journal, start, today)
    for counts, exposure in ((looks, minutes), (daily_events(journal, start, today), None)):
        seen = [count for count in counts if not isnan(count)]
        if len(seen) >= LEAST_DAYS and sum(seen) >= LEAST_EVENTS:
            change = rate_change(counts, exposure=exposure)
            return None if change is None else (change, exposure is None)
    return None


def trend(journal: Journal, today: date) -> str | None:
    """Return whether it got less, stayed, or got more over 28 days; None if unclear.

    Where the entries are too few, a trend told with the story in that time holds.
    """
    estimate = trend_estimate(journal, today)
    if estimate is None:
        story = journal.story
        fresh = story is not None and (today - story.day).days < SPAN_DAYS
        return story.trend if story is not None and fresh and story.trend in _COURSES else None
    change, _ = estimate
    if change.rate_ratio >= WORSE_RATIO and change.low > 1:
        return "worsening"
    if change.rate_ratio <= BETTER_RATIO and change.high < 1:
        return "improving"
    return "stable"


def weakness(journal: Journal, today: date) -> str | None:
    """Return what the weekly looks at daily tasks suggest; None if nothing.

    What is long known and explained suggests nothing (see `daily_tasks`); what nobody has asked
    about counts as new. "functional": a task fails that was fine before, or that failed in the
    first look already. "progressive": such a task was worse than in its first look in two looks 14
    days apart or more. "felt_only": a task is a bit harder. "none": within the last week every task
    was asked and fine.
    """
    looks = journal.of(TaskCheck)
    found = {_task_suggests(looks, task) for task in signs_of(journal)}
    for suggestion in ("progressive", "functional", "felt_only"):
        if suggestion in found:
            return suggestion
    if not looks or (today - looks[-1].day).days >= FRESH_TASKS_DAYS:
        return None
    last = looks[-1].answers
    return "none" if all(last.get(task) == "fine" for task in TASKS) else None


def _task_suggests(looks: tuple[TaskCheck, ...], task: str) -> str:
    answered = [
        (look.day, ANSWERS.index(look.answers[task]))
        for look in looks
        if look.answers.get(task) in ANSWERS
    ]
    if ANSWERS[answered[-1][1]] not in FAILED:
        return "felt_only"
    best = next((known for known in answered if known[1] == _FINE), answered[0])
    worse = [day for day, grade in answered if day > best[0] and grade > best[1]]
    is_apart = bool(worse) and (worse[-1] - worse[0]).days >= APART_DAYS
    return "progressive" if is_apart else "functional"


def speech_swallow(journal: Journal) -> str | None:
    """Return "mild_new" when speaking, chewing or swallowing was not as always in its last look."""
    return "mild_new" if signs_of(journal, region="bulbar") else None


def said_alike(suggested: Mapping[str, Answer], journal: Journal) -> dict[str, Answer]:
    """Return the suggestions that say what the person said, so that they may stand as answered.

    A task that is a bit harder is no muscle that feels tired, one that fails is not "a little", and
    one that began within four weeks fits two answers: the person chooses. The others suggest.
    """
    hard = signs_of(journal)
    unlike = {"weakness"} if suggested.get("weakness") == "felt_only" else set()
    for task, answer in hard.items():
        if TASKS[task].region == "bulbar" and answer in FAILED:
            unlike.add("speech_swallow")
        if answer in FAILED and beginning_of(journal, task).get("since") == "weeks":
            unlike.add("weakness")
    return {name: value for name, value in suggested.items() if name not in unlike}


def doubts_of_story(journal: Journal, today: date) -> dict[str, Answer]:
    """Return the questions of which a fresh story says that the person is not sure.

    It answers nothing by itself: they are asked, and shown as not sure until the person says more.
    """
    story = ongoing_story(journal.until(today))
    if story is None or (today - story.day).days >= SPAN_DAYS:
        return {}
    told = {"run_days": story.onset_precision, "trend": story.trend}
    return {name: NOT_SURE for name, value in told.items() if value == NOT_SURE}


def measures_tried(journal: Journal, today: date) -> str | None:
    """Return "yes" after 14 days of the programme with half of its step days done.

    A step day is one day of one step that was ever done; a paused day is none.
    Less than that is no reason to doubt what the person says: what the story
    tells then, or None, so that it is asked; a "no" of a story says nothing where
    the programme was begun later, in the last four weeks.
    """
    told = None if journal.story is None else journal.story.measures
    period = latest_period(journal, today)
    lived = set() if period is None else set(period.days(today))
    done = {
        (event.day, event.step)
        for event in journal.of(ProgrammeEvent)
        if event.event == "step_done" and event.day in lived
    }
    step_days = len(lived) * len({step for _, step in done})
    enough = len(lived) >= PROGRAMME_LEAST_DAYS
    if enough and done and len(done) >= PROGRAMME_LEAST_SHARE * step_days:
        return "yes"
    story = journal.story
    overtaken = story is not None and period is not None and story.day < period.started
    return None if told == "no" and overtaken and measures_begun(journal, today) else told


def measures_begun(journal: Journal, today: date) -> bool:
    """Tell whether the programme was begun within the last four weeks.

    That raises no level by itself: the check shows "a little", which the person keeps or changes.
    """
    period = latest_period(journal, today)
    return period is not None and (today - period.started).days < SPAN_DAYS


def programme_result(journal: Journal, today: date) -> str:
    """Return what the latest programme came to; not done counts as improved.

    From day 28 on a verdict that cannot tell counts as no change.
    """
    period = latest_period(journal, today)
    verdicts = [
        event
        for event in journal.of(ProgrammeEvent)
        if event.event == "verdict" and (period is None or event.day >= period.started)
    ]
    if not verdicts:
        return "not_done_or_improved"
    last = verdicts[-1]
    verdict = (last.value or "").upper()
    if verdict == "ESCALATE":
        return "escalated"
    final = period is None or period.number_of(last.day) >= PROGRAMME_DAYS
    return "no_change" if final and verdict in _UNCHANGED else "not_done_or_improved"


def new_medicine(journal: Journal, today: date) -> bool | None:
    """Return True for a medicine begun or changed shortly before the onset or just now.

    None otherwise, since an absent entry does not say that none was taken, and a medicine without
    the day of its beginning does not say that it is new.
    """
    return True if medicine_since(journal, today) is not None else None


def medicine_since(journal: Journal, today: date) -> tuple[str, MedicineEvent] | None:
    """Return when the medicine behind `new_medicine` was begun or changed, and its entry.

    Returns
    -------
    when : "before", in the 4 weeks before the run began, which comes first; else in the last 28
        days: "after" the run began, or "lately" where no day of twitching is known
    """
    run = find_run(journal)
    begun = [event for event in journal.of(MedicineEvent) if event.begins]
    for event in reversed(begun):
        if run is not None and 0 <= (run.first - event.day).days <= SPAN_DAYS:
            return "before", event
    for event in reversed(begun):
        if (today - event.day).days < SPAN_DAYS:
            return "lately" if run is None or event.day < run.first else "after", event
    return None
