"""Which day a line speaks of: "yesterday", "on Monday", "12/3", "3 days ago".

Decides nothing about the future: every reading lies today or before. A date whose day and month
could be swapped keeps the reading nearest to today; with hyphens and a year, that of the person's
country. Two numbers that may be a part of one ("1/2") are a day only where the words before them
say so, or where that day is not far back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.phrases.durations import COUNTS_BACK
from myolog.phrases.fractions import may_be_fraction
from myolog.phrases.line import Line
from myolog.phrases.quantities import COUNT, count_of
from myolog.phrases.result import Doubt

__all__ = ["LOOKS_LIKE_WHEN", "Day", "keep_rough_days", "take_day"]

_WEEKDAYS: Final = (
    "mondays?|mon", "tuesdays?|tues|tue", "wednesdays?|weds|wed", "thursdays?|thurs|thur|thu",
    "fridays?|fri", "saturdays?|sat", "sundays?|sun",
)  # fmt: skip
_MONTHS: Final = (
    "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul",
    "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec",
)  # fmt: skip
_TO_PART: Final = (
    r"(?= (?:early |late )?(?:morning|mornin|afternoon|evening|eve|night|lunch|lunchtime|noon"
    r"|midday|at|around"
    r"|about|\d))"
)
_ANY_WEEKDAY: Final = (
    "|".join(f"(?P<d{number}>{names})" for number, names in enumerate(_WEEKDAYS))
)  # fmt: skip
_ANY_MONTH: Final = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_MONTHS, 1))
_DATE_SIGN: Final = r"(?<!\S)(?:on |the |dated )*"

_NO_UNIT: Final = (
    r"(?! ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|an?|of|mg|ml|g"
    r"|cups?|mugs?|glass(?:es)?|pints?|bottles?|cans?|shots?|tablets?|pills?|doses?|times|%)(?!\S))"
)
_FAR: Final = timedelta(days=60)
"""A day further back than this is asked about."""

_NEAR: Final = timedelta(days=31)
"""How far back "1/2" is still a day where nothing else says so."""

_RELATIVE: Final = re.compile(
    r"(?<!\S)(?P<before>(?:the )?day before yesterday|2 days ago|two days ago)"
    r"|(?<!\S)(?:earlier |later )?(?P<yesterday>yesterday|yday|ystrday|yest)(?!\S)"
    r"|(?<!\S)(?P<last_night>last night|lastnight)(?!\S)"
    r"|(?<!\S)(?:earlier |so far |sometime )?(?P<today>today|2day|this day)(?!\S)"
    r"|(?<!\S)(?P<tonight>tonight|tonite)(?!\S)"
    r"|(?<!\S)(?<!early )(?<!late )(?:earlier )?this(?= (?:early |late |past )?"
    r"(?:morning|afternoon|evening|eve|lunch\S*|noon|midday|night))"
)
_AGO: Final = re.compile(
    rf"(?<!\S)(?P<count>{COUNT}|an?|a few|few|several|some) (?P<unit>days?|d|weeks?|wks?) (?:ago"
    rf"|back|before)"
    rf"(?!\S)|(?<!\S)vor (?P<vor>{COUNT}|an?|a few|few|several|some)"
    rf" (?P<vor_unit>days?|d|weeks?|wks?)(?!\S)"
    r"|(?<!\S)(?P<week>a week ago|last week)(?= (?:today|yesterday))"
)
_WEEKDAY: Final = re.compile(
    rf"(?<!\S)(?:on )?(?P<last>last |this past |past )?(?:this )?(?:{_ANY_WEEKDAY})(?!\S)"
)
_SHORT: Final = frozenset({"sat", "sun", "mon", "wed", "fri"})
_SHORT_SIGN: Final = re.compile(r"(?:^|\b(?:on|last|this|past|since|,|late|early) )$")
_SHORT_FOLLOWS: Final = re.compile(rf"^{_TO_PART}|^ ?$|^ [,.:]")
_NAMED_DATE: Final = re.compile(
    rf"{_DATE_SIGN}(?:(?P<day>\d{{1,2}})(?: ?(?:st|nd|rd|th))?(?: of| -| /| \.)? (?:{_ANY_MONTH})"
    rf"(?:(?: ,| -| /| \.)? (?P<year>20\d\d))?)(?!\S)"
)
_MONTH_FIRST: Final = re.compile(
    rf"{_DATE_SIGN}(?:{_ANY_MONTH}) (?P<day>\d{{1,2}})(?: (?:st|nd|rd"
    rf"|th))?(?:(?: ,)? (?P<year>20\d\d))?"
    r"(?! ?(?:am|pm|:))(?!\S)"
)
_OF_MONTH: Final = re.compile(r"(?<!\S)(?:on )?the (?P<day>\d{1,2}) (?:st|nd|rd|th)(?!\S)")
_ISO: Final = re.compile(r"(?<!\S)(?:on )?(?P<iso>\d{4}-\d{2}-\d{2})(?!\S)")
_YEAR_FIRST: Final = re.compile(
    rf"{_DATE_SIGN}(?P<iso>20\d\d(?: - \d{{1,2}} - | / \d{{1,2}} / |\.\d{{1,2}}\."
    r"| \. \d{1,2} \. )\d{1,2})(?! [-/] \d)(?!\S)"
)
_DASHED: Final = re.compile(
    rf"{_DATE_SIGN}(?P<first>\d{{1,2}}) - (?P<second>\d{{1,2}}) - (?P<year>\d{{4}}|\d\d)"
    rf"(?! [-/] \d){_NO_UNIT}(?!\S)"
)
_SLASHED: Final = re.compile(
    rf"(?<!\S)(?<!\S / )(?P<sign>(?:on |the |dated )*)(?P<first>\d{{1,2}}) / (?P<second>\d{{1,2}})"
    rf"(?: / (?P<year>\d{{4}}|\d{{2}}))?(?!\S)(?! /){_NO_UNIT}"
)
_DOTTED: Final = re.compile(
    r"(?<!\S)(?:on )?(?P<first>\d{1,2})(?:\.| \. )(?P<second>\d{1,2})"
    r"(?:(?:\.| \. )(?P<year>\d{4}|\d{2})|(?: \.))(?!\S)"
)
_UNTIL_END: Final = r"(?!\S)"
_NAMES: Final = "|".join((*_WEEKDAYS, *_MONTHS))
_STEPS: Final = r"(?:days?|nights?|weeks?|months?|years?)"
_TOO_ROUGH: Final = tuple(
    re.compile(rf"(?<!\S){words}{_UNTIL_END}")
    for words in (
        r"(?:every|each|most|some|other|next|the other|the next|following) "
        r"(?:mornings?|afternoons?|evenings?|nights?|days?|weekends?|weeks?|time)",
        r"all (?:morning|afternoon|evening|night|week|weekend|month|year|the time)",
        rf"(?:tomorrow|next (?:week|month|{_NAMES}))",
        r"last (?:week|month|year|weekend|summer|winter|spring|autumn|fall|few \S+|couple of \S+)",
        r"(?:at |on |over )?(?:the |this )?weekend|the other (?:day|night|evening|morning)",
        r"recently|these days|(?:a )?(?:months?|years?) ago",
        r"(?:a long |some )?(?:time|while) (?:ago|back)",
        rf"(?:ever )?since (?:about |around |at least |last |the )*"
        rf"(?:yesterday|{_NAMES}|week|month|\d{{1,2}} / \d{{1,2}})"
        r"(?! (?:morning|afternoon|evening|night|at|\d))",
        rf"(?:for |over |in )?(?:the )?(?:last |past )?(?:{COUNT}|few|several|a few) "
        rf"(?:{_STEPS}|times (?:a|per|every) \S+)(?! (?:ago|back|before))(?: now)?",
    )
)


LOOKS_LIKE_WHEN: Final = re.compile(
    r"(?<!\S)(?:\d{4}-\d\d-\d\d|\d{1,4} (?:-|/) \d{1,2} (?:-|/) \d{1,4}|\d{1,2} / \d{1,2}"
    r"|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}:[0-5]\d|\d{1,2} ?[ap]m"
    r"|last (?:week|month|year|weekend|summer|winter|spring|autumn|fall|night)"
    r"|(?:the |this )?weekend|the other (?:day|night|evening|morning)|yesterday"
    r"|(?:months?|years?|while) (?:ago|back)"
    rf"|(?:in |last |on |early |late |since )+(?:{_NAMES})"
    rf"|\d{{1,2}} (?:st |nd |rd |th )?(?:{_ANY_MONTH}))(?!\S)"
)
"""Words that name a day or a time; left in a note they deserve a second look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day that was said.

    Parameters
    ----------
    options
        Readings, the likeliest first, none after today.
    today
        Whether it was said to be today.
    night
        Whether its night was meant ("last night").
    """

    options: tuple[date, ...]
    today: bool = False
    night: bool = False


def keep_rough_days(line: Line) -> None:
    """Put days aside that are said too roughly to stand in a journal."""
    for pattern in _TOO_ROUGH:
        for match in line.each(pattern):
            if not COUNTS_BACK.search(line.before(match.start())):
                line.keep(match)


def take_day(line: Line, *, today: date, month_first: bool = False) -> Day | None:
    """Take the first day that the line names; a future one is put aside."""
    for match, options, doubt in _found(line, today, month_first=month_first):
        past = tuple(day for day in options if day <= today)
        if not past:
            continue
        line.take(match, "when", doubt=doubt)
        if past[0] < today - _FAR:
            line.remark("when", "long_ago")
        night = match[0].endswith(("night", "nite"))
        return Day(options=past, today=past[0] == today and len(past) == 1, night=night)
    return None


def _found(
    line: Line, today: date, *, month_first: bool
) -> Iterator[tuple[re.Match[str], tuple[date, ...], Doubt | None]]:
    for match in line.apart(_RELATIVE):
        back = 2 if match["before"] else 1 if match["yesterday"] or match["last_night"] else 0
        yield match, (today - timedelta(days=back),), None
    for match in line.apart(_AGO):
        yield match, (today - timedelta(days=_days_back(match)),), None
    for match in line.apart(_WEEKDAY):
        if _is_weekday(line, match):
            yield match, _weekday(match, today), None
    for pattern in (_ISO, _YEAR_FIRST, _NAMED_DATE, _MONTH_FIRST, _OF_MONTH):
        for match in line.apart(pattern):
            yield match, tuple(_dates(match, today)), None
    for match in line.apart(_DASHED):
        yield match, *_in_order(match, today, month_first=month_first)
    for match in line.apart(_SLASHED):
        options, doubt = _numbers(match, today, swap=True)
        if not _is_part_of_one(match):
            yield match, options, doubt
        elif options and options[0] >= today - _NEAR:
            yield match, options, "amount_or_day"
    for match in line.apart(_DOTTED):
        yield match, *_numbers(match, today, swap=False)


def _is_part_of_one(match: re.Match[str]) -> bool:
    told = match["sign"] or match["year"]
    return not told and may_be_fraction(int(match["first"]), int(match["second"]))


def _in_order(
    match: re.Match[str], today: date, *, month_first: bool
) -> tuple[tuple[date, ...], Doubt | None]:
    """Return the day in the order of the person's country, or in the other where only it can be."""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"]) % 100 + 2000 if len(match["year"]) == 2 else int(match["year"])
    pairs = (
        [(first, second), (second, first)] if month_first else [(second, first), (first, second)]
    )
    found = [day for month, of_month in pairs for day in _valid(year, month, of_month)]
    past = [day for day in found if day <= today]
    doubt: Doubt | None = "day_or_month" if len(set(found)) > 1 else None
    return tuple(past[:1]), doubt


