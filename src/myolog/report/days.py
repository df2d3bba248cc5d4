"""Days with twitching by region, side and month, counted from a journal.

Decides what a cell of the page counts: days, not bouts, on which a place of the region was noted
with that side. "Both sides" counts on each. A place in the middle, or with a side that nobody
noted, stands apart, so that no side is invented. Days without a note are missing, never zero.
Source: the guide, section 3d (groups and regions), section 8 (DP-11).
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date, timedelta
from statistics import median
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.entries import CheckWindow
from myolog.journal.model import Journal
from myolog.report.sections import Cell, Days, Period, PlaceDays
from myolog.vocabulary.sites import GROUP_REGION, groups_of

__all__ = ["REGIONS", "count_days", "region_of"]

REGIONS: Final = ("bulbar", "cervical", "thoracic", "lumbosacral")
"""The four regions of the page, from head to foot."""

_MONTHS_SHOWN: Final = 4


def region_of(site: str) -> str:
    """Return the region under which the page counts a site; "all" for "all over"."""
    (group,) = groups_of(site, None)
    return GROUP_REGION[group]


def count_days(journal: Journal, *, today: date) -> Days:
    """Count twitch days of a journal that ends with `today`."""
    noted = journal.told_days
    by_place = journal.place_days
    looks = [look.count for look in journal.of(CheckWindow)]
    periods = _periods(noted, today)
    shown = [*REGIONS, *(["all"] if ("everywhere", None) in by_place else [])]
    return Days(
        periods=periods,
        regions=FrozenDict(
            {region: tuple(_cell(by_place, region, period) for period in periods)
             for region in shown}
        ),
        places=tuple(
            PlaceDays(site=site, side=side, n_days=len(days))
            for (site, side), days in sorted(
                by_place.items(), key=lambda item: (-len(item[1]), min(item[1]), str(item[0]))
            )
        ),
        first_note=min(noted, default=None),
        last_note=max(noted, default=None),
        n_days=(today - min(noted)).days + 1 if noted else 0,
        n_noted=len(noted),
        n_looks=len(looks),
        median_look=float(median(looks)) if looks else None,
    )  # fmt: skip


def _periods(noted: Set[date], today: date) -> tuple[Period, ...]:
    """Cut the noted days into at most four periods; the last one is the last note's month."""
    if not noted:
        return ()
    first, last = min(noted), max(noted)
    months = _months(first, last)
    earlier: tuple[Period, ...] = ()
    if len(months) > _MONTHS_SHOWN:
        months = months[-(_MONTHS_SHOWN - 1) :]
        earlier = (_period(first, months[0] - timedelta(days=1), noted, earlier=True),)
    return earlier + tuple(
        _period(max(first, month), min(_month_end(month), today), noted) for month in months
    )


def _period(first: date, last: date, noted: Set[date], *, earlier: bool = False) -> Period:
    return Period(
        first=first,
        last=last,
        earlier=earlier,
        n_days=(last - first).days + 1,
        n_noted=sum(first <= day <= last for day in noted),
    )


def _months(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [
        date(first.year + (first.month - 1 + step) // 12, (first.month - 1 + step) % 12 + 1, 1)
        for step in range(count)
    ]


def _month_end(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _cell(
    by_place: Mapping[tuple[str, str | None], Set[date]], region: str, period: Period
) -> Cell:
    left: set[date] = set()
    right: set[date] = set()
    other: set[date] = set()
    for (site, side), days in by_place.items():
        if region_of(site) != region:
            continue
        inside = {day for day in days if period.first <= day <= period.last}
        if side in ("left", "both"):
            left |= inside
        if side in ("right", "both"):
            right |= inside
        if side is None:
            other |= inside
    return Cell(left=len(left), right=len(right), other=len(other))
