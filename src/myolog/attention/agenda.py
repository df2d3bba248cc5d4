"""What a day asks of a person, decided once for every page and command.

Decides which places and values a look back on a day asks about, whether daily tasks and a look of
two minutes are due, and when the whole day is offered in place of one more single note. On a day
of rest nothing is due; noting stays possible. The places are those that twitched last: of a day
only what was known by then counts, so that a wrong clock brings none from the future.
Source: guide section 3d (tallies, daily tasks once a week), section 8 (DP-1, DP-10).
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from myolog.attention.budget import is_spent, logs_on
from myolog.attention.rest import Noting, noting_on
from myolog.attention.windows import window_due
from myolog.journal.checks import FIRST_DAY
from myolog.journal.cups import HELD
from myolog.journal.cycle import CYCLE_DAY, counted_on
from myolog.journal.daily_tasks import signs_of
from myolog.journal.entries import (
    DayExposure,
    DayTally,
    Entry,
    Episode,
    NoneToday,
    TaskCheck,
    tells_twitch,
)
from myolog.journal.model import Journal
from myolog.journal.own import own_things
from myolog.journal.records import TriageAnswers
from myolog.journal.tracking import tracked
from myolog.vocabulary.tasks import FAILED, TASKS, is_hard

__all__ = [
    "Agenda",
    "Asks",
    "Neighbours",
    "agenda_of",
    "asks_for_check",
    "asks_of",
    "neighbours",
    "recent_places",
    "tasks_noted",
    "told_before",
    "usual_places",
]

Where = tuple[str, str | None]
"""A site and its side."""

PLACES: Final = 8
"""Recent places asked about; more can be added."""

USUAL_DAYS: Final = 28
"""Days over which it is seen which places are the usual ones."""

ASKED_AT_MOST: Final = 3
"""Things that are asked beside the look back on the day."""

TASKS_EVERY: Final = 7
"""Days between two looks at daily tasks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What one day asks.

    Attributes
    ----------
    noting : how the person notes, and whether this day asks at all
    places : sites and sides to ask about, first those the day tells of
    exposures : codes of the values to ask about, those the person keeps track of
    tasks : whether the weekly look at daily tasks is due
    window : whether a look of two minutes is offered now
    tally : whether single notes are plenty, so that the whole day is offered
    looked_back : whether the day was looked back on; single twitches, however many, are no look
    can_be_none : whether "none" can hold for the day: it tells of no twitch
    """

    noting: Noting
    places: tuple[Where, ...]
    exposures: tuple[str, ...]
    tasks: bool
    window: bool
    tally: bool
    looked_back: bool
    can_be_none: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What is asked beside the look back on the day, in one list.

    Attributes
    ----------
    first : "visit" where one is overdue, or open for a result that counts no more; "check" where a
        daily task or a visit asks for one; "result" where the newest result asks for something
    steps : how many things of the steps still have room
    """

    first: tuple[str, ...]
    steps: int


def asks_of(*, visit: bool, check: bool, result: bool) -> Asks:
    """Return what is asked: what the result waits for, then the steps; three things at most.

    Examples
    --------
    >>> asks_of(visit=False, check=False, result=True)
    Asks(first=('result',), steps=2)
    """
    told = {"visit": visit, "check": check, "result": result}
    first = tuple(name for name, asks in told.items() if asks)
    return Asks(first=first, steps=ASKED_AT_MOST - len(first))


