"""Where it twitched: the place and the side.

Decides that the first place named is the one, unless it is denied ("not the thigh") or said to be
quiet beside another. A vague word such as "leg" leaves the place open and names what it may mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from myolog.phrases.empty_words import is_empty
from myolog.phrases.line import Line
from myolog.phrases.names import core, each_name
from myolog.phrases.sides import NOT_THERE, SIDES, WELL, take_side
from myolog.phrases.words import word_list
from myolog.vocabulary.everyday import site_words
from myolog.vocabulary.sites import SITES, VAGUE_PLACES

__all__ = ["Where", "names_only_places", "take_place"]

_SUBJECT: Final = re.compile(r" (?:is|are|was|were|feels?|felt) (?!twitch|jump|buzz|flutter|going)")
_BETWEEN: Final = word_list("own")
_LEFT_OPEN: Final = _BETWEEN - {"of"}
_NOT_ALONE: Final = frozenset({"web", "back", "side", "head", "face", "hand", "trunk", "body"})
"""Words that are a place only where the words around them say so."""

_ELSEWHERE: Final = (
    re.compile(
        r"(?<!\S)(?:l[ay]+ing|lay|lie|slept|asleep|sleeping|sat|sit|sitting|stood|standing|leaning"
        r"|leant|leaned|rolled|turned|kneeling)"
        r"(?: down| over)? (?:on(?:to)?|against) (?:my |the |both )?(?:left |right )?(?:\S+)(?!\S)"
    ),
    re.compile(r"(?<!\S)on (?:my feet|foot|my toes|my back|my knees|my side|my stomach|my left side"
               r"|my right side|the other hand|the one hand)(?!\S)"),
    re.compile(r"(?<!\S)(?:holding|held|carrying|carried) (?:\S+ ){1,4}(?:in|on|over) (?:my |the )?"
               r"(?:left |right )?(?:hand|arm|shoulder|arms|hands)(?!\S)"),
    re.compile(r"(?<!\S)(?:left|right) hand(?:er|ed)(?!\S)"),
)  # fmt: skip
_JOINING: Final = frozenset(
    ("and", "then", "also", "to", "plus", "&", "+", "or", "as", "too", "into", "later", "next")
) | {"afterwards", "down"}
_TOGETHER: Final = frozenset(
    ("and", "&", "+", "/", "plus", "my", "the", "left", "right", "l", "r", "lhs", "rhs")
)
_WITHIN: Final = {
    "hand": ("thumb", "finger", "web"),
    "foot": ("toe", "sole"),
    "thigh": ("quad", "hamstring"),
    "upper_arm": ("biceps", "triceps"),
    "shoulder": ("deltoid", "trapezius"),
    "face": ("eyelid", "eyelid_lower", "brow", "cheek", "lip", "chin", "jaw"),
    "eyelid": ("eyelid_lower",),
    "back": ("lower_back", "upper_back", "paraspinal", "shoulder_blade"),
    "abdomen": ("upper_belly",),
}
"""Places that lie within another and are more exact."""
_DENIED: Final = re.compile(rf"(?<!\S)(?<!if ){NOT_THERE}(?P<side> (?:{SIDES}|both))?(?: hand)? $")
_LEFT_OUT: Final = re.compile(
    r"(?<!\S)(?:(?:apart|aside) from|except(?: for| in)?|other than|excluding|minus)"
    rf"(?: (?:the|my|in|on))*(?P<side> (?:{SIDES}|both))? $"
)
_ANY_DENIAL: Final = re.compile(
    r"(?<!\S)(?:no|not|nothing|none|nowhere|never|quiet|calm|silent|free|[a-z]+nt)(?!\S)"
)
"""Where nothing is denied, "the leg except the foot" leaves the foot out."""

_NONE_IN: Final = re.compile(
    rf"(?<!\S)(?:no|(?:nothing|none|not) in)(?: (?:the|my))*(?: {SIDES})? $"
)
"""What denies a twitch of the place behind it, beside another place."""

_WELL: Final = re.compile(rf" (?P<well>{WELL})(?!\S)")
_BACK: Final = re.compile(
    r"(?:^|\b(?:my|the|left|right|l|r|upper|mid|middle|whole|across|in|entire|lhs|rhs) )$"
)
_AFTER_BACK: Final = re.compile(r"^ (?:left|right|twitch\S*|muscle\S*|spasm\S*|cramp\S*)")
_AFTER_HAND: Final = re.compile(r"^ sided?(?!\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place a line names.

    Parameters
    ----------
    site, side
        The code and the side, or None.
    choices
        Codes that a vague word may mean.
    """

    site: str | None = None
    side: str | None = None
    choices: tuple[str, ...] = ()


@cache
def _names() -> tuple[str, ...]:
    return tuple(word for word in site_words() if word != "web")  # the one people surf


@cache
def _codes() -> dict[str, str]:
    return {core(word, _BETWEEN): code for word, code in site_words().items() if word != "web"}


def _code(match: re.Match[str]) -> str:
    return _codes()[core(match[0], _BETWEEN)]


def take_place(line: Line) -> Where:
    """Take the place and its side, and put other places aside."""
    for pattern in _ELSEWHERE:
        for match in line.each(pattern):
            line.keep(match)
    first = _take_site(line)
    choices = _take_vague(line, known=first)
    at = first.start() if first else len(line.rest)
    side = take_side(line, at if first else None)
    site = _code(first) if first else None
    if site is not None and SITES[site].sides == "M" and side is not None:
        line.give_back("side")
        side = None
    return Where(site=site, side=side, choices=choices)