def _days_back(match: re.Match[str]) -> int:
    text, unit = match["count"] or match["vor"], match["unit"] or match["vor_unit"]
    count = 3 if "few" in text or text in ("several", "some") else 1 if text in ("a", "an") else 0
    return round((count or count_of(text)) * (7 if unit.startswith("w") else 1))


def _is_weekday(line: Line, match: re.Match[str]) -> bool:
    word = match[0].split()[-1]
    if word not in _SHORT or len(match[0].split()) > 1:
        return True
    before, after = line.before(match.start()), line.after(match.end())
    return bool(_SHORT_SIGN.search(before) or _SHORT_FOLLOWS.match(after))


def _weekday(match: re.Match[str], today: date) -> tuple[date, ...]:
    wanted = next(number for number in range(7) if match[f"d{number}"])
    back = (today.weekday() - wanted) % 7
    if back == 0 and match["last"]:
        back = 7
    first = today - timedelta(days=back)
    return (first, first - timedelta(days=7)) if back == 0 else (first,)


def _dates(match: re.Match[str], today: date) -> Iterator[date]:
    said = match.groupdict()
    if said.get("iso"):
        yield from _valid(*map(int, re.findall(r"\d+", said["iso"])))
        return
    month = next((number for number in range(1, 13) if said.get(f"m{number}")), None)
    year = int(said["year"]) if said.get("year") else None
    if month is None:
        for back in range(3):
            months = today.year * 12 + today.month - 1 - back
            yield from _valid(months // 12, months % 12 + 1, int(said["day"]))
        return
    for candidate in [year] if year else [today.year, today.year - 1]:
        yield from _valid(candidate, month, int(said["day"]))


def _numbers(
    match: re.Match[str], today: date, *, swap: bool
) -> tuple[tuple[date, ...], Doubt | None]:
    first, second = int(match["first"]), int(match["second"])
    told = match["year"]
    year = int(told or 0)
    years = [year + 2000 if year < 100 else year] if told else [today.year, today.year - 1]
    found = {day for year in years for day in _valid(year, second, first)}
    other = {day for year in years for day in _valid(year, first, second)} if swap else set()
    past = sorted((day for day in found | other if day <= today), reverse=True)
    doubt: Doubt | None = "day_or_month" if found and other - found else None
    return tuple(past[:1]), doubt


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
