"""What the line denies: "no pain", "without cramps or tingling", "didn't hurt"."""

from __future__ import annotations

import re
from typing import Final

from myolog.phrases.line import Line

__all__ = ["DENIAL", "denied"]

DENIAL: Final = (
    r"(?:no|zero|not|without|w/o|wo|never|nor|neither|none|isnt|wasnt|arent|werent|dont|doesnt"
    r"|didnt"
    r"|havent|hasnt|hadnt|cant|couldnt|free of|free from|instead of|skipped|avoided|despite no)"
)
_BEFORE: Final = re.compile(
    rf"(?<!\S){DENIAL}(?: (?:a|an|any|the|my|really|very|that|so|too|much|more|had|have|feel"
    rf"|felt|get"
    r"|getting|particularly|especially|single|of|even|it|was|is|be|actual|real|either|drink"
    r"|drinking"
    r"|after|from|due|to|because|with|when|i|if|during))*"
    r"(?: \S+ (?:or|and|nor|/))?(?: (?:no|any))? $"
)


def denied(line: Line, position: int) -> bool:
    """Tell whether the words just before a position deny what stands there."""
    return _BEFORE.search(line.before(position)) is not None
