"""The person's own names for what they track of their own, in force like a language.

A value carries a code, never a name, so that renaming changes nothing that was noted. A shell, or
a part that holds the journal, says once whose names hold (`naming`); outside, a thing is called by
the words of its code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Final

from myolog.content.catalogue import load
from myolog.content.languages import LANGUAGES
from myolog.errors import InvalidEntry
from myolog.frozen import FrozenDict
from myolog.journal.own import AT_ONCE, OwnThing, alike, called, tidied
from myolog.vocabulary.exposures import EXPOSURES, exposure
from myolog.vocabulary.own import own_code

__all__ = [
    "naming",
    "own_meant",
    "own_measure",
    "own_name",
    "own_unit",
    "refuse_taken",
    "shifts_tracked",
    "things_in_force",
]

Things = Mapping[str, OwnThing]

_NONE: Final[Things] = FrozenDict()
_IN_FORCE: Final[ContextVar[Callable[[], Things]]] = ContextVar(
    "own_names_in_force", default=lambda: _NONE
)


@contextmanager
def naming(things: Callable[[], Things]) -> Iterator[None]:
    """Let everything within call things as the person does.

    Parameters
    ----------
    things
        Gives the things by code (`journal.own.latest`); it is asked once, and only where one is
        named.

    Examples
    --------
    >>> from datetime import date
    >>> code, day = "own:amount:tee", date(2026, 3, 9)
    >>> tea = OwnThing(day=day, code=code, name="Grandma's tea", unit="pots")
    >>> with naming(lambda: {code: tea}):
    ...     own_name(code), own_unit(code)
    ("Grandma's tea", 'pots')
    >>> own_name(code), own_unit(code)
    ('tee', '')
    """
    token = _IN_FORCE.set(cache(things))
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def things_in_force() -> Things:
    """Return the things that have names now, by code."""
    return _IN_FORCE.get()()


def own_name(code: str) -> str:
    """Return what a thing is called; without a definition, the words of its code."""
    return called(things_in_force()).get(code, exposure(code).name)


def own_unit(code: str) -> str:
    """Return the unit of an amount in the person's own words; "" without one."""
    thing = things_in_force().get(code)
    return "" if thing is None else tidied(thing.unit)


def own_measure(thing: OwnThing) -> str:
    """Return how a thing is told: "yes or no", "0 to 10", "amount in cups"."""
    words, unit = load(), tidied(thing.unit)
    how = words.text(f"own.measure.{thing.measure}")
    if thing.measure != "amount" or not unit:
        return how
    return words.text("own.entry.unit", measure=how, unit=unit)


def own_meant(text: str) -> str | None:
    """Return the code of the thing that is called so, or has this code; None for none."""
    wanted = alike(text)
    names = called(things_in_force())
    return next((code for code, name in names.items() if wanted in (alike(name), code)), None)


def shifts_tracked(things: Things) -> tuple[str, ...]:
    """Return the codes of the shifts that are tracked now: begun with one tap, or named like them.

    A code keeps the words of the first name, so that a shift that was renamed still counts.
    """
    return tuple(
        code
        for code, thing in things.items()
        if not thing.archived and ":".join(code.split(":")[:3]) in _shifts()
    )


@cache
def _shifts() -> frozenset[str]:
    """Return how the code of each shift begins, in every language."""
    return frozenset(
        own_code("yes_no", name, "").rstrip(":")
        for language in LANGUAGES
        for name in load(language).labels("page.own.shift").values()
    )


def refuse_taken(new: OwnThing, things: Things) -> None:
    """Refuse a name that something has already, and one thing more than can be tracked at once.

    Raises
    ------
    InvalidEntry
        The sentence names what bears the name.
    """
    name = tidied(new.name)
    listed = _listed().get(alike(name))
    if listed is not None:
        raise InvalidEntry(
            "“{text}” is on the list of things to track already, as “{what}”; choose it there.",
            text=name,
            what=EXPOSURES[listed].name,
            code="own_name_taken",
            key="own_name_on_list",
        )
    others = {code: one for code, one in things.items() if code != new.code}
    same = next((one for one in others.values() if alike(one.name) == alike(name)), None)
    if same is not None and same.archived:
        raise InvalidEntry(
            "“{text}” is in the archive already; bring it back, or choose another name.",
            text=tidied(same.name),
            code="own_name_taken",
            key="own_name_archived",
        )
    if same is not None:
        raise InvalidEntry(
            "“{text}” is tracked already; use that one, or choose another name.",
            text=tidied(same.name),
            code="own_name_taken",
            key="own_name_tracked",
        )
    if not new.archived and sum(not one.archived for one in others.values()) >= AT_ONCE:
        raise InvalidEntry(
            "{limit} own things are tracked already; archive one first, because with more of them "
            "a true sign is harder to tell.",
            limit=AT_ONCE,
            code="too_many_own",
        )


@cache
def _listed() -> Mapping[str, str]:
    """Return the code of each exposure by its name in every language, as names are compared."""
    found = {alike(one.name): code for code, one in EXPOSURES.items()}
    for language in LANGUAGES:
        words = load(language)
        if "name.exposure" in words:
            found |= {alike(name): code for code, name in words.labels("name.exposure").items()}
    return found
