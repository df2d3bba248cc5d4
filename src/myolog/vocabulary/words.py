"""Matching what a person typed with the names of a registry.

Decides that case, hyphens and underscores do not matter, and how an unknown
word is answered: with the closest known ones, where there are any.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Final, Protocol, TypeVar

from myolog.errors import UserError

__all__ = ["by_word", "close_to", "everyday", "not_listed", "plain", "shortened"]

E = TypeVar("E", bound=UserError)


@cache
def _everyday() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("myolog.vocabulary").joinpath("everyday.toml").read_text("utf-8"))


def everyday(kind: str, code: str) -> tuple[str, ...]:
    """Return the everyday words of `everyday.toml` for a code.

    Parameters
    ----------
    kind
        Its table: "site" or "cue".
    """
    return tuple(_everyday()[kind].get(code, ()))


def plain(text: str) -> str:
    """Return `text` in the form in which words are compared.

    Examples
    --------
    >>> plain(" Upper-Arm ")
    'upper arm'
    """
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())


class Named(Protocol):
    """An entry of a registry: its code, and everything it is called."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def also(self) -> tuple[str, ...]: ...


def by_word(table: Iterable[Named]) -> dict[str, str]:
    """Return the code for each word that something is called, as `plain` makes it."""
    return {plain(word): one.code for one in table for word in (*one.also, one.name, one.code)}


def shortened(text: str) -> str:
    """Return at most 40 characters of `text`, for quoting in a sentence."""
    return text if len(text) <= 40 else f"{text[:40]}..."


def close_to(text: str, by_word: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes that a word which is not known was perhaps meant for, closest first.

    Names that hold the word whole are meant rather than those that are only spelled alike.

    Parameters
    ----------
    text
        What was typed.
    by_word
        Every known word in plain form, and the code it stands for.
    """
    typed = plain(text)
    holding = [word for word in by_word if typed in word.replace(",", "").split()]
    alike = get_close_matches(typed, by_word, n=3, cutoff=0.7)
    return tuple(dict.fromkeys(by_word[word] for word in (holding or alike)))


_NOT_LISTED: Final = {
    "unknown_site_did_you_mean": "“{text}” is not on Myolog's list of places on the body; "
    "did you mean {codes}?",
    "unknown_site_use_one_of": "“{text}” is not on Myolog's list of places on the body; use a "
    "common word such as calf, forearm or eyelid.",
    "unknown_exposure_did_you_mean": "“{text}” is not on Myolog's list of things to track; "
    "did you mean {codes}?",
    "unknown_exposure_use_one_of": "“{text}” is not on Myolog's list of things to track; use one "
    "such as {codes}.",
    "unknown_drink_did_you_mean": "“{text}” is not on Myolog's list of drinks; "
    "did you mean {codes}?",
    "unknown_drink_use_one_of": "“{text}” is not on Myolog's list of drinks; use one of {codes}.",
}
"""What is said of a word that is on no list, with and without a word that may be meant."""


def not_listed(
    kind: type[E], code: str, text: str, meant: tuple[str, ...], usual: tuple[str, ...]
) -> E:
    """Return the error of a word that nothing on a list is called.

    Parameters
    ----------
    code
        Of the error, such as "unknown_site".
    meant
        Codes that it was perhaps meant for; see `close_to`.
    usual
        Codes to name where there are none.
    """
    key = f"{code}_did_you_mean" if meant else f"{code}_use_one_of"
    quoted, codes = shortened(text), meant or usual
    return kind(_NOT_LISTED[key], text=quoted, codes=codes, code=code, key=key)
