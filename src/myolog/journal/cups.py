"""What was drunk on a day, cup by cup: cups add up, whatever was noted of the day before.

A day's caffeine, alcohol and fluid are amounts. The cups that were told stay beside the amount they
are part of (`DayExposure.servings`), so that a day can show them and one more cup adds to them. An
amount without cups (typed as a number, or imported) is what one more cup comes on top of. Every
drink without alcohol is fluid, whichever was told first, once a day's drinks are known at all: from
a glass of water or a number. A cup of coffee alone says nothing of what else was drunk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from myolog.journal.entries import DayExposure
from myolog.journal.provenance import SAME_AS_YESTERDAY
from myolog.vocabulary.drinks import DRINKS, held_in, totals

__all__ = [
    "HELD",
    "AddedUp",
    "Cups",
    "add_up",
    "as_yesterday",
    "cups_noted",
    "with_cups",
    "without_cups",
]

HELD: Final = ("caffeine", "alcohol_g", "water_ml")
"""Exposures that cups hold, in the order of `totals`."""

_DIGITS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cups:
    """What was drunk more, or less, than a day says so far.

    Attributes
    ----------
    more : code of a drink to servings; negative for fewer
    untold : drinks that are no longer told at all, of those in `more`
    shown : servings that the form held, of those in `more` whose number is all of it so far; a
        drink left out is simply so much more
    """

    day: date
    more: Mapping[str, float] = field(default_factory=dict)
    untold: Collection[str] = ()
    shown: Mapping[str, float] = field(default_factory=dict)

    def from_now(self, noted: Iterable[DayExposure]) -> Cups:
        """Return the change that leads from what is noted now to the number that was given.

        Examples
        --------
        >>> day, one = date(2026, 3, 9), {"energy_drink": 1}
        >>> noted = [DayExposure(day=day, code="caffeine", value=80, servings=one)]
        >>> three = Cups(day=day, more={"energy_drink": 3}, shown={"energy_drink": 0})
        >>> three.from_now(noted).more
        {'energy_drink': 2}
        """
        there = cups_noted(noted)
        moved = {
            drink: self.shown.get(drink, there.get(drink, 0)) - there.get(drink, 0)
            for drink in self.more
        }
        return replace(self, more={drink: n + moved[drink] for drink, n in self.more.items()})

    def changed_since(self, noted: Iterable[DayExposure]) -> frozenset[str]:
        """Return the drinks that are noted by now otherwise than the form showed and was told."""
        there = cups_noted(noted)
        return frozenset(
            drink
            for drink, before in self.shown.items()
            if there.get(drink, 0) not in (before, before + self.more[drink])
        )

    def without(self, drinks: Collection[str]) -> Cups:
        """Return the change of the other drinks."""
        return replace(self, more={one: n for one, n in self.more.items() if one not in drinks})


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedUp:
    """The day after it.

    Attributes
    ----------
    entries : the new amounts, each with its cups
    emptied : amounts of which nothing is told any more
    """

    entries: tuple[DayExposure, ...]
    emptied: tuple[DayExposure, ...]


def cups_noted(noted: Iterable[DayExposure]) -> dict[str, float]:
    """Return the cups of one day, by code of the drink, in the order of the vocabulary.

    Examples
    --------
    >>> day, espressos = date(2026, 3, 9), {"espresso": 2}
    >>> two = DayExposure(day=day, code="caffeine", value=160, servings=espressos)
    >>> cups_noted([two])
    {'espresso': 2}
    """
    found: dict[str, float] = {}
    for entry in _in_force(noted).values():
        for code, count in entry.servings.items():
            found[code] = max(count, found.get(code, 0))
    return {code: found[code] for code in DRINKS if code in found}


def add_up(cups: Cups, noted: Iterable[DayExposure]) -> AddedUp:
    """Return the amounts of a day on which more was drunk than it says so far.

    Parameters
    ----------
    noted
        What is noted of that day's exposures.

    Examples
    --------
    >>> day, espressos = date(2026, 3, 9), {"espresso": 2}
    >>> two = DayExposure(day=day, code="caffeine", value=160, servings=espressos)
    >>> after = add_up(Cups(day=two.day, more={"black_tea": 1}), [two])
    >>> [(entry.code, entry.value) for entry in after.entries]
    [('caffeine', 210.0)]
    """
    held = _in_force(noted)
    everything = cups_noted(held.values())
    entries: list[DayExposure] = []
    emptied: list[DayExposure] = []
    for code in HELD:
        before = held.get(code)
        told = dict(before.servings) if before is not None else {}
        if before is None and code == "water_ml":
            told = {drink: n for drink, n in everything.items() if not DRINKS[drink].alcohol_g}
        after = _changed(told, everything, cups, code)
        is_told, was_told = code in totals(after), code in totals(told)
        if after == told or not (is_told or was_told or _by_hand(before)):
            continue
        rest = 0.0 if before is None else without_cups(before)
        value = held_in(after, code)
        if before is not None:  # a number below what its cups hold was typed, and counts
            value = max(0.0, before.value + value - held_in(before.servings, code))
        if before is not None and was_told and not is_told and not rest:
            emptied.append(before)
        else:
            amount = round(value, _DIGITS)
            entries.append(DayExposure(day=cups.day, code=code, value=amount, servings=after))
    return AddedUp(entries=tuple(entries), emptied=tuple(emptied))


def as_yesterday(
    before: Iterable[DayExposure], noted: Iterable[DayExposure], day: date
) -> tuple[DayExposure, ...]:
    """Return what a day takes over of the one before, where nothing is noted of it yet.

    An amount whose cups the day tells otherwise already is taken over with the cups of the day, so
    that no two amounts tell different numbers of one drink.

    Examples
    --------
    >>> day = date(2026, 3, 9)
    >>> before = [
    ...     DayExposure(day=date(2026, 3, 8), code="stress", value=3),
    ...     DayExposure(day=date(2026, 3, 8), code="sleep_min", value=480),
    ... ]
    >>> calm = DayExposure(day=day, code="stress", value=0)
    >>> [(one.code, one.value, one.source) for one in as_yesterday(before, [calm], day)]
    [('sleep_min', 480.0, 'same as yesterday')]
    """
    told = tuple(noted)
    known, there = {entry.code for entry in told}, cups_noted(told)
    caffeine = _in_force(told).get("caffeine")
    is_counted = caffeine is not None and bool(caffeine.servings)
    taken: list[DayExposure] = []
    for entry in before:
        if entry.code in known:
            continue
        after = {
            drink: count
            for drink in DRINKS
            if (count := _count_of(drink, entry, there, is_counted=is_counted)) is not None
        }
        value = entry.value
        if after != dict(entry.servings):
            more = held_in(after, entry.code) - held_in(entry.servings, entry.code)
            value = round(max(0.0, value + more), _DIGITS)
        taken.append(
            replace(entry, id=None, day=day, source=SAME_AS_YESTERDAY, value=value, servings=after)
        )
    return tuple(taken)


def _count_of(
    drink: str, entry: DayExposure, there: Mapping[str, float], *, is_counted: bool
) -> float | None:
    """Return the cups of one drink that an amount taken over holds; None for none told.

    Parameters
    ----------
    is_counted
        Whether the day tells its cups with caffeine already, so that no others were drunk.
    """
    before = entry.servings.get(drink)
    if not entry.servings or not _says(drink, entry.code):
        return before
    if is_counted and _says(drink, "caffeine"):
        return there.get(drink)
    return there.get(drink, before)


def with_cups(typed: DayExposure, added: AddedUp) -> DayExposure:
    """Return an amount that was typed with the cups told beside it: the number is all of them.

    Examples
    --------
    >>> day = date(2026, 3, 9)
    >>> added = add_up(Cups(day=day, more={"water": 3}), [])
    >>> litre = with_cups(DayExposure(day=day, code="water_ml", value=1000), added)
    >>> litre.value, dict(litre.servings)
    (1000.0, {'water': 3.0})
    """
    beside = [one.servings for one in added.entries if one.slot == typed.slot]
    return replace(typed, servings=beside[0]) if beside else typed


def without_cups(entry: DayExposure) -> float:
    """Return the part of an amount that no cup is told of: typed as a number, or imported.

    Examples
    --------
    >>> day, espressos = date(2026, 3, 9), {"espresso": 2}
    >>> without_cups(DayExposure(day=day, code="caffeine", value=200, servings=espressos))
    40.0
    """
    if entry.code not in HELD:
        return entry.value
    return max(0.0, round(entry.value - held_in(entry.servings, entry.code), _DIGITS))


def _by_hand(noted: DayExposure | None) -> bool:
    """Say whether the person told an amount; an imported one changes with the next import."""
    return noted is not None and noted.provenance.is_by_hand


def _in_force(noted: Iterable[DayExposure]) -> dict[str, DayExposure]:
    """Return the entry that counts for each exposure."""
    found: dict[str, DayExposure] = {}
    for entry in noted:
        if entry.code in HELD and entry.counts_over(found.get(entry.code)):
            found[entry.code] = entry
    return found


def _changed(
    told: Mapping[str, float], everything: Mapping[str, float], cups: Cups, code: str
) -> dict[str, float]:
    """Return the cups that are told of one exposure after the change.

    A drink is counted from what the day shows of it, so that every amount that tells of it tells
    the same number.
    """
    changed = {drink: everything[drink] for drink in told if drink in cups.more}
    told = {**told, **changed}
    after = {drink: told.get(drink, 0.0) for drink in DRINKS if drink in told}
    for drink, more in cups.more.items():
        if _says(drink, code):
            after[drink] = max(0.0, round(after.get(drink, 0.0) + more, _DIGITS))
    return {drink: n for drink, n in after.items() if n or drink not in cups.untold}


def _says(drink: str, code: str) -> bool:
    """Say whether a drink tells something of an exposure."""
    one = DRINKS[drink]
    if code == "caffeine":
        return bool(one.caffeine_mg)
    return bool(one.alcohol_g) == (code == "alcohol_g")
