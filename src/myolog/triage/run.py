"""The present run of twitching: from which day to which, and how long.

Decides when a run breaks and when the days noted are enough to speak of "most
days". A story told about the time before the journal counts as presence on
every day that it covers. Source: the guide, section 3d.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.journal.doubt import NOT_SURE
from myolog.journal.model import Journal
from myolog.journal.records import Story

__all__ = ["FRESH_DAYS", "Run", "find_run", "ongoing_story", "run_days"]

FRESH_DAYS: Final = 3
"""The last twitch day may lie this many days back for the run to count as present."""

BREAKING_FREE_DAYS: Final = 4
"""Observed days without a twitch that end a run."""

LONGEST_GAP_DAYS: Final = 7
"""Calendar days without a twitch day that a run survives."""

Period = tuple[date, date]
"""A first and a last day."""

LONG_DAYS: Final = 14
"""Days above which a run is long, whatever came before them (FLAG-2WEEKS)."""

LEAST_TWITCH_DAYS: Final = 4
LEAST_SHARE: Final = 0.30


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of days with twitching that no long gap breaks.

    Attributes
    ----------
    first, last : its first and last twitch day
    told : whether part of it rests on the story rather than on days noted
    """

    first: date
    last: date
    told: bool

    @property
    def n_days(self) -> int:
        """Calendar days from first to last, both counted."""
        return (self.last - self.first).days + 1


def ongoing_story(journal: Journal) -> Story | None:
    """Return the latest story if the twitching went on when it was told."""
    story = journal.story
    return story if story is not None and story.ongoing else None


def find_run(journal: Journal, *, told: Period | None = None) -> Run | None:
    """Return the run that ends on the last twitch day, however long ago; None without one.

    It breaks at a gap with 4 observed days free of twitching, or of more than 7
    calendar days. Days not logged never break it otherwise.

    Parameters
    ----------
    journal
        Entries up to the day that matters.
    told
        First and last day of a time in which it twitched on most days, as the
        person told it; by default the time that an ongoing story covers.
    """
    period = told or _told_period(journal)
    ends = frozenset() if period is None else frozenset(period)
    days = sorted(journal.twitch_days | ends, reverse=True)
    if not days:
        return None
    free = journal.observed_days - journal.twitch_days - ends
    first = days[0]
    for earlier in days[1:]:
        covered = period is not None and period[0] <= earlier and first <= period[1]
        if not covered and _breaks(earlier, first, free):
            break
        first = earlier
    return Run(first=first, last=days[0], told=period is not None and first <= period[1])


def _told_period(journal: Journal) -> Period | None:
    story = ongoing_story(journal)
    return None if story is None else (story.onset_day, story.day)


def _breaks(earlier: date, later: date, free: Set[date]) -> bool:
    gap = (later - earlier).days - 1
    if gap > LONGEST_GAP_DAYS:
        return True
    between = (earlier + timedelta(days=step) for step in range(1, gap + 1))
    return sum(day in free for day in between) >= BREAKING_FREE_DAYS


def run_days(journal: Journal, today: date) -> int | None:
    """Return how many days the present run has lasted.

    Parameters
    ----------
    journal
        Entries up to `today`.

    Returns
    -------
    days : 0 when the last twitch day lies more than 3 days back; after a story or a check of what
        goes on, only where days free of it say so, too
        None when the days noted cannot say, so that the person is asked: no
        twitch day at all, fewer than 4, fewer than 30 % of the observed days of
        the run, silence of more than 3 days since a story that it goes on, or up to
        two weeks after a story that could not say since when.
    """
    run = find_run(journal)
    if run is None:
        return None
    if (today - run.last).days > FRESH_DAYS:
        n_free = sum(day > run.last for day in journal.observed_days)
        return None if n_free < BREAKING_FREE_DAYS and _goes_on_as_told(journal) else 0
    if run.told:
        return None if _may_be_longer(journal, run) else run.n_days
    twitched = sum(run.first <= day <= run.last for day in journal.twitch_days)
    observed = sum(run.first <= day <= run.last for day in journal.observed_days)
    if twitched < LEAST_TWITCH_DAYS or twitched < LEAST_SHARE * observed:
        return None
    return run.n_days


def _goes_on_as_told(journal: Journal) -> bool:
    """Say whether a story or the last check told of twitching that went on then."""
    days = journal.last_answers[0].get("run_days")
    return ongoing_story(journal) is not None or (isinstance(days, int) and days > 0)


def _may_be_longer(journal: Journal, run: Run) -> bool:
    """Say whether a run is long only by what is not known: nobody could say since when."""
    story = ongoing_story(journal)
    unknown = story is not None and story.onset_precision == NOT_SURE
    return unknown and run.n_days <= LONG_DAYS
