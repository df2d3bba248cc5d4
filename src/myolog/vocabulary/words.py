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
from typing import Protocol

__all__ = ["by_word", "close_to", "everyday", "plain", "shortened"]


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
