"""Which side a line tells of.

Decides that a side is only what is said of the place, that "left" and "right" are no sides in "left
work" and "right after", and that what is denied ("not left", "the right one is fine") or left open
("left or right") is none.
"""

from __future__ import annotations

import re
from typing import Final

from myolog.phrases.empty_words import TWITCH
from myolog.phrases.line import Line
from myolog.phrases.quantities import NUMBERS

__all__ = ["NOT_THERE", "SIDES", "WELL", "take_side"]

NOT_THERE: Final = (
    r"(?:not|never|isnt|wasnt|arent|werent|instead of|rather than|as opposed to|unlike|neither)"
    r"(?: (?:the|my|in|on|at|from|a|an|really|it|its|was|this time))*"
)
"""Words that deny the side or place behind them."""

_IS: Final = (
    r"(?:(?:is|was|are|were|has been|feels|felt|stayed) )?"
    r"(?:(?:all|totally|completely|perfectly) )?"
)
_FINE: Final = r"fine|ok|okay|normal|all right|unaffected"
WELL: Final = rf"{_IS}(?:{_FINE})"
"""Words that say of the place before them that nothing is wrong with it."""

_AT_REST: Final = (
    rf"{_IS}(?:{_FINE}|quiet|calm|silent|(?:isnt|wasnt|doesnt|didnt|hasnt|not|no)"
    rf" (?:{TWITCH}|doing|moving)|{TWITCH}(?: (?:today|yesterday|now))* not)(?: \S*)?"
)
"""Words that say as much of a side, besides those that make an entry of a place."""

SIDES: Final = r"(?:left|lft|lt|lhs|l|right|rgt|rt|rhs|r)"
_LEFT: Final = r"(?:left|lft|lt|lhs|l)"
_RIGHT: Final = r"(?:right|rgt|rt|rhs|r)"
_NO_SIDE: Final = re.compile(
    r"(?<!\S)(?:(?P<adverb>right) (?:now|after|before|away|when|as|at|then|through|until|till|up"
    r"|down|here|there"
    r"|there|in the middle|next|around|about|this|into|out|off|on|by|under(?! eye| my| the))"
    r"|(?:all|alright|thats|just) right|left (?:work|home|town|early|over|alone|for|it|me|at)"
    r"|(?:i|we|after i|had|have|has|just) left (?:the|my)?"
    rf"|(?:(?:sometimes|times|now|mostly) {SIDES}(?: (?:,|and|but|then))* (?:sometimes|times|now)"
    rf" {SIDES}|neither {SIDES} nor {SIDES})"
    r"|(?:(?:could be|maybe|either) )?(?:the |my )?"
    rf"(?:{_LEFT} or (?:the |my )?{_RIGHT}|{_RIGHT} or (?:the |my )?{_LEFT})"
    r"|(?:not sure|unsure|dont know|cant remember|cant tell|no idea)(?: (?:which|what) side)?"
    r"|which side|one side|the other side|other side)(?!\S)"
)
_BOTH: Final = re.compile(
    rf"(?<!\S)(?:{_LEFT}(?: \x00+)? (?:and|&|\+|/|plus|then) (?:the |my )?{_RIGHT}"
    rf"|{_RIGHT}(?: \x00+)? (?:and|&|\+|/|plus) (?:the |my )?{_LEFT}"
    rf"|not (?:only|just) (?:the |my |on the )*{SIDES}(?: \x00+)? but (?:also |the |my |on )*"
    rf"{SIDES}"
    r"|on both sides|both sides|both|bilateral(?:ly)?|each side|either side)(?!\S)"
)
_BOTH_OF_ONE: Final = re.compile(rf"(?<!\S)(?P<both>both) (?:on )?(?:the )?{SIDES}(?! (?:and|&))")
_DENIED: Final = re.compile(rf"(?<!\S){NOT_THERE} {SIDES}(?: hand)?(?: sided?| ones?)?(?!\S)")
_WELL_SIDE: Final = re.compile(
    rf"(?<!\S)(?:the |my )*{SIDES}(?: (?:one|side|\x00+))* {_AT_REST}(?!\S)"
)
_SIDE: Final = re.compile(
    rf"(?<!\S)(?:(?P<left>{_LEFT})|(?P<right>{_RIGHT}))"
    r"(?: hand)?(?: sided?)?(?!\S)"
)
_SIDE_BEHIND: Final = re.compile(
    r"left (?:for|at|early)(?!\S)|right (?:at|around|about|this) "
    rf"(?:\d|morning|afternoon|evening|night|noon|midday|(?:{'|'.join(NUMBERS)}|half|quarter)(?!\S))"
)


def take_side(line: Line, place: int | None) -> str | None:
    """Take the side nearest to the place, and put aside what is no side or is denied."""
    for match in line.each(_NO_SIDE):
        if _stands_behind(line, match):
            continue
        if match["adverb"]:
            line.drop(match, group="adverb")
        else:
            line.keep(match)
    _keep_denied(line)
    for match in line.each(_BOTH_OF_ONE):
        line.drop(match, group="both")
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
        else:
            line.keep(match)
    return side


def _keep_denied(line: Line) -> None:
    for match in line.each(_DENIED):
        line.keep(match)
    for match in line.each(_WELL_SIDE):
        if any(not match.start() <= one.start() < match.end() for one in line.each(_SIDE)):
            line.keep(match)


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
