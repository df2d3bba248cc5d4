"""Whether the line tells of one bout, of a whole day, or of a day without twitches."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from myolog.phrases.denial import DENIAL
from myolog.phrases.empty_words import LOOK, TWITCH, is_empty
from myolog.phrases.line import Line
from myolog.phrases.quantities import COUNT, ROUGHLY, count_of
from myolog.phrases.result import Kind

__all__ = ["CountRange", "take_amount", "take_count_range", "take_none", "take_unceasing"]

_END: Final = r"(?!\S)"
_NONE: Final = re.compile(
    rf"(?<!\S)(?:{DENIAL}(?: at all)?(?: (?:a|an|any|one|single|more"
    r"|sign of|signs of|muscle|had|have|been|did"
    rf"|feel|felt|notice|noticed|noticeable|visible|seen|see|get|gotten|it|really|actually|even"
    rf"|new|my"
    rf"|the))* "
    rf"(?:{TWITCH}|activity)(?: free)?(?: at all| whatsoever)?(?: (?:even )?once)?"
    rf"|{DENIAL}(?: (?:even|a|one|single))* (?:once|times?)(?: {TWITCH})?(?! (?:but|again))"
    rf"|{TWITCH}(?: \x00+)* not(?: at all)?(?= ?$| [,.\x00])"
    rf"|(?:{TWITCH}|symptom) free(?: day)?"
    r"|(?:absolutely |still |had |felt )?(?:nothing|none|nada|nil|zilch|nowhere)"
    r"(?: at all| whatsoever| noticed| felt| to report| to log| to note| happened| going on)?"
    r"|(?:all |very |really |totally |completely |nice and |been |was |is |stayed )*"
    r"(?:quiet|calm|silent|peaceful)(?: day)?(?: all day)?"
    rf"|(?:didnt|hasnt|havent|did not|has not|have not|doesnt)(?: \S+)? {TWITCH}(?: at all| once)?)"
    + _END
)
_NONE_THERE: Final = re.compile(
    rf"(?<!\S){DENIAL}(?: (?:a|an|any|single|more|had|felt|feel|noticed|notice|seen))*"
    rf"(?: \x00+)+ {TWITCH}{_END}"
)
"""A denial with the place in it: "no calf twitch", "kein Wadenzucken"."""

_NOT_ONCE: Final = re.compile(r"(?:once|times?)\b")
_NOT_THEN: Final = re.compile(r"(?<!\S)(?:not|neither)(?: at all)?(?= \x00)")
"""What denies the day behind it: "left calf not today"."""

_NOT_THAT: Final = re.compile(r"(?<=\x00 )not(?: at all)?(?= ?$| [,.])")
"""What denies what stands before it, at the end of a clause: "linke Wade heute nicht"."""

_UNSURE: Final = re.compile(
    r"(?<!\S)(?:cant|cannot|couldnt|dont|not|isnt|wasnt)"
    r" (?:say|think|know|remember|recall|sure|true|that|mean|believe)(?!\S)"
)
"""What denies or doubts a denial: "can't say it didn't twitch" tells of no day without."""

_ALONE: Final = re.compile(r"(?:nothing|none|nada|nil|zilch|nowhere|quiet|calm|silent|peaceful)")

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
    r"|hundreds|dozens|thousands"
    r"|too many to count|very often|really often|often|frequent|frequently|masses"
    r"|so much|too much|a great deal|very much|like mad|repeatedly|very active|really active"
    r"|so active|(?:a )?(?:few|several|some|many) (?:hundred|dozen|1000|12))"
    r"(?: of)?(?: times)?"
)
_SOME_ON_A_DAY: Final = (
    r"(?:just |only |maybe )?(?:a (?:little )?bit|a little|a tad|now and (?:then|again)"
    r"|every now and (?:then|again)"
    r"|once in a while|(?:a |the )?(?:odd|few|handful of|occasional)(?: of)?(?: times| little)?"
    r"|few times|occasional|occasionally|here and there|from time to time|at times|sometimes|some"
    r"|several(?: times)?|on and off|off and on|once or twice|not (?:very |that |too )?(?:much"
    r"|many|often)"
    r"|hardly any|intermittent|intermittently|sporadic|sporadically|sporadic"
    rf"|(?:hardly|barely|scarcely|rarely|seldom)(?: (?:ever|even|any))*(?: {TWITCH}(?: at all)?"
    r"| at all|(?= ?(?:$|[,.]))))"
)
_UNCEASING: Final = re.compile(
    rf"(?<!\S)(?:{DENIAL}|wont|wouldnt|would not|will not|cannot|refuses to|refused to|refusing to)"
    r"(?: (?:get|to|it|my|the|make|seem|really|been|even|ever|\x00+)){0,6}"
    r" (?:stop|stopped|stops|stopping|ceas\w+|quit|let(?:ting)? up|settl\w+|calm\w*)(?: down)?"
    rf"(?: (?:{TWITCH}|moving|going|jumping))?(?P<all_day> all day(?: long)?)?(?!\S)"
)
"""What denies an end, and no twitch."""

_NO_LONGER: Final = re.compile(
    rf"(?<!\S)(?:(?:no longer|not) {TWITCH}(?: any ?more)?|{DENIAL}(?: \S+)? {TWITCH} any ?more"
    rf"|{TWITCH}(?: \x00+)* no longer|no longer(?= ?$| [,.]))(?!\S)(?= ?$| [,.\x00])"
)
_NOT_NOW: Final = re.compile(r"no longer|any ?more")
"""What denies a twitch by now, and none of the day."""

_EXCEPT: Final = re.compile(
    r"(?<!\S)(?:(?:with )?(?:the |one |an )*exceptions?(?: of)?|(?:apart|aside) from"
    r"|except(?:ing)?(?: for| in| that| from)?|besides|other than|save for|bar|excluding|but for)"
    r"(?!\S)"
)
_ONLY_HERE: Final = re.compile(
    r"(?<!\S)(?P<only>but|only|just)(?: (?:the|my|in|on|at|for|of|a|an|one|around|little|brief"
    rf"|single|short|{TWITCH}))* (?=\x00)"
)
"""Words that take a place out of what is denied; those of the second where a place follows."""
_TAIL: Final = rf"(?: (?:of )?(?:muscle )?{TWITCH})?"
_MANY: Final = re.compile(rf"(?<!\S)(?:{_MANY_ANY_TIME}){_TAIL}{_END}")
_MANY_DAY: Final = re.compile(rf"(?<!\S)(?:{_MANY_ON_A_DAY}){_TAIL}{_END}")
_SOME_DAY: Final = re.compile(rf"(?<!\S)(?:{_SOME_ON_A_DAY}){_TAIL}{_END}")
_COUNTED: Final = re.compile(
    rf"(?<!\S)(?<!few )(?<!several )(?<!some )(?<!many )(?<!not )(?<!not only )(?<!not just )"
    rf"(?:{ROUGHLY} )*(?:(?P<count>{COUNT}) (?:or so )?(?:different |separate |little "
    rf"|small |brief |short |quick |single |isolated |tiny |long |weird |odd )*"
    rf"(?:times|time|x|×|{TWITCH}|bouts?|episodes?|goes|occasions)"
    rf"|x (?P<by>\d{{1,4}})|(?P<word>once|twice|thrice))(?: in total| total| altogether)?{_END}"
)
_A_DAY: Final = re.compile(r"^ (?:a|an|per|every|each) ")
_ALL_DAY: Final = re.compile(r"\bday\b")
_WORD: Final = {"once": 1, "twice": 2, "thrice": 3}
_RANGE: Final = re.compile(
    rf"(?<!\S)(?:{ROUGHLY} )*(?:between (?P<least>{COUNT}) and (?P<most>{COUNT})"
    rf"|(?P<low>{COUNT})(?: times| x)? (?:-|to|or) (?P<high>{COUNT}))"
    rf" (?:or so )?(?:times|x|×|{TWITCH}|bouts?|episodes?|occasions)(?!\S)"
)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRange:
    """A count told as "10 to 15 times": its middle, half up."""

    count: int


def take_count_range(line: Line) -> CountRange | None:
    """Take a range of counts, which would else be read as a clock or as its last word."""
    match = line.find(_RANGE)
    if match is None:
        return None
    line.take(match, "amount", doubt="about")
    ends = count_of(match["least"] or match["low"]), count_of(match["most"] or match["high"])
    return CountRange(count=math.floor(sum(ends) / 2 + 0.5))


_GOES_ON: Final = frozenset({"so", "to", "much", "really", "noticeable"})
_STAYS: Final = re.compile(
    r"(?<!\S)(?:not (?:only|just) (?:once|twice|\d+ times)"
    r"|(?:on and off|off and on)(?: all)?|all (?:day|morning|afternoon|evening"
    r"|night)(?: long)?|now and (?:then|again)|from time to time"
    r"|here and there|non ?stop|constantly|continuously)(?!\S)"
)
"""Words for how often; they go into the note unless they are about a whole day."""


def take_none(line: Line, *, site: str | None, whole_day: bool) -> tuple[Kind | None, str | None]:
    """Take a denial of twitches; return kind and amount, or an episode where nothing is denied."""
    for match in line.each(_UNCEASING):
        line.keep(match)
    for match in line.each(_NO_LONGER):
        if _NOT_NOW.search(match[0]):
            line.take(match, "kind")
            line.note(match)
            return None, None
    found = [match for match in line.each(_NONE) if _denies(line, match)]
    found += [
        match for match in line.each(_NONE_THERE) if line.fields_in(match) <= {"site", "side"}
    ]
    found += [
        match
        for match in line.each(_NOT_THAT)
        if line.field_at(match.start() - 2) in ("when", "site", "side")
    ]
    found += [match for match in line.each(_NOT_THEN) if line.field_at(match.end() + 1) == "when"]
    if found and _keep_exceptions(line):
        for match in found:
            line.keep(match)
        return "episode", None
    for match in found:
        if line.is_left(match):
            line.take(match, "kind")
    if not found:
        return "episode", None
    if not whole_day or _UNSURE.search(line.before(found[0].start())):
        return None, None
    return ("none_today", None) if site is None else ("tally", "none")


def _keep_exceptions(line: Line) -> bool:
    """Put words aside that take a place out of what is denied; tell whether there were any."""
    plain = list(line.each(_EXCEPT))
    before_a_place = [
        match for match in line.each(_ONLY_HERE) if line.field_at(match.end()) in ("site", "side")
    ]
    for match in plain:
        line.keep(match)
    for match in before_a_place:
        line.keep(match, group="only")
    return bool(plain or before_a_place)


def take_unceasing(line: Line, *, day_said: bool, whole_day: bool) -> str | None:
    """Take "won't stop today" as many; told of no day it is for the note."""
    for match in line.each(_UNCEASING):
        if whole_day and (day_said or match["all_day"]):
            line.take(match, "amount", doubt="about")
            return "many"
    return None


def _denies(line: Line, match: re.Match[str]) -> bool:
    counted = (one for one in line.each(_COUNTED) if not match.start() <= one.start() < match.end())
    if _NOT_ONCE.search(match[0]) and any(counted):
        return False  # "twice today, not once" counts all the same
    return not _ALONE.search(match[0]) or _stands_alone(line, match.end())


def _stands_alone(line: Line, end: int) -> bool:
    following = line.after(end).split()
    if not following or line.field_at(end + 1) not in (None, "suspected"):
        return True
    return is_empty(following[0]) and following[0] not in _GOES_ON


def take_amount(
    line: Line, *, day_said: bool, whole_day: bool, between: CountRange | None = None
) -> str | int | None:
    """Take how much it twitched over a day, or None where it tells of one bout.

    Parameters
    ----------
    between
        A range of counts that was taken before.
    """
    if between is not None:
        if whole_day and day_said:
            return between.count
        line.give_back("amount")
    if not whole_day:
        _keep_how_often(line)
        return None
    for match in line.each(_COUNTED):
        count = _counted(match)
        if not day_said or count is None or _A_DAY.match(line.after(match.end())):
            line.keep(match)
            continue
        rough = bool(match["count"]) and match.start("count") > match.start()
        line.take(match, "amount", doubt="about" if rough else None)
        return count or "none"
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


def _counted(match: re.Match[str]) -> int | None:
    """Return the count that is told, or None for a part of one."""
    if match["word"]:
        return _WORD[match["word"]]
    told = match["count"] or match["by"]
    count = count_of(re.sub("[.,]", "", told) if _THOUSANDS.fullmatch(told) else told)
    return int(count) if count == int(count) else None
