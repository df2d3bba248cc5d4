"""Whether the line tells of one bout, of a whole day, or of a day without twitches."""

from __future__ import annotations

import re
from typing import Final

from myolog.phrases.denial import DENIAL
from myolog.phrases.empty_words import LOOK, TWITCH, is_empty
from myolog.phrases.line import Line
from myolog.phrases.quantities import COUNT, ROUGHLY, count_of
from myolog.phrases.result import Kind

__all__ = ["take_amount", "take_none"]

_END: Final = r"(?!\S)"
_NONE: Final = re.compile(
    rf"(?<!\S)(?:{DENIAL}(?: (?:a|an|any|one|single|more|sign of|signs of|muscle|had|have|been|did"
    rf"|feel|felt|notice|noticed|noticeable|visible|seen|see|get|gotten|it|really|actually|even"
    rf"|new|my"
    rf"|the))* "
    rf"(?:{TWITCH}|activity)(?: free)?(?: at all| whatsoever)?"
    rf"|(?:{TWITCH}|symptom) free(?: day)?"
    r"|(?:absolutely |still |had |felt )?(?:nothing|none|nada|nil|zilch)(?: at all| whatsoever"
    r"| noticed| felt| to report| to log| to note| happened| going on)?"
    r"|(?:all |very |really |totally |completely |nice and |been |was |is |stayed )*"
    r"(?:quiet|calm|silent|peaceful)(?: day)?(?: all day)?"
    rf"|(?:didnt|hasnt|havent|did not|has not|have not|doesnt)(?: \S+)? {TWITCH}(?: at all| once)?)"
    + _END
)
_ALONE: Final = re.compile(r"(?:nothing|none|nada|nil|zilch|quiet|calm|silent|peaceful)")

_MANY_ANY_TIME: Final = (
    r"(?:(?:on and off |off and on |pretty much |almost |nearly "
    r"|basically )?(?:all day(?: long)?|all "
    r"the (?:time|day)|(?:the )?(?:whole|entire) day|throughout the day|day long)(?: long)?"
    r"|non ?stop|constant|constantly|continuous|continuously|continual|continually|incessant"
    r"|incessantly|relentless|relentlessly|without a break|without stopping)"
)
_MANY_ON_A_DAY: Final = (
    r"(?:quite |such )?(?:a (?:whole )?lot|a ton|lots|loads|tons|heaps|plenty|many|so many"
    r"|very many|countless"
    r"|hundreds|dozens|too many to count|very often|really often|often|frequent|frequently|masses"
    r"|so much|too much|a great deal|very much|like mad|repeatedly|very active|really active"
    r"|so active)"
    r"(?: of)?(?: times)?"
)
_SOME_ON_A_DAY: Final = (
    r"(?:just |only |maybe )?(?:a (?:little )?bit|a little|a tad|now and (?:then|again)"
    r"|every now and (?:then|again)"
    r"|once in a while|(?:a |the )?(?:odd|few|handful of|occasional)(?: of)?(?: times| little)?"
    r"|few times|occasional|occasionally|here and there|from time to time|at times|sometimes|some"
    r"|several(?: times)?|on and off|off and on|once or twice|not (?:very |that |too )?(?:much"
    r"|many|often)"
    r"|hardly any|intermittent|intermittently|sporadic|sporadically|sporadic)"
)
_TAIL: Final = rf"(?: (?:of )?(?:muscle )?{TWITCH})?"
_MANY: Final = re.compile(rf"(?<!\S)(?:{_MANY_ANY_TIME}){_TAIL}{_END}")
_MANY_DAY: Final = re.compile(rf"(?<!\S)(?:{_MANY_ON_A_DAY}){_TAIL}{_END}")
_SOME_DAY: Final = re.compile(rf"(?<!\S)(?:{_SOME_ON_A_DAY}){_TAIL}{_END}")
_COUNTED: Final = re.compile(
    rf"(?<!\S)(?:{ROUGHLY} )*(?:(?P<count>{COUNT}) (?:or so )?(?:different |separate |little "
    rf"|small |brief |short |quick |single |isolated |tiny |long |weird |odd )*"
    rf"(?:times|time|x|×|{TWITCH}|bouts?|episodes?|goes|occasions)"
    rf"|x (?P<by>\d{{1,4}})|(?P<word>once|twice|thrice))(?: in total| total| altogether)?{_END}"
)
_A_DAY: Final = re.compile(r"^ (?:a|an|per|every|each) ")
_ALL_DAY: Final = re.compile(r"\bday\b")
_WORD: Final = {"once": 1, "twice": 2, "thrice": 3}


_GOES_ON: Final = frozenset({"so", "to", "much", "really", "noticeable"})
_STAYS: Final = re.compile(
    r"(?<!\S)(?:(?:on and off|off and on)(?: all)?|all (?:day|morning|afternoon|evening"
    r"|night)(?: long)?|now and (?:then|again)|from time to time"
    r"|here and there|non ?stop|constantly|continuously)(?!\S)"
)
"""How often, for the note where it is not told of a whole day."""


def take_none(line: Line, *, site: str | None, whole_day: bool) -> tuple[Kind | None, str | None]:
    """Take a denial of twitches; return kind and amount, or an episode where nothing is denied."""
    for match in line.each(_NONE):
        if _ALONE.search(match[0]) and not _stands_alone(line, match.end()):
            continue
        line.take(match, "kind")
    if not any(part.field == "kind" for part in line.parts):
        return "episode", None
    if not whole_day:
        return None, None
    return ("none_today", None) if site is None else ("tally", "none")


def _stands_alone(line: Line, end: int) -> bool:
    following = line.after(end).split()
    if not following or line.field_at(end + 1) not in (None, "suspected"):
        return True
    return is_empty(following[0]) and following[0] not in _GOES_ON


def take_amount(line: Line, *, day_said: bool, whole_day: bool) -> str | int | None:
    """Take how much it twitched over a day, or None where it tells of one bout."""
    if not whole_day:
        _keep_how_often(line)
        return None
    for match in line.each(_COUNTED):
        if not day_said or _A_DAY.match(line.after(match.end())):
            line.keep(match)
            continue
        line.take(match, "amount")
        return _counted(match)
    for pattern, amount in ((_MANY, "many"), (_MANY_DAY, "many"), (_SOME_DAY, "some")):
        if pattern is not _MANY and not day_said:
            continue
        for match in line.each(pattern):
            if line.field_at(match.end() + 1) == "suspected" or _of_something_else(line, match):
                continue
            line.take(match, "amount", doubt="about")
            return amount
    _keep_how_often(line)
    return None


def _keep_how_often(line: Line) -> None:
    for pattern in (_COUNTED, _MANY, _STAYS):
        for match in line.each(pattern):
            line.keep(match)


def _of_something_else(line: Line, match: re.Match[str]) -> bool:
    """Tell whether "all day" tells of "standing" or "stressed" rather than of the twitch."""
    if not _ALL_DAY.search(match[0]):
        return False
    before = line.before(match.start()).split()
    if not before or before[-1] == ",":
        return False
    field = line.field_at(match.start() - 2)
    told = is_empty(before[-1]) or LOOK.match(before[-1]) is not None
    return field == "suspected" or (field is None and not told)


def _counted(match: re.Match[str]) -> int:
    if match["word"]:
        return _WORD[match["word"]]
    return round(count_of(match["count"] or match["by"]))
