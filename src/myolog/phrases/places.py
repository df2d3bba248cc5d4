"""Where it twitched: the place and the side.

Decides that the first place named is the one, that a side is only what is said of it, and that
"left" and "right" are no sides in "left work" and "right after". A vague word such as "leg" leaves
the place open and names what it may mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from myolog.phrases.line import Line
from myolog.phrases.names import core, each_name
from myolog.phrases.quantities import NUMBERS
from myolog.phrases.words import word_list
from myolog.vocabulary.everyday import site_words
from myolog.vocabulary.sites import SITES, VAGUE_PLACES

__all__ = ["Where", "take_place"]

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
_NO_SIDE: Final = re.compile(
    r"(?<!\S)(?:(?P<adverb>right) (?:now|after|before|away|when|as|at|then|through|until|till|up"
    r"|down|here|there"
    r"|there|in the middle|next|around|about|this|into|out|off|on|by|under(?! eye| my| the))"
    r"|(?:all|alright|thats|just) right|left (?:work|home|town|early|over|alone|for|it|me|at)"
    r"|(?:i|we|after i|had|have|has|just) left (?:the|my)?|left or right|right or left"
    r"|l or r|r or l|which side|one side|the other side|other side)(?!\S)"
)
_BOTH: Final = re.compile(
    r"(?<!\S)(?:(?:left|l) (?:and|&|\+|/|plus|then) (?:right|r)|(?:right|r) (?:and|&|\+|/"
    r"|plus) (?:left|l)"
    r"|on both sides|both sides|both|bilateral(?:ly)?|each side|either side)(?!\S)"
)
_SIDE: Final = re.compile(
    r"(?<!\S)(?:(?P<left>left|lft|lt|lhs|l)|(?P<right>right|rgt|rt|rhs|r))"
    r"(?: hand)?(?: sided?)?(?!\S)"
)
_SIDE_BEHIND: Final = re.compile(
    r"left (?:for|at|early)(?!\S)|right (?:at|around|about|this) "
    rf"(?:\d|morning|afternoon|evening|night|noon|midday|(?:{'|'.join(NUMBERS)}|half|quarter)(?!\S))"
)
_JOINING: Final = frozenset(
    ["and", "then", "also", "to", "plus", "&", "+", "or", "as", "too", "into"]
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
_BACK: Final = re.compile(
    r"(?:^|\b(?:my|the|left|right|l|r|upper|mid|middle|whole|across|in|entire) )$"
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
    side = _take_side(line, at if first else None)
    site = _code(first) if first else None
    if site is not None and SITES[site].sides == "M" and side is not None:
        line.give_back("side")
        side = None
    return Where(site=site, side=side, choices=choices)


def _take_site(line: Line) -> re.Match[str] | None:
    first: re.Match[str] | None = None
    for match in each_name(line, _names(), between=_BETWEEN):
        if not _is_place(line, match):
            continue
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


def _same_place(line: Line, first: re.Match[str], other: re.Match[str]) -> re.Match[str] | None:
    """Return the more exact of two mentions of one place, or None where they are two places."""
    one, two = (_code(match) for match in (first, other))
    if one == two:
        return first
    between = line.after(first.end())[: other.start() - first.end()].split()
    if not _JOINING.isdisjoint(between):
        return None
    if two in _WITHIN.get(one, ()):
        return other
    return first if one in _WITHIN.get(two, ()) else None


def _is_place(line: Line, match: re.Match[str]) -> bool:
    if match[0] not in _NOT_ALONE:
        return True
    before, after = line.before(match.start()), line.after(match.end())
    if match[0] == "hand" and _AFTER_HAND.match(after):
        return False
    return bool(_BACK.search(before) or _AFTER_BACK.match(after))


_WITH_SIDE: Final = re.compile(r"(?:(?:left|right|l|r|both|other|my|the) )+$")


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


def _take_side(line: Line, place: int | None) -> str | None:
    for match in line.each(_NO_SIDE):
        if _stands_behind(line, match):
            continue
        if match["adverb"]:
            line.drop(match, group="adverb")
        else:
            line.keep(match)
    both = line.find(_BOTH)
    if both is not None:
        line.take(both, "side")
        return "both"
    found = list(line.each(_SIDE))
    if not found:
        return None
    nearest = min(found, key=lambda match: _distance(match.start(), place))
    side = "left" if nearest["left"] else "right"
    for match in found:
        if match["left"] if side == "left" else match["right"]:
            line.take(match, "side")
    return side


def _stands_behind(line: Line, match: re.Match[str]) -> bool:
    """Tell "calf left at 10" from "left work at 10" and from "left calf, right at 10"."""
    if line.field_at(max(match.start() - 2, 0)) != "site":
        return False
    if any(not match.start() <= one.start() < match.end() for one in line.each(_SIDE)):
        return False
    told = _SIDE_BEHIND.match(line.after(match.start()))
    if told is not None and match["adverb"]:
        line.remark("site", "word_or_side")
    return told is not None


def _distance(side: int, place: int | None) -> int:
    """Return how far a side stands from the place; words before it are nearer."""
    if place is None:
        return side
    return place - side if side < place else 2 * (side - place)
