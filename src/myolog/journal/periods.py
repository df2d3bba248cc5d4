"""When the programme ran: its beginning, its end and its pauses, from the journal alone.

Decides which days count as days of the programme, for the programme itself, the check and charts.
A pause begins on the day it is asked for and ends on the day before it is taken up again; a paused
day is none of the 28, so that nothing is lost. Source: the guide, sections 3d and 6.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.journal.model import Journal
from myolog.journal.records import ProgrammeEvent

PROGRAMME_DAYS: Final = 28

_ONE_DAY: Final = timedelta(days=1)
_TURNS: Final = ("started", "paused", "resumed", "stopped")
"""Events that begin, interrupt or end a run, in their order within a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePeriod:
    """One run of the programme.

    Attributes
    ----------
    started : first day
    stopped : day on which the person ended it; None when they did not
    pauses : each pause as its first day and the day it was taken up again (None: it still lasts)
    """

    started: date
    stopped: date | None = None
    pauses: tuple[tuple[date, date | None], ...] = ()

    def paused_on(self, day: date) -> bool:
        """Say whether `day` lies in a pause."""
        return any(begun <= day and (again is None or day < again) for begun, again in self.pauses)

    @property
    def last_day(self) -> date | None:
        """The day on which it was stopped or its 28 days end; None while a pause lasts."""
        if self.stopped is not None:
            return self.stopped
        rests = bool(self.pauses) and self.pauses[-1][1] is None
        return None if rests else self.date_of(PROGRAMME_DAYS)

    def days(self, until: date) -> Iterator[date]:
        """Yield the days of the programme in order, pauses left out, `until` included.

        No more than 28, and none after the day it was stopped.
        """
        last = until if self.stopped is None else min(until, self.stopped)
        day, number = self.started, 0
        while day <= last and number < PROGRAMME_DAYS:
            if not self.paused_on(day):
                number += 1
                yield day
            day += _ONE_DAY

    def number_of(self, day: date) -> int:
        """Return which day of the programme `day` is, from 1; 29 means that it is over.

        A paused day has the number of the day before the pause.
        """
        n_paused = sum(
            max(0, (min(day + _ONE_DAY, again or day + _ONE_DAY) - begun).days)
            for begun, again in self.pauses
        )
        return min((day - self.started).days + 1 - n_paused, PROGRAMME_DAYS + 1)

    def date_of(self, number: int) -> date:
        """Return the date of the programme's day `number`, as pauses that have ended move it."""
        day = self.started + timedelta(days=number - 1)
        for begun, again in self.pauses:
            if again is not None and begun <= day:
                day += again - begun
        return day


def periods(journal: Journal) -> tuple[ProgrammePeriod, ...]:
    """Return every run of the programme, oldest first.

    A start while another one runs changes nothing; after its 28 days it begins a new one.
    """
    found: list[ProgrammePeriod] = []
    turns = [one for one in journal.of(ProgrammeEvent) if one.event in _TURNS]
    for event in sorted(turns, key=lambda one: (one.day, _TURNS.index(one.event))):
        now = found[-1] if found else None
        running = now is not None and now.stopped is None
        if event.event == "started":
            if now is None or not running or now.number_of(event.day) > PROGRAMME_DAYS:
                found.append(ProgrammePeriod(started=event.day))
        elif now is not None and running:
            found[-1] = _after(now, event)
    return tuple(found)


def _after(period: ProgrammePeriod, event: ProgrammeEvent) -> ProgrammePeriod:
    stopped, pauses = period.stopped, period.pauses
    open_since = pauses[-1][0] if pauses and pauses[-1][1] is None else None
    if event.event == "stopped":
        stopped = event.day
    elif event.event == "paused" and open_since is None:
        pauses = (*pauses, (event.day, None))
    elif event.event == "resumed" and open_since is not None:
        pauses = (*pauses[:-1], (open_since, event.day))
    return ProgrammePeriod(started=period.started, stopped=stopped, pauses=pauses)


def latest_period(journal: Journal, today: date) -> ProgrammePeriod | None:
    """Return the latest run of the programme as it stood at the end of `today`, if there is one."""
    found = periods(journal.until(today))
    return found[-1] if found else None
