"""More or fewer than before: the rate of weeks, months or seasons, and of two periods compared.

Decides which days count, which two spans are compared unasked, and when "more" or "fewer" is said:
with seven noted days or more in each, and when the interval of the ratio leaves out "no change".
It is wide enough for three questions on one page, by week, month and season: where nothing changed,
all three together say "more" or "fewer" in at most 5 % of journals. It describes, and never says
why. Days without a note are missing, never zero (guide 3d).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import isnan, nan
from typing import TYPE_CHECKING, Final, Literal

from myolog.errors import InvalidEntry
from myolog.journal.checks import check_day
from myolog.journal.counted import Counted
from myolog.journal.spans import Kind, Span, span_before, span_of, spans_between
from myolog.patterns.places import PlacePattern, places_of
from myolog.statistics.span_rates import MeanRate, lag_within, mean_rate

if TYPE_CHECKING:
    from myolog.statistics.shift import Shift

__all__ = ["LEAST_DAYS", "Change", "Part", "Past", "Verdict", "Window"]

LEAST_DAYS: Final = 7
"""Noted days in each period before "more" or "fewer" is said."""

LEVEL: Final = 1 - 0.05 / 3
"""Coverage of the interval of a ratio: three questions share 5 %."""

SAME: Final = (2 / 3, 1.5)
"""A change surely within these is too small to matter."""

MONTH: Final = 28
"""Days of the four weeks that are compared with the four before."""

MOST: Final[dict[Kind, int]] = {"weeks": 52, "months": 36, "seasons": 40}
"""How many stand beside one another at most; ten years of seasons are seen at once."""

WEEKS_UP_TO: Final = 182
MONTHS_UP_TO: Final = 1096
"""Days since the first note up to which weeks, or else months, are shown unasked."""

FAR: Final = 10
"""Twitches on a day that is named where it holds more than all others together."""

_APART: Final = 60
"""Days without a note after which nothing is remembered of the level before."""

Verdict = Literal["more", "fewer", "same", "cannot_tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One span, as far as it has passed, and what was noted in it.

    Attributes
    ----------
    span : the days that have passed
    n_noted : days among them that tell
    n_events : twitches on these
    rate : twitches on a noted day with its 90 % interval; None with fewer than three noted days
    whole : the same with the days that are still to come
    in_words : whether days of it were told in words, not counted
    far : the day that holds more than half of the twitches, and how many; None where none does
    """

    span: Span
    n_noted: int
    n_events: float
    rate: MeanRate | None
    whole: Span
    in_words: bool = False
    far: tuple[date, float] | None = None

    @property
    def so_far(self) -> bool:
        """Whether days of it are still to come."""
        return self.span != self.whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Two periods, the earlier one first.

    Attributes
    ----------
    verdict : whether the later one has more, fewer, about the same, or it cannot be told
    ratio, low, high : later rate over the earlier one and its interval; None with too few days
    places : where it twitched, in each
    """

    verdict: Verdict
    earlier: Part
    later: Part
    ratio: float | None
    low: float | None
    high: float | None
    places: tuple[PlacePattern, PlacePattern]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Spans beside one another, and where those before and after them end; None without any."""

    spans: tuple[Span, ...]
    older: date | None
    newer: date | None


