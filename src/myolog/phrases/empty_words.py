"""Words that carry no news of their own in a line about a twitch.

At the edges of what is left over they are dropped; within it they stay, so that the note reads as
it was typed.
"""

from __future__ import annotations

import re
from typing import Final

from myolog.phrases.words import word_list

__all__ = ["BETWEEN", "LEADING", "LOOK", "TRAILING", "TWITCH", "is_empty"]

TWITCH: Final = r"(?:twitch\S*|spasm\S*|fasc(?:s|ic\S*|ulat\S*)?|twich\S*|jerk(?:s|ing)?)"
"""Pattern of the words that mean twitching and nothing else."""

_TWITCH: Final = re.compile(TWITCH)

LOOK: Final = re.compile(
    r"flutter|buzz|puls|throb|jump|vibrat|thump|rippl|flick|trem|mov|sensation|feeling|beat"
    r"|contract"
    r"|quiver|shak|kick|pop|roll|knock|jolt|pull|tug|tap|bounc|crawl|ping"
)
"""Words that tell what a twitch looks or feels like, by their beginning."""


LEADING: Final = word_list("leading")
"""Small words that are kept in front of a word that tells something: "in bed"."""

BETWEEN: Final = word_list("between")
"""Small words that may stand between the two: "while i was in bed"."""

TRAILING: Final = word_list("trailing")
"""Small words that are kept behind one: "woke me up"."""

_EMPTY: Final = word_list("empty")
"""Words without news; marks count among them."""


def is_empty(word: str) -> bool:
    """Tell whether a word carries no news."""
    return word in _EMPTY or word in LEADING or _TWITCH.fullmatch(word) is not None
