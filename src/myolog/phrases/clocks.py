"""What time of day a line speaks of: a clock, or a part of the day that stands for one.

Decides the hour that each part of the day stands for, and that a clock from 1 to 12 without am or
pm has two readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from myolog.phrases.empty_words import TWITCH
from myolog.phrases.line import Line
from myolog.phrases.quantities import NUMBERS

__all__ = [
    "NIGHT",
    "Clock",
    "PartOfDay",
    "clock_in_words",
    "take_clock",
    "take_part",
    "take_range",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDay:
    """A part of the day.

    Parameters
    ----------
    clock
        The hour it stands for.
    afternoon
        Whether an hour told with it lies after noon; None where that depends (noon, night).
    night
        Whether it runs into the next morning.
    deep
        The hours after midnight.
    word
        What is kept of it, one of `TIMES_SAID`; empty where it names a clock, as noon does.
    """

    clock: time
    afternoon: bool | None = None
    night: bool = False
    deep: bool = False
    word: str = ""


NIGHT: Final = PartOfDay(clock=time(22), night=True, word="night")
_SMALL_HOURS: Final = PartOfDay(clock=time(3), afternoon=False, night=True, deep=True, word="night")

_MEAL: Final = (
    r"(?:at|after|before|during|over|around|by|since|having|eating|post|on) (?:my |the )?"
)
_IN: Final = r"(?:in the |this |the )?"
_PARTS: Final = (
    (
        r"(?:in the )?(?:very )?early (?:in the |this |hours of the )?morning|early am|at dawn|dawn"
        r"|first thing(?: in the morning)?",
        PartOfDay(clock=time(6), afternoon=False, word="morning"),
    ),
    (
        r"later? (?:in the |this )?morning",
        PartOfDay(clock=time(11), afternoon=False, word="morning"),
    ),
    (
        r"(?:(?:in|during|through|over|throughout) the |the )?(?:middle of the |dead of )night"
        r"|(?:in|during|through|over|throughout) the night|overnight|(?:in )?(?:the )?small hours",
        _SMALL_HOURS,
    ),
    (
        r"late (?:in the |this )?afternoon",
        PartOfDay(clock=time(17), afternoon=True, word="afternoon"),
    ),
    (r"late (?:in the |this )?evening", NIGHT),
    (r"early (?:in the )?evening", PartOfDay(clock=time(18), afternoon=True, word="evening")),
    (r"early (?:in the )?afternoon", PartOfDay(clock=time(13), afternoon=True, word="afternoon")),
    (r"mid ?morning", PartOfDay(clock=time(10), afternoon=False, word="morning")),
    (r"mid ?afternoon", PartOfDay(clock=time(15), afternoon=True, word="afternoon")),
    (
        rf"{_IN}(?:morning|mornin|(?<!\d )am)|{_MEAL}(?:breakfast|brekkie)|breakfast ?time",
        PartOfDay(clock=time(9), afternoon=False, word="morning"),
    ),
    (r"(?:at |around )?(?:noon|midday|mid day)", PartOfDay(clock=time(12))),
    (
        rf"lunch ?time|{_MEAL}lunch(?: break)?",
        PartOfDay(clock=time(12), word="midday"),
    ),
    (rf"{_IN}(?:afternoon|arvo)", PartOfDay(clock=time(15), afternoon=True, word="afternoon")),
    (
        rf"{_IN}(?:evening|eve)|{_MEAL}(?:dinner|supper)|dinner ?time",
        PartOfDay(clock=time(20), afternoon=True, word="evening"),
    ),
    (
        r"(?:at |around |about |just )*(?:after |before )?midnight",
        PartOfDay(clock=time(0), afternoon=False, deep=True),
    ),
    (
        r"(?:late )?(?:at |in the |the )?(?:late )?(?:night|nite)|bed ?time"
        r"|before (?:going to )?bed|(?:when )?going to (?:bed|sleep)|before sleep(?:ing)?"
        r"|before falling asleep",
        NIGHT,
    ),
)
_PART: Final = tuple((re.compile(rf"(?<!\S)(?:{words})(?!\S)"), part) for words, part in _PARTS)

_HOURS: Final = {word: int(number) for word, number in NUMBERS.items() if number <= 12}
_H: Final = rf"(?:[01]?\d|2[0-3]|{'|'.join(_HOURS)})"
_PAST: Final = {
    "half past": 30, "half to": -30, "half": 30, "quarter past": 15, "quarter after": 15,
    "quarter to": -15, "three quarters to": -45, "quarter of": -15, "quarter before": -15,
}  # fmt: skip
_AM: Final = r"(?: ?(?P<half>a\.? ?m\.?|p\.? ?m\.?|in the am|in the pm))"
_SIGN: Final = (
    r"(?:at|around|about|approx|approximately|roughly|circa|ca|by|from|since|like|~|@|till|until"
    r"|after|before|vor)"
)
_NOT_A_CLOCK: Final = (
    r"(?! ?(?:/|%|out of|times?|x|\.\d|-|:|st|nd|rd|th|kg|km|k|mg|ml|min\S*|m|sec\S*|s|h\S*"
    r"|days?|weeks?|months?|years?|cups?"
    r"|coffees?|beers?|glasses|pints?|cigarettes?|shots?|pills?|twitch\S*|spasms?|of)(?!\S))"
    r"(?! \u02b9)"
)
_FORMS: Final = (
    rf"(?P<minutes>\d{{1,2}}|five|ten|twenty)(?: mins?| minutes?)? (?P<way>past|to"
    rf"|after|before|vor) (?P<half_to>half to )?(?P<hour>{_H})(?: oclock)?{_AM}?",
    rf"(?:a )?(?P<words>half past|half to|three quarters to|half|quarter past"
    rf"|quarter after|quarter to|quarter of|quarter before)"
    rf" (?P<hour>{_H}){_AM}?",
    rf"(?P<hour>{_H}) oclock"
    r" (?:(?P<minute>[0-5]\d)|(?P<spoken>fifteen|thirty|ten|twenty|forty|fifty))"
    rf"(?! (?:secs?|seconds?|mins?|minutes?|times|{TWITCH})(?!\S)){_AM}?",
    rf"(?<!\+ )(?P<hour>{_H})[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?"
    rf"(?! ?(?:h|hours?|min\S*|sec\S*|s|m|km|l|%)(?!\S))(?! ?\+ ?\d){_AM}?",
    r"(?<!for )(?P<hour>1[3-9]|2[0-3]|0\d) ?h ?(?P<minute>[0-5]\d)"
    r"(?! ?(?:min\S*|m|sec\S*|s)(?!\S))",
    rf"(?P<hour>{'|'.join(_HOURS)}) (?P<spoken_minute>[1-5]\d)"
    rf"(?! (?:secs?|seconds?|mins?|minutes?|times|{TWITCH})(?!\S)){_AM}?",
    rf"(?P<hour>{_H}) (?P<spoken>fifteen|thirty|oh five|ten|twenty|forty|fifty)"
    rf"(?! (?:secs?|seconds?|mins?|minutes?|times)(?!\S)){_AM}?",
    r"(?P<four>[01]\d[0-5]\d|2[0-3][0-5]\d)(?: ?(?:h|hrs|hours))?"
    rf"(?! (?:times|x|{TWITCH}|bouts?)(?!\S))",
    rf"(?P<hour>{_H}) ?(?:oclock|o clock){_AM}?",
    rf"(?P<hour>{_H}) ?(?:ish)?{_AM}(?: ish)?",
    rf"(?P<hour>{_H}) ish",
    r"(?P<hour>1[3-9]|2[0-3]|0\d) ?h",
)
_CLEAR: Final = tuple(re.compile(rf"(?<!\S)(?:{_SIGN} )*(?:{form})(?!\S)") for form in _FORMS)
_BARE: Final = re.compile(rf"(?<!\S)(?:{_SIGN} )+(?P<hour>{_H})(?!\S){_NOT_A_CLOCK}")
_BESIDE: Final = re.compile(rf"(?<!\S)(?<!\bx )(?P<hour>{_H})(?!\S){_NOT_A_CLOCK}")
_FOUR_SIGN: Final = re.compile(
    r"\b(?:at|around|about|since|from|by|~|morning|afternoon|evening|night|,) ?$"
)
_SPOKEN: Final = {
    "fifteen": 15, "thirty": 30, "oh five": 5, "ten": 10, "twenty": 20,
    "forty": 40, "fifty": 50, "five": 5,
}  # fmt: skip
_RANGE: Final = re.compile(
    r"(?<!\S)(?:from|between) (?P<from>\S+(?: ?[ap]m)?) (?:to|till|until|and"
    r"|-) (?P<to>\S+(?: ?[ap]m)?)(?!\S)"
    r"|(?<!\S)(?P<from2>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?) (?:-|to|till|until)"
    r" (?P<to2>\d{1,2}[:.]\d\d(?: ?[ap]m)?|\d{1,2} ?[ap]m)(?!\S)"
)
_END: Final = re.compile(rf"(?P<hour>{_H})(?:[:.](?P<minute>[0-5]\d))?(?: ?(?P<half>[ap]m))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day.

    Parameters
    ----------
    at
        The time; the reading before noon where there are two.
    exact
        Whether only one reading is possible.
    """

    at: time
    exact: bool

    @property
    def readings(self) -> tuple[time, ...]:
        """Return the times it may mean, the earlier first."""
        return (self.at,) if self.exact else (self.at, self.at.replace(hour=self.at.hour + 12))


