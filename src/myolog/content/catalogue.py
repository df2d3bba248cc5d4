"""Code and numbers in, sentence out: the one way to the words of Myolog.

Decides how words are looked up and filled, and nothing about what they say:
that is in the files of ``content/en/``, by owner: a clinician reads ``medical.toml``.
Another language has a folder of its own with words only; guide IDs and
sources stand in the English one, and so does a sentence that is missing there.
Where somebody else than the person reads (`myolog.content.about`), the sentences of
``others.toml`` are laid over both; what they call the person stands there, too.
A wrong key or a wrong placeholder is a programming mistake and raises
`KeyError` or `TypeError`; a person never sees one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from string import Formatter
from typing import Any, Final

from myolog.content.about import spoken_about
from myolog.content.languages import LANGUAGES, capital, spoken_language
from myolog.frozen import FrozenDict

__all__ = ["Catalogue", "load", "placeholders"]

_TWO_STOPS: Final = re.compile(r"(\d\.)\.(?!\.)")
"""A German day such as "4." ends a sentence with its own full stop."""

METADATA: Final = frozenset({"ids", "source", "lists"})
"""Keys that hold codes (guide IDs, sources, names of lists) and no words."""


def placeholders(template: str) -> frozenset[str]:
    """Return the names in curly brackets that `template` wants filled.

    Examples
    --------
    >>> sorted(placeholders("{count} of 6 by {date}"))
    ['count', 'date']
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def _filled(template: str, values: Mapping[str, object]) -> str:
    said = template.format(**values)
    return _TWO_STOPS.sub(r"\1", said) if ".." in said else said


class Catalogue:
    """The words of one language, by dotted key.

    Parameters
    ----------
    tables
        The parsed files.

    Examples
    --------
    >>> words = load()
    >>> words.text("rule.O-SPREAD.reason")
    'It has come to new parts of your body.'
    >>> words.text("checklist.title", count=2)
    'Checklist: 2 of 6'
    """

    __slots__ = ("_tables",)

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = FrozenDict(tables)

    def _find(self, key: str) -> Any:
        node: Any = self._tables
        for part in key.split("."):
            if not isinstance(node, Mapping) or part not in node:
                raise KeyError(f"No words under {key!r}.")
            node = node[part]
        return node

    def __contains__(self, key: object) -> bool:
        """Tell whether something stands under the dotted `key`."""
        try:
            self._find(str(key))
        except KeyError:
            return False
        return True

    def template(self, key: str) -> str:
        """Return the unfilled sentence under `key`.

        Raises
        ------
        KeyError
            Nothing stands there, or something that is no sentence.
        """
        found = self._find(key)
        if not isinstance(found, str) or key.rpartition(".")[2] in METADATA:
            raise KeyError(f"{key!r} is not a sentence.")
        return found

    def text(self, key: str, /, **values: object) -> str:
        """Return the sentence under `key`, filled with `values`.

        Raises
        ------
        KeyError
            No sentence stands there.
        TypeError
            A placeholder is left without a value, or a value without a place.
        """
        template = self.template(key)
        wanted = placeholders(template)
        if wanted != values.keys():
            raise TypeError(f"{key!r} takes {sorted(wanted)}, not {sorted(values)}.")
        return _filled(template, values)

    def fill(self, key: str, values: Mapping[str, object]) -> str:
        """Return the sentence under `key`, taking what it needs from `values`.

        For a page that has one set of values for many sentences: more values
        than places are fine, fewer are not.

        Raises
        ------
        KeyError
            No sentence stands there.
        TypeError
            A placeholder has no value.
        """
        wanted = placeholders(self.template(key))
        return self.text(key, **{name: values[name] for name in wanted if name in values})

    def items(self, key: str, /, **values: object) -> tuple[str, ...]:
        """Return the list of sentences under `key`, each filled with `values`.

        Raises
        ------
        KeyError
            No list stands there.
        TypeError
            A placeholder has no value, or no sentence of the list uses a value.
        """
        found = self._find(key)
        if not isinstance(found, list) or key.rpartition(".")[2] in METADATA:
            raise KeyError(f"{key!r} is not a list of sentences.")
        wanted = frozenset().union(*(placeholders(line) for line in found))
        if wanted != values.keys():
            raise TypeError(f"{key!r} takes {sorted(wanted)}, not {sorted(values)}.")
        return tuple(_filled(line, values) for line in found)

    def names(self, key: str) -> tuple[str, ...]:
        """Return the list of codes under `key`, such as the lists a level shows.

        Raises
        ------
        KeyError
            No list of codes stands there.
        """
        found = self._find(key)
        if not isinstance(found, list) or key.rpartition(".")[2] not in METADATA:
            raise KeyError(f"{key!r} is not a list of codes.")
        return tuple(found)

    def codes(self, table: str) -> tuple[str, ...]:
        """Return the names of the tables below `table`, in file order.

        Raises
        ------
        KeyError
            There is no such table.
        """
        found = self._find(table)
        if not isinstance(found, Mapping):
            raise KeyError(f"{table!r} is not a table.")
        return tuple(name for name, below in found.items() if isinstance(below, Mapping))

    def labels(self, table: str) -> dict[str, str]:
        """Return key and sentence of everything that stands directly in `table`.

        Raises
        ------
        KeyError
            There is no such table.
        """
        found = self._find(table)
        if not isinstance(found, Mapping):
            raise KeyError(f"{table!r} is not a table.")
        return {k: v for k, v in found.items() if isinstance(v, str) and k not in METADATA}

    def guide_ids(self, table: str) -> tuple[str, ...]:
        """Return the guide IDs that the words of `table` carry.

        Raises
        ------
        KeyError
            The table names none.
        """
        return self.names(f"{table}.ids")

    def sources(self, table: str) -> tuple[str, ...]:
        """Return the short names of the sources of `table`; they are keys of ``source``.

        Raises
        ------
        KeyError
            The table names none.
        """
        return tuple(str(self._find(f"{table}.source")).split(", "))

    def sentences(self) -> Iterator[tuple[str, str]]:
        """Yield every sentence with its key, lists line by line, in file order."""
        yield from _sentences(self._tables, "")


