"""Patterns in words: time of day, places, length; each with its range or "cannot tell yet"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.content.grammar import counted
from myolog.content.names import place_name
from myolog.content.numbers import figure
from myolog.patterns.hours import HourPattern
from myolog.patterns.lengths import LengthPattern
from myolog.patterns.places import PlaceDays, PlacePattern
from myolog.patterns.report import PatternReport
from myolog.wording.findings import times

__all__ = ["PatternWords", "clock", "hour_lines", "likely_share", "pattern_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternWords:
    """One pattern.

    Parameters
    ----------
    code
        hours, places or lengths.
    title
        What it is about.
    lines
        What is known, sentence by sentence.
    """

    code: str
    title: str
    lines: tuple[str, ...]


def pattern_words(report: PatternReport) -> tuple[PatternWords, ...]:
    """Say the three patterns, in the order of a report."""
    parts = {
        "hours": hour_lines(report.hours),
        "places": _places(report.places),
        "lengths": _lengths(report.lengths),
    }
    return tuple(
        PatternWords(code=code, title=load().text(f"pattern.{code}.title"), lines=tuple(lines))
        for code, lines in parts.items()
    )


def clock(hour: float) -> str:
    """Say an hour of the day to the next quarter.

    Examples
    --------
    >>> clock(7.0), clock(19.3)
    ('7:00', '19:15')
    """
    quarters = round(hour * 4)
    return f"{quarters // 4}:{quarters % 4 * 15:02d}"


def hour_lines(found: HourPattern) -> Iterator[str]:
    """Yield what is known about the time of day, sentence by sentence."""
    words = load()
    if found.days_needed is not None:
        yield words.text("pattern.hours.too_few", days=found.days, needed=found.days_needed)
        return
    yield words.fill(f"pattern.hours.{found.verdict}", {"days": found.days})
    if found.hour is not None and found.hour_low is not None and found.hour_high is not None:
        yield words.text(
            "pattern.hours.peak",
            hour=clock(found.hour),
            low=clock(found.hour_low),
            high=clock(found.hour_high),
        )
    yield words.text(
        "pattern.hours.awake", first=clock(found.awake_from), last=clock(found.awake_until)
    )
    if found.at_night:
        yield words.text("pattern.hours.night", count=found.at_night)
    yield words.text("pattern.hours.noticed")


def likely_share(found: PlaceDays) -> str:
    """Say the interval of a share of days, in tenths; nothing where there is none."""
    if found.low90 is None or found.high90 is None:
        return ""
    low, high = (figure(10 * share, ".1f") for share in (found.low90, found.high90))
    return load().text("pattern.places.range", low=low, high=high)


def _places(found: PlacePattern) -> Iterator[str]:
    words = load()
    if not found.places:
        yield words.text("pattern.places.none")
        return
    for one in found.places:
        share = likely_share(one)
        line = words.text(
            "pattern.places.line",
            place=place_name(one.site, one.side),
            days=one.days,
            all=found.days,
        )
        yield f"{line}; {share}" if share else line
    if found.days_needed is not None:
        yield words.text("pattern.places.too_few", needed=found.days_needed)


def _lengths(found: LengthPattern) -> Iterator[str]:
    words = load()
    if found.usual_s is not None and found.low_s is not None and found.high_s is not None:
        yield words.text(
            "pattern.lengths.usual",
            usual=_length(found.usual_s),
            low=_length(found.low_s),
            high=_length(found.high_s),
        )
    if found.ratio is None or found.low90 is None or found.high90 is None:
        needed = found.days_needed
        yield words.text("pattern.lengths.too_few", days=found.days, needed=needed)
        return
    yield words.fill(
        f"pattern.lengths.{found.verdict}",
        {
            "ratio": times(found.ratio),
            "low": times(found.low90),
            "high": times(found.high90),
        },
    )


def _length(seconds: float) -> str:
    if seconds < 90:
        return counted("pattern.lengths.second", round(seconds))
    return load().text("pattern.lengths.minutes", count=figure(round(seconds / 60, 1), "g"))
