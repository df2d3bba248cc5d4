"""Searches in Learn as people type them: whether a right page is among the first three.

`python -m tests.corpus.searches` prints the score of each half; `--wrong` adds what the tuning half
and the everyday words miss. It never prints a search of the frozen half.
"""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from myolog.content.languages import speaking
from myolog.content.search import pages

HALVES = ("tuning", "frozen", "everyday")
NOTHING = "-"
"""Stands where nothing is known, and nothing may be found."""

FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One search, and the pages of which one should come first."""

    language: str
    text: str
    pages: frozenset[str]

    @property
    def found(self) -> tuple[str, ...]:
        """The first pages that are found."""
        with speaking(self.language):
            found = pages(self.text).pages
            return tuple(hit.article for hit in found)[:FIRST]

    @property
    def is_right(self) -> bool:
        """Whether a right page is among the first."""
        if self.pages == {NOTHING}:
            return not self.found
        return not self.pages.isdisjoint(self.found)


def typed(half: str) -> tuple[Typed, ...]:
    """Return the searches of a half."""
    path = Path(__file__).parent / f"searches_{half}.toml"
    return tuple(
        Typed(language=language, text=text, pages=frozenset(pages.split()))
        for language, told in tomllib.loads(path.read_text("utf-8")).items()
        for text, pages in told.items()
    )


def score(half: str, language: str) -> tuple[int, int]:
    """Return how many searches of a half find a right page, and how many there are."""
    asked = [one for one in typed(half) if one.language == language]
    return sum(one.is_right for one in asked), len(asked)


def _print(wrong: bool) -> None:
    for half in HALVES:
        for language in ("en", "de"):
            right, n = score(half, language)
            print(f"{half} {language}: {right} of {n}")
    if wrong:
        for one in (*typed("tuning"), *typed("everyday")):
            if not one.is_right:
                print(f"{one.text}: {' '.join(one.found) or '-'}")


if __name__ == "__main__":
    _print("--wrong" in sys.argv[1:])
