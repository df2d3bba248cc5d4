"""Lists of English words that the grammar needs, read from `english.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["word_list"]


@cache
def _lists() -> Mapping[str, str]:
    return tomllib.loads(files("myolog.phrases").joinpath("english.toml").read_text("utf-8"))


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of one list."""
    return frozenset(_lists()[name].split())