def _take_site(line: Line) -> re.Match[str] | None:
    first: re.Match[str] | None = None
    for match in _not_denied(line):
        if first is None:
            first = match
            line.take(match, "site", leave=_LEFT_OPEN)
        elif (exact := _same_place(line, first, match)) is not None:
            line.take(match, "site", leave=_LEFT_OPEN)
            first = exact
        else:
            _keep_with_side(line, match)
            line.remark("site", "second_place")
    return first


def _not_denied(line: Line) -> list[re.Match[str]]:
    """Return the places that are named and not denied; those that are go to the note.

    Where no other place is named, "not the left foot, the right one" denies a side alone, and "left
    foot quiet" tells of a day.
    """
    found = [m for m in each_name(line, _names(), between=_BETWEEN) if _is_place(line, m)]
    denied = {match: told for match in found if (told := _denial(line, match)) is not None}
    well = {match: told for match in found if (told := _said_well(line, match)) is not None}
    alone = len(denied) == len(found)
    open_still = [m for m in found if m not in denied and m not in well]
    for match, told in denied.items():
        if not (alone and told["side"]):
            line.keep(told)
            line.keep(match)
    if open_still:
        for match, told in well.items():
            _keep_with_side(line, match)
            line.keep(told)
        return open_still
    return [m for m in found if m not in denied or (alone and denied[m]["side"])]


def _denial(line: Line, match: re.Match[str]) -> re.Match[str] | None:
    told = _DENIED.search(line.rest, 0, match.start())
    if told is None and _ANY_DENIAL.search(line.rest) is None:
        return _LEFT_OUT.search(line.rest, 0, match.start())
    return told


def _said_well(line: Line, match: re.Match[str]) -> re.Match[str] | None:
    behind = _WELL.match(line.rest, match.end())
    return behind or _NONE_IN.search(line.rest, 0, match.start())


def _same_place(line: Line, first: re.Match[str], other: re.Match[str]) -> re.Match[str] | None:
    """Return the more exact of two mentions of one place, or None where they are two places."""
    one, two = (_code(match) for match in (first, other))
    between = line.after(first.end())[: other.start() - first.end()].split()
    if len(_sides_before(line, first, other)) > 1 and not (one == two and {*between} <= _TOGETHER):
        return None
    if one == two:
        return first
    if not _JOINING.isdisjoint(between):
        return None
    if two in _WITHIN.get(one, ()):
        return other
    return first if one in _WITHIN.get(two, ()) else None


def _sides_before(line: Line, *places: re.Match[str]) -> set[str]:
    found = (_SIDE_BEFORE.search(line.before(place.start())) for place in places)
    return {told[1][0] for told in found if told is not None}


def _is_place(line: Line, match: re.Match[str]) -> bool:
    if match[0] not in _NOT_ALONE:
        return True
    before, after = line.before(match.start()), line.after(match.end())
    if match[0] == "hand" and _AFTER_HAND.match(after):
        return False
    return bool(_BACK.search(before) or _AFTER_BACK.match(after))


_SIDE_BEFORE: Final = re.compile(rf"(?<!\S)({SIDES}) $")
_WITH_SIDE: Final = re.compile(rf"(?:(?:{SIDES}|both|other|my|the) )+$")


def _keep_with_side(line: Line, match: re.Match[str]) -> None:
    line.keep(match)
    before = _WITH_SIDE.search(line.rest[: match.start()])
    if before is not None:
        line.keep(before)


def _take_vague(line: Line, *, known: re.Match[str] | None) -> tuple[str, ...]:
    choices: tuple[str, ...] = ()
    for match in each_name(line, VAGUE_PLACES, between=_BETWEEN):
        if _SUBJECT.match(line.after(match.end())):
            line.keep(match)
        elif known is not None and _belongs(line, match, known):
            line.drop(match)
        elif known is not None or choices:
            _keep_with_side(line, match)
            line.remark("site", "second_place")
        else:
            choices = VAGUE_PLACES[core(match[0], _BETWEEN)]
            line.take(match, "site", leave=_LEFT_OPEN)
    return choices


def _belongs(line: Line, vague: re.Match[str], known: re.Match[str]) -> bool:
    """Tell whether "arm" only repeats what "right arm, biceps" says."""
    limb = SITES[_code(known)].group
    start, end = sorted((vague.span(), known.span()))
    between = line.after(start[1])[: end[0] - start[1]].split()
    return _JOINING.isdisjoint(between) and vague[0].rstrip("s").endswith(limb)


def names_only_places(line: Line) -> bool:
    """Tell whether several places were named and nothing else was said."""
    if ("site", "second_place") not in line.remarks:
        return False
    if any(part.field not in ("site", "side") for part in line.parts):
        return False
    return all(
        line.tokens[index].word in _place_words() or is_empty(line.tokens[index].word)
        for index in range(len(line.tokens))
        if index not in line.taken
    )


@cache
def _place_words() -> frozenset[str]:
    named = " ".join((*site_words(), *VAGUE_PLACES))
    return frozenset((*named.split(), *_BETWEEN, *_JOINING))