def agenda_of(journal: Journal, day: date, *, seed: int, now: datetime | None = None) -> Agenda:
    """Return what `day` asks.

    Parameters
    ----------
    seed
        The person's own number, which draws the days of noting.
    now
        The time on the person's own clock; None where no look is offered.
    """
    noting, looked_back = noting_on(journal, day, seed=seed), _is_looked_back(journal, day)
    return Agenda(
        noting=noting,
        places=_places_of_day(journal, day),
        exposures=tracked(journal),
        tasks=noting.asked and _tasks_due(journal, day),
        window=noting.asked and now is not None and window_due(journal, now),
        tally=offers_day(logs_on(journal, day), lambda: looked_back),
        looked_back=looked_back,
        can_be_none=not any(tells_twitch(entry) for entry in journal.between(day, day)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The days beside one day; none that is yet to come, and none before the first there is."""

    before: date | None
    after: date | None


def neighbours(day: date, *, today: date) -> Neighbours:
    """Return the days beside `day` that can be opened.

    Examples
    --------
    >>> neighbours(date(2028, 2, 29), today=date(2028, 3, 1)).after
    datetime.date(2028, 3, 1)
    """
    return Neighbours(
        before=None if day <= FIRST_DAY else day - timedelta(days=1),
        after=day + timedelta(days=1) if day < today else None,
    )


def told_before(journal: Journal, day: date) -> dict[str, DayExposure]:
    """Return what the person told of the values of the day before, by code.

    That is what "the same as the day before" takes over (`journal.cups.as_yesterday`). What was
    imported comes anew each day, and how much it twitched is never taken over: each day tells it.
    The day of the cycle is counted on, and left out where it cannot be. A thing of one's own that
    is archived is asked about no longer, so it is not taken over either.
    """
    before = day - timedelta(days=1)
    archived = {code for code, one in own_things(journal).items() if one.archived}
    told = {
        entry.code: entry
        for entry in journal.between(before, before)
        if isinstance(entry, DayExposure)
        and entry.provenance.is_by_hand
        and entry.code not in archived
    }
    if CYCLE_DAY in told:
        cycle, count = told.pop(CYCLE_DAY), counted_on(journal, day)
        told |= {} if count is None else {CYCLE_DAY: replace(cycle, value=count.number)}
    return told


def offers_tally(journal: Journal, day: date) -> bool:
    """Say whether the look at the whole day is offered instead of more single logs."""
    return offers_day(logs_on(journal, day), lambda: _is_looked_back(journal, day))


def offers_day(n_logs: int, looked_back: Callable[[], bool]) -> bool:
    """Say whether the whole day is offered after so many single logs of it.

    Parameters
    ----------
    looked_back
        Says whether the day was looked back on; it is asked only where that decides.
    """
    return is_spent(n_logs) and not looked_back()


def recent_places(journal: Journal, day: date) -> tuple[Where, ...]:
    """Return the places that twitched last up to `day`, newest first, then those of the story.

    Examples
    --------
    >>> recent_places(Journal(), date(2026, 3, 9))
    ()
    """
    known = journal.until(day)
    noted = ((entry.site, entry.side) for entry in reversed(known.sightings))
    return tuple(dict.fromkeys((*noted, *_story_places(journal))))[:PLACES]


def usual_places(journal: Journal, day: date) -> tuple[Where, ...]:
    """Return the places of `recent_places`, first those that twitched on most of the last days."""
    recent = recent_places(journal, day)
    first = day - timedelta(days=USUAL_DAYS - 1)
    days = {
        (entry.site, entry.side, entry.day)
        for entry in journal.between(first, day)
        if isinstance(entry, Episode | DayTally) and tells_twitch(entry)
    }
    often = Counter((site, side) for site, side, _ in days)
    return tuple(sorted(recent, key=lambda place: -often[place]))


def _places_of_day(journal: Journal, day: date) -> tuple[Where, ...]:
    """Return the places to ask about when looking back on a day, first those it tells of."""
    noted = ((entry.site, entry.side) for entry in journal.tallies if entry.day == day)
    return tuple(dict.fromkeys((*noted, *recent_places(journal, day))))


def _is_looked_back(journal: Journal, day: date) -> bool:
    return is_looked_back(journal.between(day, day), lambda: tracked(journal))


def is_looked_back(of_day: Iterable[Entry], tracking: Callable[[], Collection[str]]) -> bool:
    """Say whether the person told of the day as a whole; a twitch, or a coffee, is only a part.

    Parameters
    ----------
    of_day
        What is noted of the day; single twitches change nothing.
    tracking
        Gives what the person keeps track of, where that decides.
    """
    told = set()
    for entry in of_day:
        if isinstance(entry, DayTally | NoneToday):
            return True
        if isinstance(entry, DayExposure) and entry.provenance.is_by_hand:
            told.add(entry.code)
    return bool(told) and (not told.issubset(HELD) or told.issuperset(tracking()))


def _story_places(journal: Journal) -> tuple[Where, ...]:
    told = journal.story
    if told is None:
        return ()
    later = ((place.site, place.side) for place in told.sites)
    return ((told.first_site, told.first_side), *later)


def _tasks_due(journal: Journal, day: date) -> bool:
    """Say whether a week has passed since the last look at daily tasks."""
    looks = journal.until(day).of(TaskCheck)
    return not looks or (day - looks[-1].day).days >= TASKS_EVERY


def tasks_noted(journal: Journal, day: date) -> TaskCheck | None:
    """Return what a day tells of daily tasks so far."""
    return next((look for look in reversed(journal.of(TaskCheck)) if look.day == day), None)


def asks_for_check(journal: Journal, day: date) -> bool:
    """Say whether a task counted as a sign in its latest look and no check was done since.

    Nobody is told then that the day is done.
    """
    past = journal.until(day)
    signs = signs_of(past)
    told = [(look.day, _signs_in(look, signs)) for look in past.of(TaskCheck)]
    looks = [(on, harder) for on, harder in told if harder]
    if not looks:
        return False
    on, harder = looks[-1]
    checks = past.of(TriageAnswers)
    return not any(
        check.day > on or (check.day == on and _tells(check, harder)) for check in checks
    )


def _signs_in(look: TaskCheck, signs: Collection[str]) -> dict[str, str]:
    """Return the tasks that count as a sign, as a look tells them; one in doubt is not told."""
    return {task: one for task, one in look.answers.items() if task in signs and is_hard(one)}


def _tells(told: TriageAnswers, harder: Mapping[str, str]) -> bool:
    """Say whether a check of the day of a look has told what the look did, or why it does not."""
    return all(_is_told(told, task, answer) for task, answer in harder.items())


def _is_told(told: TriageAnswers, task: str, answer: str) -> bool:
    name = "speech_swallow" if TASKS[task].region == "bulbar" else "weakness"
    less = {None, "none", "felt_only"} if answer in FAILED else {None, "none"}
    return name in told.reasons or told.answers.get(name) not in less
