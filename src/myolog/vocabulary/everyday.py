"""Every word of the vocabulary with which a sentence can name a place or mention an exposure.

Derived from the registries. A drink counts as what it holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from myolog.frozen import FrozenDict
from myolog.vocabulary.drinks import DRINKS, Drink
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.sites import SITES
from myolog.vocabulary.words import plain

__all__ = ["exposure_words", "site_words"]

_SMALL: Final = frozenset({"the", "my", "a", "an"})
_TOO_PLAIN: Final = frozenset({"drinks", "drinking", "screen", "cycle", "water", "checking"})
"""Names of exposures that a sentence also uses for other things."""


@cache
def site_words() -> Mapping[str, str]:
    """Return the code of a site for each word that names it; no word holds an article."""
    found: dict[str, str] = {}
    for one in SITES.values():
        for word in (*one.also, one.name, one.code):
            core = " ".join(part for part in plain(word).split() if part not in _SMALL)
            found.setdefault(core, one.code)
            found.setdefault(f"{core}s", one.code)
    return FrozenDict(found)


@cache
def exposure_words() -> Mapping[str, str]:
    """Return the code of an exposure for each word that mentions it."""
    found = {
        plain(word): one.code
        for one in EXPOSURES.values()
        for word in (one.code, one.name, *one.also, *one.cues)
        if word not in _TOO_PLAIN
    }
    for drink in DRINKS.values():
        code = _held(drink)
        if code is not None:
            for word in (drink.code, drink.name.split(",")[0], *drink.also):
                found.setdefault(plain(word), code)
    return FrozenDict(found)


def _held(drink: Drink) -> str | None:
    if drink.caffeine_mg:
        return "caffeine"
    return "alcohol_g" if drink.alcohol_g else None