def _sentences(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping):
            yield from _sentences(value, f"{key}.")
        elif name in METADATA:
            continue
        elif isinstance(value, str):
            yield key, value
        elif isinstance(value, list):
            yield from ((key, line) for line in value)


def load(language: str | None = None) -> Catalogue:
    """Return the words of `language`; its files are read once.

    Parameters
    ----------
    language
        Its code; None for the language in force (`myolog.content.languages.speaking`).

    Raises
    ------
    KeyError
        There are no words in that language.
    """
    about = spoken_about()
    spoken = spoken_language() if language is None else language
    return _load(spoken, about.forms, about.layers)


@cache
def _load(language: str, forms: str, layers: tuple[str, ...]) -> Catalogue:
    if language not in LANGUAGES:
        raise KeyError(f"There are no words in {language!r}.")
    tables = read_words(LANGUAGES[0])
    if language != LANGUAGES[0]:
        tables = laid_over(tables, read_words(language))
    for layer in layers:
        tables = laid_over(tables, named_in(tables[layer], tables["about"][forms]))
    return Catalogue(tables)


@cache
def read_words(language: str) -> dict[str, Any]:
    """Return the tables of one language's own files, with nothing laid under them."""
    tables: dict[str, Any] = {}
    for file in sorted(_files(language), key=lambda one: one.name):
        tables = laid_over(tables, tomllib.loads(file.read_text("utf-8")))
    return tables


def _files(language: str) -> Iterator[Traversable]:
    return resources.files("myolog.content").joinpath(language).iterdir()


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables of `below` with everything that `above` says otherwise."""
    both = {**below, **above}
    for name in below.keys() & above.keys():
        if isinstance(below[name], Mapping):
            both[name] = laid_over(below[name], above[name])
    return both


def named_in(words: Mapping[str, Any], forms: Mapping[str, str]) -> dict[str, Any]:
    """Return sentences about somebody with the words that name them, such as "your child".

    Parameters
    ----------
    words
        Tables whose sentences hold `<person>` and the like.
    forms
        What stands for each; with a capital letter where the bracket begins with one.

    Examples
    --------
    >>> named_in({"reason": "<Person> takes lithium."}, {"person": "your child"})
    {'reason': 'Your child takes lithium.'}
    """

    def named(value: Any) -> Any:
        if isinstance(value, Mapping):
            return named_in(value, forms)
        if isinstance(value, list):
            return [named(one) for one in value]
        return _BRACKETS.sub(lambda found: _form(found[1], forms), value)

    return {name: named(value) for name, value in words.items()}


_BRACKETS: Final = re.compile(r"<(\w+)>")


def _form(name: str, forms: Mapping[str, str]) -> str:
    return forms[name] if name.islower() else capital(forms[name.lower()])
