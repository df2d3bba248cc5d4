"""How much caffeine and alcohol common drinks hold.

Decides the standard amounts behind "two espressos, please", each with its
uncertainty: 30 % either way, or the wider range a source gives. A person may
always type the amount instead. Source: the guide, section 5 (EFSA 2015 as
reported; PWS for pre-workout powders; "memory" where the guide names no copy
it has seen). Alcohol is volume times strength times 0.789 g/mL.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from myolog.errors import UserError
from myolog.frozen import FrozenDict
from myolog.vocabulary.words import by_word, close_to, everyday, not_listed, plain

__all__ = ["DRINKS", "Drink", "find_drink", "held_in", "totals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drink:
    """One serving.

    Parameters
    ----------
    code
        Stable key.
    name
        What a person reads.
    volume_ml
        Volume of a serving in mL; None for food, powder and tablets.
    caffeine_mg, low_mg, high_mg
        Usual caffeine of a serving and the range it may well lie in, mg.
    alcohol_g
        Alcohol of a serving, g.
    source
        Where the amounts come from.
    also
        Other everyday words for it.
    for_young
        Whether somebody under 16 is offered it first.
    """

    code: str
    name: str
    volume_ml: float | None
    caffeine_mg: float
    low_mg: float
    high_mg: float
    alcohol_g: float
    source: str
    also: tuple[str, ...] = ()
    for_young: bool = False


def _caffeine(
    code: str,
    name: str,
    volume_ml: float | None,
    caffeine_mg: float,
    source: str,
    *,
    reported: tuple[float, float] | None = None,
    for_young: bool = False,
) -> Drink:
    low, high = round(caffeine_mg * 0.7, 1), round(caffeine_mg * 1.3, 1)
    if reported is not None:
        low, high = min(low, reported[0]), max(high, reported[1])
    return Drink(
        code=code, name=name, volume_ml=volume_ml, caffeine_mg=caffeine_mg, low_mg=low,
        high_mg=high, alcohol_g=0.0, source=source, also=everyday("drink", code),
        for_young=for_young,
    )  # fmt: skip


def _alcohol(code: str, name: str, volume_ml: float, alcohol_g: float) -> Drink:
    return Drink(
        code=code, name=name, volume_ml=volume_ml, caffeine_mg=0.0, low_mg=0.0, high_mg=0.0,
        alcohol_g=alcohol_g, source="own", also=everyday("drink", code),
    )  # fmt: skip


_TABLE: Final = (
    _caffeine("espresso", "espresso", 60, 80, "EFSA-C", reported=(50, 150)),
    _caffeine("filter_coffee", "filter coffee, cup", 200, 90, "EFSA-C"),
    _caffeine("brewed_coffee", "brewed coffee, mug", 240, 95, "secondary", reported=(95, 330)),
    _caffeine("instant_coffee", "instant coffee, cup", 200, 70, "memory", reported=(60, 80)),
    _caffeine("decaf", "decaffeinated coffee", 200, 8, "memory", reported=(2, 15)),
    _caffeine("black_tea", "black tea, mug", 220, 50, "EFSA-C", for_young=True),
    _caffeine("green_tea", "green tea, cup", 200, 30, "memory"),
    _caffeine("matcha", "matcha", 200, 70, "memory", reported=(60, 80)),
    _caffeine("cola", "cola, can", 355, 40, "EFSA-C", for_young=True),
    _caffeine("energy_drink", "energy drink, small can", 250, 80, "EFSA-C", for_young=True),
    _caffeine(
        "energy_drink_large", "energy drink, large can", 473, 160, "secondary", for_young=True
    ),
    _caffeine("pre_workout", "pre-workout powder", None, 200, "PWS", reported=(100, 300)),
    _caffeine("dark_chocolate", "plain chocolate, 50 g", None, 25, "EFSA-C"),
    _caffeine("milk_chocolate", "milk chocolate, 50 g", None, 10, "EFSA-C", for_young=True),
    _caffeine("caffeine_tablet", "caffeine tablet", None, 150, "memory", reported=(100, 200)),
    _caffeine("analgesic", "pain tablet with caffeine", None, 65, "memory"),
    _caffeine("water", "glass of water", 200, 0, "own", for_young=True),
    _alcohol("beer", "beer, 330 mL at 5 %", 330, 13),
    _alcohol("wine", "wine, 150 mL at 12 %", 150, 14),
    _alcohol("spirits", "spirits, 40 mL at 40 %", 40, 13),
)

DRINKS: Final[Mapping[str, Drink]] = FrozenDict({one.code: one for one in _TABLE})
"""Every standard serving by its code, caffeine first."""


def find_drink(text: str) -> Drink:
    """Return the drink with this code or name.

    Raises
    ------
    UserError
        No drink is called so.
    """
    code = _BY_WORD.get(plain(text))
    if code is None:
        raise not_listed(UserError, "unknown_drink", text, close_to(text, _BY_WORD), tuple(DRINKS))
    return DRINKS[code]


def totals(servings: Mapping[str, float]) -> dict[str, float]:
    """Add up what a day's servings hold, as exposure code to amount.

    Only what was asked about counts as known: without any drink that can hold
    caffeine the day's caffeine stays unknown, and drinks count as fluid once
    water is among them.

    Raises
    ------
    UserError
        A drink is unknown.

    Examples
    --------
    >>> totals({"espresso": 2, "wine": 1})
    {'caffeine': 160.0, 'alcohol_g': 14.0}
    """
    known = [DRINKS.get(code) or find_drink(code) for code in servings]
    told = {
        "caffeine": any(one.caffeine_mg for one in known),
        "alcohol_g": any(one.alcohol_g for one in known),
        "water_ml": any(one.code == "water" for one in known),
    }
    return {code: held_in(servings, code) for code, is_told in told.items() if is_told}


def held_in(servings: Mapping[str, float], code: str) -> float:
    """Add up what servings hold of one exposure, in its unit; every drink without alcohol is fluid.

    Examples
    --------
    >>> held_in({"espresso": 2, "wine": 1}, "water_ml")
    120.0
    """
    taken = [(DRINKS.get(drink) or find_drink(drink), count) for drink, count in servings.items()]
    return float(sum(_held(one, code) * count for one, count in taken))


def _held(one: Drink, code: str) -> float:
    if code == "caffeine":
        return one.caffeine_mg
    if code == "alcohol_g":
        return one.alcohol_g
    return 0.0 if one.alcohol_g else one.volume_ml or 0.0


_BY_WORD: Final = {
    **{plain(one.name.split(",")[0]): one.code for one in reversed(_TABLE)},
    **by_word(_TABLE),
}
"""A name before its comma is that of the first drink called so: "energy drink" is the small can."""
