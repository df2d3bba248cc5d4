"""Reading one line.

Decides the order in which parts are looked for: what may have set it off first, since its words
("2 hours of gaming") would else be taken for something else; then the place, signs and strength,
when, how long, and whether it speaks of a whole day.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from myolog.errors import InvalidEntry
from myolog.journal.checks import check_text
from myolog.phrases.amounts import take_amount, take_count_range, take_none, take_unceasing
from myolog.phrases.comparisons import keep_comparisons
from myolog.phrases.days import LOOKS_LIKE_WHEN
from myolog.phrases.durations import keep_other_lengths, take_duration, take_range_of_lengths
from myolog.phrases.line import Line
from myolog.phrases.moments import take_moment
from myolog.phrases.numerals import SHOWN
from myolog.phrases.places import names_only_places, take_place
from myolog.phrases.remainder import leftover
from myolog.phrases.result import Kind, Understood
from myolog.phrases.strength import take_score, take_signs, take_strength
from myolog.phrases.suspects import take_suspects

__all__ = ["LINE_LIMIT", "MONTH_FIRST", "read_line"]

MONTH_FIRST: Final = frozenset({"US"})
"""Countries where 12-31-2026 is the last day of a year."""

LINE_LIMIT: Final = 1_000
"""Characters; a line is a sentence or two."""


def read_line(
    text: str,
    *,
    now: datetime,
    zone: str,
    day_ends_hour: int = 0,
    month_first: bool = False,
    language: str = "en",
) -> Understood:
    """Read one line about a twitch.

    Parameters
    ----------
    text
        As typed.
    now
        The present, aware.
    zone
        The person's IANA zone.
    day_ends_hour
        The hour after midnight at which their day ends.
    month_first
        Whether they write 12-31-2026 for the last day of a year.
    language
        Code of the language it is written in, one of `myolog.phrases.tongues.LANGUAGES`.

    Raises
    ------
    InvalidEntry
        The line is longer than `LINE_LIMIT`, holds a character that cannot be stored or shown or a
        number of more digits than anything has, or says a time that clocks never showed.

    Examples
    --------
    >>> from datetime import UTC
    >>> said = read_line("left calf 2 min after espresso",
    ...                  now=datetime(2026, 3, 11, tzinfo=UTC), zone="UTC")
    >>> said.site, said.side, said.duration_s, said.suspected
    ('calf', 'left', 120, ('caffeine',))
    """
    check_text(text, "What you typed", LINE_LIMIT)
    _check_readable(text)
    line = Line(text, language)
    keep_comparisons(line)
    suspected = take_suspects(line)
    keep_other_lengths(line)
    where = take_place(line)
    accompanied = take_signs(line)
    intensity = take_score(line)
    between = take_count_range(line)
    length = take_range_of_lengths(line)
    moment = take_moment(
        line, now=now, zone=zone, day_ends_hour=day_ends_hour, month_first=month_first
    )
    length = length or take_duration(line)
    duration_s = length[0] if length else moment.duration_s
    whole_day = not moment.part and duration_s is None
    day_said = moment.day is not None
    kind: Kind | None
    told: str | int | None
    told = take_unceasing(line, day_said=day_said, whole_day=whole_day)
    kind, amount = take_none(line, site=where.site, whole_day=whole_day)
    told = told or amount
    if kind == "episode":
        told = told or take_amount(line, day_said=day_said, whole_day=whole_day, between=between)
        kind = "episode" if told is None else "tally"
    intensity = take_strength(line) if intensity is None else intensity
    if line.unread(LOOKS_LIKE_WHEN):
        line.remark("note", "unread")
    return Understood(
        text=text,
        kind=kind,
        site=where.site,
        side=where.side,
        site_choices=where.choices,
        day=moment.day,
        clock=moment.clock,
        started_at=moment.instant,
        duration_s=duration_s,
        duration_said=length[1] if length else "",
        time_said=moment.time_said,
        intensity=intensity,
        suspected=suspected,
        accompanied=accompanied,
        amount=told,
        note=leftover(line),
        only_places=names_only_places(line),
        in_the_future=moment.future,
        parts=tuple(sorted(line.parts, key=lambda part: part.start)),
        remarks=tuple(line.remarks),
    )


_LONG_NUMBER: Final = re.compile(r"\d{10,}")
_UNSHOWN: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that steer a terminal or turn the order of what is shown."""


def _check_readable(text: str) -> None:
    number = _LONG_NUMBER.search(text)
    if number is not None:
        raise InvalidEntry(
            "“{text}” is too long for a number. Type the line again without it.",
            text=number[0][:SHOWN],
            code="invalid_amount",
            key="number_too_long",
        )
    if _UNSHOWN.search(text) is not None:
        raise InvalidEntry(
            "The line holds a character that cannot be shown. Type it again by hand.",
            code="invalid_text",
            key="unshown_character",
        )
