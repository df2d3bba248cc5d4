"""Finding the vocabulary's names in a line, with small words in between.

Decides that longer names win, and that "arch of my left foot" is the arch of the foot.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from myolog.phrases.line import Line

__all__ = ["core", "each_name"]


def each_name(
    line: Line, names: Iterable[str], *, between: Collection[str]
) -> Iterator[re.Match[str]]:
    """Return every match of one of `names` among the words that are left.

    Parameters
    ----------
    between
        Small words that may stand between the words of a name.
    """
    words = set(line.rest.split())
    present = tuple(name for name in names if words.issuperset(name.split()))
    return line.each(_any_of(present, tuple(between)))


@lru_cache(maxsize=256)
def _any_of(names: tuple[str, ...], between: tuple[str, ...]) -> re.Pattern[str]:
    gap = rf" (?:(?:{'|'.join(between)}) )*"
    longest = sorted(names, key=lambda name: (-len(name), name))
    forms = "|".join(gap.join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"(?<!\S)(?:{forms})(?!\S)" if forms else r"(?!)")


def core(text: str, between: Collection[str]) -> str:
    """Return a name without the small words, "of" excepted."""
    return " ".join(word for word in text.split() if word not in between or word == "of")
