"""A journal drawn as text: one mark a day, the last mark being today."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from myolog.journal.entries import DayTally, NoneToday
from myolog.journal.model import Journal

TODAY = date(2026, 3, 31)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def drawn() -> Callable[..., Journal]:
    """Give a function from marks by place to a journal.

    ``x`` is a twitch, ``o`` an observed day without one, ``.`` a day not logged; spaces are
    for the eye. A place is ``calf`` or ``calf__left``.
    """

    def draw(**places: str) -> Journal:
        observed: set[date] = set()
        twitched: list[DayTally] = []
        for place, text in places.items():
            site, _, side = place.partition("__")
            marks = text.replace(" ", "")
            for back, mark in enumerate(reversed(marks)):
                day = TODAY - timedelta(days=back)
                if mark == "x":
                    twitched.append(DayTally(day=day, site=site, side=side or None, amount="some"))
                if mark in "xo":
                    observed.add(day)
        free = observed - {tally.day for tally in twitched}
        return Journal((*twitched, *(NoneToday(day=day) for day in free)))

    return draw