def take_part(line: Line) -> PartOfDay | None:
    """Take the part of the day that the line names, the one beside a day before others."""
    found: list[tuple[re.Match[str], PartOfDay]] = []
    for pattern, part in _PART:
        for match in line.each(pattern):
            if line.field_at(match.end() + 1) == "suspected" and " " not in match[0]:
                line.keep(match)  # "my morning coffee"
            elif not any(
                match.start() < one.end() and one.start() < match.end() for one, _ in found
            ):
                found.append((match, part))
    if not found:
        return None
    match, part = min(found, key=lambda pair: _rank(line, pair[0]))
    line.take(match, "when", doubt="about")
    return part


def _rank(line: Line, match: re.Match[str]) -> tuple[bool, bool, int]:
    before = line.field_at(max(match.start() - 2, 0))
    beside_day = "when" in (before, line.field_at(match.end() + 1))
    return not beside_day, before == "suspected", match.start()


def take_clock(line: Line, *, day_said: bool, part_said: bool = False) -> Clock | None:
    """Take the first clock; a bare number is one only where the words around it say so.

    Parameters
    ----------
    day_said
        Whether the line names a day or a part of one, beside which a bare number is an hour.
    part_said
        Whether it names a part of the day, which tells the hours before and after noon apart.
    """
    for pattern in (*_CLEAR, _BARE):
        for match in line.apart(pattern):
            if match.groupdict().get("four") and not _is_clock(line, match):
                continue
            clock = _clock(match)
            if clock is not None:
                line.take(match, "when", doubt=None if clock.exact or part_said else "day_or_night")
                return clock
    if not day_said:
        return None
    for match in line.apart(_BESIDE):
        beside = {line.field_at(match.start() - 2), line.field_at(match.end() + 1)}
        if "when" in beside:
            clock = _of(match)
            line.take(match, "when", doubt=None if clock.exact or part_said else "day_or_night")
            return clock
    return None