@dataclass(frozen=True, kw_only=True)
class Past:
    """The days that are over, and what is asked of them.

    Attributes
    ----------
    counted : the journal, counted
    until : the last day that counts
    """

    counted: Counted
    until: date

    @cached_property
    def noted(self) -> tuple[date, ...]:
        """The days that tell, in order."""
        return tuple(sorted(day for day in self.counted.days if day <= self.until))

    @property
    def first(self) -> date:
        """The first day that tells; the last one that counts where none does."""
        return self.noted[0] if self.noted else self.until

    @cached_property
    def alike(self) -> float:
        """How much a day resembles the one before, within its month."""
        months = spans_between(self.first, self.until, "months")
        return lag_within([self.counted.events(one.first, one.last) for one in months])

    def passed(self, span: Span) -> Span:
        """Return a span without the days that are still to come."""
        return Span(first=span.first, last=min(span.last, self.until))

    def part(self, whole: Span) -> Part:
        """Return what was noted in a span."""
        span = self.passed(whole)
        counts = self.counted.events(span.first, span.last)
        return Part(
            span=span,
            whole=whole,
            n_noted=sum(not isnan(count) for count in counts),
            n_events=sum(count for count in counts if not isnan(count)),
            rate=mean_rate(counts, correlation=self.alike),
            in_words=any(span.first <= day <= span.last for day in self.counted.in_words),
            far=_far(span, counts),
        )

    def usual_kind(self) -> Kind:
        """Return what shows a journal of this age best: its weeks, months or seasons."""
        n_days = (self.until - self.first).days
        return (
            "weeks" if n_days <= WEEKS_UP_TO else "months" if n_days <= MONTHS_UP_TO else "seasons"
        )

    def window(self, kind: Kind, *, before: date | None = None) -> Window:
        """Return the spans that stand beside one another.

        Parameters
        ----------
        before
            A day of the newest of them; None for the newest there is.
        """
        spans = spans_between(self.first, self.until, kind)
        end = len(spans)
        if before is not None:
            end = max(1, sum(one.first <= before for one in spans))
        start = max(0, end - MOST[kind])
        return Window(
            spans=spans[start:end],
            older=spans[start - 1].last if start else None,
            newer=spans[min(end + MOST[kind], len(spans)) - 1].last if end < len(spans) else None,
        )

    def newest_two(self, kind: Kind) -> tuple[Span, Span]:
        """Return which spans are compared unasked, the earlier one first.

        By week, the last four weeks with the four before. By month or season, the newest one with
        enough noted days, or the one of the last day where none has, with the one right before.
        """
        if kind == "weeks":
            return self._days_up_to(self.until - timedelta(days=MONTH)), self._days_up_to(
                self.until
            )
        newest = next(
            (
                one
                for one in reversed(spans_between(self.first, self.until, kind))
                if self._n_noted(one) >= LEAST_DAYS
            ),
            span_of(self.until, kind),
        )
        return span_before(newest, kind), newest

    def _days_up_to(self, last: date) -> Span:
        return Span(first=last - timedelta(days=MONTH - 1), last=last)

    def _n_noted(self, span: Span) -> int:
        return len(self.counted.told(span.first, self.passed(span).last))

    def compare(self, earlier: Span, later: Span) -> Change:
        """Compare two periods that share no day, the earlier one first."""
        first, second = self.part(earlier), self.part(later)
        shift = None
        if min(first.n_noted, second.n_noted) >= LEAST_DAYS and first.n_events + second.n_events:
            shift = _shift(self.counted, first.span, second.span)
        return Change(
            verdict=_verdict(shift),
            earlier=first,
            later=second,
            ratio=None if shift is None else shift.rate_ratio,
            low=None if shift is None else shift.low,
            high=None if shift is None else shift.high,
            places=(_places(self.counted, first.span), _places(self.counted, second.span)),
        )

    def in_turn(self, one: Span, other: Span) -> tuple[Span, Span]:
        """Return two periods that a person chose, the earlier one first.

        Raises
        ------
        InvalidEntry
            One ends before it begins or is not over, both share a day, or one has no note at all.
        """
        for period in (one, other):
            self._refuse(period)
        if one.meets(other):
            raise InvalidEntry(
                "The two periods share days. Give two that do not overlap.",
                code="invalid_period",
                key="periods_overlap",
            )
        for period in (one, other):
            if not self._n_noted(period):
                raise InvalidEntry(
                    "Nothing was noted of twitches from {first} to {last}. Give another period.",
                    first=period.first.isoformat(),
                    last=period.last.isoformat(),
                    code="invalid_period",
                    key="period_empty",
                )
        return (one, other) if one.first < other.first else (other, one)

    def _refuse(self, period: Span) -> None:
        for day in (period.first, period.last):
            check_day(day)
        if period.last < period.first:
            raise InvalidEntry(
                "{first} comes after {last}. Give the first day of the period first.",
                first=period.first.isoformat(),
                last=period.last.isoformat(),
                code="invalid_period",
                key="period_reversed",
            )
        if period.last > self.until:
            raise InvalidEntry(
                "{day} is not over yet. Give periods of days that are over.",
                day=period.last.isoformat(),
                code="invalid_period",
                key="period_ahead",
            )


def _far(span: Span, counts: list[float]) -> tuple[date, float] | None:
    """Return a day with more than all others together, where several were noted."""
    known = [(count, place) for place, count in enumerate(counts) if not isnan(count)]
    if len(known) < LEAST_DAYS:
        return None
    most, place = max(known)
    if 2 * most <= sum(count for count, _ in known) or most < FAR:
        return None
    return span.first + timedelta(days=place), most


def _places(counted: Counted, span: Span) -> PlacePattern:
    days = counted.told(span.first, span.last)
    return places_of(days, counted.place_days(span.first, span.last))


def _shift(counted: Counted, first: Span, second: Span) -> Shift:
    import numpy as np

    from myolog.statistics.shift import estimate_shift

    before, after = (counted.events(one.first, one.last) for one in (first, second))
    between = [nan] * min(_APART, (second.first - first.last).days - 1)
    counts = np.array([*before, *between, *after])
    return estimate_shift(
        counts, after=np.arange(len(counts)) >= len(before) + len(between), level=LEVEL
    )


def _verdict(shift: Shift | None) -> Verdict:
    if shift is None:
        return "cannot_tell"
    if shift.low > 1:
        return "more"
    if shift.high < 1:
        return "fewer"
    return "same" if SAME[0] <= shift.low and shift.high <= SAME[1] else "cannot_tell"
