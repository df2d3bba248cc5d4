"""From a journal to numbers by day, with a missingness that is kept.

A day on which the person did not look back is NaN. A tally in words becomes a nominal count
(`SOME`, `MANY`), which is good enough to see a trend and is labelled low quality where it is used
(guide 3d).
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from math import isnan, nan
from typing import Final

from myolog.journal.entries import CheckWindow, DayTally, Episode
from myolog.journal.model import Journal
from myolog.vocabulary.exposures import EXPOSURES

Sighting = Episode | DayTally
Place = tuple[str, str | None]
"""A site and a side, as noted."""

SOME: Final = 2
MANY: Final = 6
_WORDS: Final = {"none": 0, "some": SOME, "many": MANY}


def day_range(start: date, end: date) -> tuple[date, ...]:
    """Return every date from `start` to `end`, both included."""
    return tuple(start + timedelta(days=step) for step in range((end - start).days + 1))


def daily_events(
    journal: Journal, start: date, end: date, *, among: Callable[[Sighting], bool] | None = None
) -> list[float]:
    """Count noticed bouts by day.

    Parameters
    ----------
    among
        Which twitches to count; all by default. A day the person looked back on is observed for
        every place.

    Returns
    -------
    events : bouts of each day
        NaN on a day the person did not look back; a fixed look counts in `daily_windows` only and
        is no day without bouts. Tallies in words count as `SOME` or `MANY`; on a day with both a
        tally and episodes of one place, the larger of the two stands.
    """
    days = day_range(start, end)
    shown = journal.between(start, end)
    observed = journal.told_days
    bouts: dict[date, dict[Place, int]] = {}
    tallied: dict[date, dict[Place, DayTally]] = {}
    for entry in shown:
        if not isinstance(entry, Sighting) or (among is not None and not among(entry)):
            continue
        place = (entry.site, entry.side)
        if isinstance(entry, Episode):
            at_place = bouts.setdefault(entry.day, {})
            at_place[place] = at_place.get(place, 0) + 1
        else:
            tallied.setdefault(entry.day, {})[place] = entry
    events = [nan] * len(days)
    for index, day in enumerate(days):
        if day in observed:
            events[index] = float(sum(told_at(bouts.get(day, {}), tallied.get(day, {})).values()))
    return events


def told_at(single: Mapping[Place, int], tallied: Mapping[Place, DayTally]) -> dict[Place, int]:
    """Return the bouts of a day by place, from its single twitches and its tallies.

    Where a place has both, the larger of the two stands.
    """
    found = dict(single)
    for place, told in tallied.items():
        worth = told.count if told.count is not None else _WORDS[told.amount or "none"]
        found[place] = max(found.get(place, 0), worth)
    return found


def daily_windows(journal: Journal, start: date, end: date) -> tuple[list[float], list[float]]:
    """Sum the fixed looks of each day.

    Returns
    -------
    counts : twitches seen on each day; NaN on a day without a look
    minutes : minutes looked on each day; 0 on a day without a look
    """
    days = day_range(start, end)
    counts, minutes = [nan] * len(days), [0.0] * len(days)
    for look in journal.of(CheckWindow):
        if start <= look.day <= end:
            index = (look.day - start).days
            counts[index] = look.count + (0.0 if isnan(counts[index]) else counts[index])
            minutes[index] += look.seconds / 60
    return counts, minutes


def daily_exposures(journal: Journal, start: date, end: date) -> dict[str, list[float]]:
    """Return each exposure by day, in the order of the vocabulary, then what is the person's own.

    Returns
    -------
    values : code to the value of each day, in the exposure's unit
        NaN on a day without a value. An exposure without a value on any of the days is left out.
    """
    found: dict[str, list[float]] = {}
    for day, values in journal.exposure_values.items():
        if start <= day <= end:
            for code, value in values.items():
                if code not in found:
                    found[code] = [nan] * ((end - start).days + 1)
                found[code][(day - start).days] = value
    listed = {code: found[code] for code in EXPOSURES if code in found}
    return listed | {code: found[code] for code in sorted(found) if code not in listed}