def clock_in_words(text: str) -> Clock | None:
    """Return the time that a text is and nothing else, such as "half past six", or None."""
    plain = text.replace("o'clock", "oclock")
    matches = (pattern.fullmatch(plain) for pattern in _CLEAR)
    return next((clock for match in matches if match and (clock := _clock(match))), None)


def _is_clock(line: Line, match: re.Match[str]) -> bool:
    """Tell whether four digits stand where a time would."""
    start, end = match.span("four")
    beside = {line.field_at(max(start - 2, 0)), line.field_at(end + 1)}
    return "when" in beside or _FOUR_SIGN.search(line.before(start)) is not None


def take_range(line: Line) -> tuple[Clock, int] | None:
    """Take "from 3 to 3:15 pm": the start, and the seconds to the end."""
    for match in line.each(_RANGE):
        begin = _END.fullmatch(match["from"] or match["from2"])
        end = _END.fullmatch(match["to"] or match["to2"])
        if begin is None or end is None:
            continue
        half = begin["half"] or end["half"]
        first, last = _of(begin, half), _of(end)
        seconds = (_minutes(last.at) - _minutes(first.at)) * 60 % 43_200
        if not seconds:
            continue
        between = match[0].startswith("between")
        line.take(match, "when", doubt=None if first.exact else "day_or_night")
        return first, 0 if between else seconds
    return None


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _of(match: re.Match[str], half: str | None = None) -> Clock:
    said = match.groupdict()
    return _made(match["hour"], int(said.get("minute") or 0), half or said.get("half"))


def _clock(match: re.Match[str]) -> Clock | None:
    said = match.groupdict()
    if said.get("four"):
        return Clock(at=time(int(said["four"][:2]), int(said["four"][2:])), exact=True)
    hour = said["hour"]
    assert hour is not None  # noqa: S101 - every other form has one
    minute = int(said.get("minute") or said.get("spoken_minute") or 0)
    if said.get("words"):
        minute = _PAST[said["words"] or ""]
    elif said.get("minutes"):
        number = said["minutes"] or ""
        minute = int(number) if number.isdigit() else _SPOKEN[number]
        if minute >= 60:
            return None
        minute = minute if said["way"] in ("past", "after") else -minute
        minute -= 30 if said["half_to"] else 0
    elif said.get("spoken"):
        minute = _SPOKEN[said["spoken"] or ""]
    return _made(hour, minute, said.get("half"))


def _made(hour_word: str, minute: int, half: str | None) -> Clock:
    hour = _HOURS[hour_word] if hour_word in _HOURS else int(hour_word)
    exact = hour_word.startswith("0") or not 1 <= hour <= 12
    if half is not None:
        if not 1 <= hour <= 12:
            half = None if hour > 12 else half
        if half is not None:
            hour = hour % 12 + (12 if "p" in half else 0)
            exact = True
    elif hour == 12 and not exact:
        hour = 0
    total = (hour * 60 + minute) % (24 * 60 if exact else 12 * 60)
    return Clock(at=time(total // 60, total % 60), exact=exact)
