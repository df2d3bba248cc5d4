"""Months and years in words: more or fewer than before, where and when.

Says what changed and how sure that is, never why. It speaks of noted days and of nobody, so that it
fits whoever the journal is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.content.dates import (
    axis_day,
    day_and_month,
    day_number,
    month_and_year,
    month_name,
    whole_date,
)
from myolog.content.grammar import form_for, range_of
from myolog.content.languages import capital
from myolog.content.names import place_name
from myolog.content.numbers import figure
from myolog.journal.daily import MANY, SOME
from myolog.journal.spans import Span, span_of
from myolog.patterns.change import LEAST_DAYS, Change, Part
from myolog.patterns.hours import HourPattern
from myolog.patterns.places import LEAST_DAYS as LEAST_FOR_A_SHARE
from myolog.patterns.places import PlaceDays, PlacePattern, in_order
from myolog.statistics.span_rates import MeanRate
from myolog.wording.findings import times
from myolog.wording.patterns import clock, likely_share

__all__ = [
    "ChangeWords",
    "change_words",
    "far_told",
    "how_worked_out",
    "part_name",
    "rate_said",
    "rate_told",
    "span_name",
    "when_lines",
    "where_lines",
    "where_rows",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """A comparison that is told.

    Attributes
    ----------
    told : whether it is clear enough to say, in a word or two
    clear : the same as a yes or no
    title : the answer
    lines : the numbers
    cautions : what they do not say
    """

    told: str
    clear: bool
    title: str
    lines: tuple[str, ...]
    cautions: tuple[str, ...]


def span_name(span: Span) -> str:
    """Say which days a span holds, as a month or a season where it is a whole one.

    Examples
    --------
    >>> from datetime import date
    >>> span_name(span_of(date(2028, 1, 9), "seasons"))
    'December 2027 to February 2028'
    >>> span_name(span_of(date(2028, 3, 1), "weeks"))
    '28 February to 5 March 2028'
    """
    first, last = span.first, span.last
    one_year = first.year == last.year
    if span == span_of(last, "months"):
        return month_and_year(last)
    if span == span_of(last, "seasons"):
        start = month_name(first) if one_year else month_and_year(first)
        return range_of(start, month_and_year(last))
    if first == last:
        return whole_date(first)
    if one_year:
        start = day_number(first) if first.month == last.month else day_and_month(first)
        return range_of(start, whole_date(last))
    return range_of(whole_date(first), whole_date(last))


def part_name(part: Part) -> str:
    """Say which days a part holds; of a span that goes on, that it is so far."""
    named = span_name(part.whole)
    return load().text("page.long.so_far", period=named) if part.so_far else named


def rate_told(rate: float) -> str:
    """Say a rate: with one decimal from 1 on, with two below, with none from 100 on.

    Examples
    --------
    >>> rate_told(12.345), rate_told(2.0), rate_told(0.125), rate_told(4790.52)
    ('12.3', '2', '0.12', '4,791')
    """
    return figure(rate_shown(rate), ",.10g")


def rate_shown(rate: float) -> float:
    """Return a rate as it is shown, rounded."""
    if rate >= 100:
        return round(rate)
    return round(rate, 1 if rate >= 1 else 2)


def rate_said(rate: MeanRate) -> str:
    """Say the interval of a rate."""
    return range_of(rate_told(rate.low), rate_told(rate.high))


def change_words(change: Change) -> ChangeWords:
    """Say whether there are more or fewer than before."""
    words = load()
    clear = change.verdict != "cannot_tell"
    parts = (change.later, change.earlier)
    return ChangeWords(
        told=words.template("page.long.clear" if clear else "page.long.open"),
        clear=clear,
        title=words.template(f"page.long.{change.verdict}"),
        lines=(*_why_open(change), *map(_rate_line, parts), *_ratio_lines(change)),
        cautions=(*_partly(parts), *_far(parts), words.template("page.long.not_why")),
    )


def _rate_line(part: Part) -> str:
    words, period, n_days = load(), capital(part_name(part)), part.span.n_days
    noted = words.text(form_for("page.long.noted", n_days), noted=part.n_noted, all=n_days)
    if part.rate is None:
        return words.text("page.long.rate_open", period=period, noted=noted)
    return words.text(
        form_for("page.long.rate", rate_shown(part.rate.rate)),
        period=period,
        rate=rate_told(part.rate.rate),
        range=rate_said(part.rate),
        noted=noted,
    )


def _why_open(change: Change) -> Iterator[str]:
    """Say why more or fewer cannot be told, before any number; nothing where it can."""
    words = load()
    if change.ratio is None:
        few = [one for one in (change.earlier, change.later) if one.n_noted < LEAST_DAYS]
        yield (
            words.text("page.long.too_few", needed=LEAST_DAYS)
            if few
            else words.template("page.long.quiet")
        )
    elif change.verdict == "cannot_tell":
        yield words.template("page.long.ratio_cannot_tell")


def _ratio_lines(change: Change) -> Iterator[str]:
    words = load()
    if change.ratio is None or change.low is None or change.high is None:
        return
    yield words.text(
        "page.long.ratio",
        times=times(change.ratio),
        range=range_of(times(change.low), times(change.high)),
    )
    if change.verdict == "same":
        yield words.template("page.long.ratio_same")


def _partly(parts: tuple[Part, ...]) -> Iterator[str]:
    for one in parts:
        if one.n_noted and 2 * one.n_noted < one.span.n_days:
            yield load().text("page.long.partly", period=capital(part_name(one)))


def _far(parts: tuple[Part, ...]) -> Iterator[str]:
    for one in parts:
        if told := far_told(one):
            yield load().text("page.long.far", period=capital(part_name(one)), day=told)


def far_told(part: Part) -> str:
    """Say the day that holds more twitches than all others together; nothing where none does."""
    if part.far is None:
        return ""
    day, count = part.far
    return load().text("chart.timeline.day_count", day=axis_day(day), count=figure(count, ",.10g"))


def how_worked_out(change: Change) -> tuple[str, ...]:
    """Say which days counted and what the range heeds."""
    words = load()
    lines = words.items("page.long.how")
    if change.earlier.in_words or change.later.in_words:
        return *lines, words.text("page.long.in_words", some=SOME, many=MANY)
    return lines


def where_rows(change: Change) -> tuple[tuple[str, str, str], ...]:
    """Return each place that twitched, with its days in the earlier and in the later period.

    From head to foot, never by number.
    """
    found: dict[tuple[str, str | None], list[PlaceDays | None]] = {}
    for number, pattern in enumerate(change.places):
        for one in pattern.places:
            found.setdefault((one.site, one.side), [None, None])[number] = one
    before, after = change.places
    return tuple(
        (
            capital(place_name(*place)),
            _days_at(found[place][0], before),
            _days_at(found[place][1], after),
        )
        for place in in_order(found)
    )


def _days_at(one: PlaceDays | None, pattern: PlacePattern) -> str:
    words = load()
    if not pattern.days:
        return words.template("chart.no_note")
    key = form_for("page.long.where_days", pattern.days)
    days = words.text(key, days=one.days if one else 0, all=pattern.days)
    share = likely_share(one) if one else ""
    return f"{days}; {share}" if share else days


def where_lines(change: Change) -> tuple[str, ...]:
    """Say what of the places cannot be told."""
    words = load()
    if not any(pattern.places for pattern in change.places):
        return (words.template("page.long.where_none"),)
    if any(pattern.days_needed for pattern in change.places):
        return (words.text("page.long.where_open", needed=LEAST_FOR_A_SHARE),)
    return ()


def when_lines(change: Change, earlier: HourPattern, later: HourPattern) -> tuple[str, ...]:
    """Say for both periods whether a time of day stands out."""
    pairs = ((change.later, later), (change.earlier, earlier))
    lines = tuple(_when(capital(part_name(part)), found) for part, found in pairs)
    return *lines, load().template("page.long.when_untimed")


def _when(period: str, found: HourPattern) -> str:
    words = load()
    if found.days_needed is not None:
        return words.text(
            "page.long.when_few", period=period, days=found.days, needed=found.days_needed
        )
    if found.hour is not None and found.hour_low is not None and found.hour_high is not None:
        return words.text(
            "page.long.when_hour",
            period=period,
            hour=clock(found.hour),
            low=clock(found.hour_low),
            high=clock(found.hour_high),
        )
    return words.text(f"page.long.when_{found.verdict}", period=period)
