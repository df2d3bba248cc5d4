"""A time of day as it is typed into a field of its own.

Decides which ways of writing a time are read (18:30, 18.30, 18h30, 1830, "18 Uhr 30", "6:30 pm",
"noon", an offset behind it), that hours without am or pm are those of the 24-hour clock where they
are written with their minutes, and that a spoken hour ("half past six", "6") has two readings.
Whatever is not understood whole is refused: minutes, seconds and offsets are never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time, timedelta, timezone
from typing import Final

from myolog.errors import InvalidEntry, Unclear
from myolog.phrases.clocks import clock_in_words
from myolog.phrases.numerals import SHOWN, flat
from myolog.phrases.quantities import GERMAN_NUMBERS

__all__ = ["read_clock", "read_plain_clock"]

_HALF: Final = (
    r"(?: ?(?P<half>a\.? ?m\.?|p\.? ?m\.?)"
    r"| (?P<part>in the morning|in the afternoon|in the evening|morgens|früh|vormittags|nachmittags"
    r"|abends))"
)
_OFFSET: Final = r" ?(?P<offset>z|utc|(?P<way>[-+])(?P<ahead_h>\d{2})(?::?(?P<ahead_min>[0-5]\d))?)"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<hour>\d{{1,2}}) ?[:.] ?(?P<minute>\d{{2}})(?: ?(?:uhr|h|hrs|hours))?{_HALF}?",
        rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:[.,](?P<part_s>\d{{1,6}}))?)?"
        rf"(?:{_HALF}|{_OFFSET})?",
        rf"(?P<hour>\d{{1,2}}) ?(?:h|uhr) ?(?P<minute>\d{{2}})?(?: ?(?:uhr|min|m))?{_HALF}?",
        rf"(?P<hour>\d{{1,2}}){_HALF}",
        r"(?P<hour>\d{1,2})(?P<minute>\d{2})(?: ?(?:uhr|h|hrs|hours))?",
    )
)
_NAMED: Final[Mapping[str, time]] = {
    **dict.fromkeys(("noon", "12 noon", "midday", "mittag", "mittags", "12 uhr mittags"), time(12)),
    **dict.fromkeys(("midnight", "12 midnight", "mitternacht", "um mitternacht"), time(0)),
}
_AFTERNOON: Final = ("p", "in the a", "in the e", "nachm", "abends")
_GERMAN_HOURS: Final = {"eins": 1, **{word: n for word, n in GERMAN_NUMBERS.items() if n <= 12}}
_SPOKEN: Final = re.compile(
    rf"(?P<way>halb|viertel nach|viertel vor|dreiviertel) (?P<hour>1[0-2]|[1-9]"
    rf"|{'|'.join(_GERMAN_HOURS)}){_HALF}?"
)
_WAYS: Final = {"halb": -30, "viertel nach": 15, "viertel vor": -15, "dreiviertel": -15}
_FURTHEST: Final = timedelta(hours=14)
_NOT_A_TIME: Final = "“{text}” is not a time of day; write hours and minutes, such as 18:30."


def read_plain_clock(text: str) -> time:
    """Read a time of day to the minute, in no zone.

    Raises
    ------
    Unclear
        It can be before or after noon.
    InvalidEntry
        It is no such time.
    """
    told = read_clock(text)
    if told.tzinfo is not None or told.second or told.microsecond:
        raise InvalidEntry(
            "“{text}” is more exact than this needs; write hours and minutes alone, "
            "such as {plain}.",
            text=text.strip()[:SHOWN],
            plain=f"{told:%H:%M}",
            code="invalid_clock",
            key="clock_too_exact",
        )
    return told


def read_clock(text: str) -> time:
    """Read a time of day, with the offset where one was typed.

    Raises
    ------
    Unclear
        It can be before or after noon.
    InvalidEntry
        It is no time of day.

    Examples
    --------
    >>> read_clock("18.30"), read_clock("6:30 pm"), read_clock("18 Uhr 30"), read_clock("noon")
    (datetime.time(18, 30), datetime.time(18, 30), datetime.time(18, 30), datetime.time(12, 0))
    """
    plain = flat(text)
    if plain in _NAMED:
        return _NAMED[plain]
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is not None:
            return _written(found.groupdict(), text)
    spoken = _SPOKEN.fullmatch(plain)
    if spoken is not None:
        return _spoken(spoken.groupdict(), text)
    clock = clock_in_words(plain) or clock_in_words(f"{plain} oclock")
    if clock is None:
        raise _no_time(text)
    if not clock.exact:
        raise _unclear(text, *clock.readings)
    return clock.at


def _written(said: Mapping[str, str | None], text: str) -> time:
    hour, minute = int(said["hour"] or 0), int(said.get("minute") or 0)
    half = said.get("half") or said.get("part")
    if half is not None:
        afternoon = half.startswith(_AFTERNOON)
        if hour > 12 and not afternoon:
            raise _no_time(text)
        hour = hour % 12 + 12 * afternoon if hour <= 12 else hour
    if hour == 24 and minute == 0:
        raise InvalidEntry(
            "“{text}” is the end of a day; write 00:00 and the day that begins then.",
            text=text.strip()[:SHOWN],
            code="invalid_clock",
            key="end_of_a_day",
        )
    try:
        return time(
            hour,
            minute,
            int(said.get("second") or 0),
            int((said.get("part_s") or "").ljust(6, "0") or 0),
            tzinfo=_zone(said),
        )
    except ValueError:
        raise _no_time(text) from None


def _zone(said: Mapping[str, str | None]) -> timezone | None:
    if said.get("offset") is None:
        return None
    ahead = timedelta(hours=int(said["ahead_h"] or 0), minutes=int(said["ahead_min"] or 0))
    if ahead > _FURTHEST:
        raise ValueError(said["offset"])
    return timezone(-ahead if said["way"] == "-" else ahead)


def _spoken(said: Mapping[str, str | None], text: str) -> time:
    word = said["hour"] or ""
    hour = _GERMAN_HOURS.get(word) or int(word)
    minutes = (hour * 60 + _WAYS[said["way"] or ""]) % 720
    early = time(minutes // 60, minutes % 60)
    late = early.replace(hour=early.hour + 12)
    half = said["half"] or said["part"]
    if half is None:
        raise _unclear(text, early, late)
    return late if half.startswith(_AFTERNOON) else early


def _unclear(text: str, early: time, late: time) -> Unclear:
    return Unclear(
        "“{text}” can be read in two ways. Write {first} or {second}.",
        text=text.strip()[:SHOWN],
        first=f"{early:%H:%M}",
        second=f"{late:%H:%M}",
        code="unclear_time",
        key="two_readings",
    )


def _no_time(text: str) -> InvalidEntry:
    return InvalidEntry(
        _NOT_A_TIME, text=text.strip()[:SHOWN], code="invalid_clock", key="not_a_clock"
    )
