"""Words that the grammar of a line needs, read from the table of each language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from myolog.frozen import FrozenDict
from myolog.phrases.number_words import NumberWords

__all__ = ["number_words", "table_of", "word_list"]


@cache
def table_of(name: str) -> Mapping[str, Any]:
    """Return the table of a language, "english" or "german"."""
    text = files("myolog.phrases").joinpath(f"{name}.toml").read_text("utf-8")
    return FrozenDict(tomllib.loads(text))


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of one list of the grammar."""
    return frozenset(table_of("english")[name].split())


@cache
def number_words(name: str) -> NumberWords:
    """Return the number words of a language, "english" or "german"."""
    told = table_of(name)["number"]
    return NumberWords(
        values=FrozenDict(told["values"]),
        scales=FrozenDict(told["scales"]),
        before_scale=FrozenDict(told["before_scale"]),
        joins=frozenset(told["joins"]),
        units_first=told["units_first"],
        alone=frozenset(told["alone"].split()),
    )
