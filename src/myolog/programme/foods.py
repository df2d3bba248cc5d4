"""Foods that hold potassium, magnesium or calcium, by the portion.

Decides which foods are named for which mineral, and which are left out under a guard. Source: the
guide, section 6b (US Office of Dietary Supplements unless marked).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

__all__ = ["CALCIUM", "MAGNESIUM", "POTASSIUM", "Portion", "named_foods"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """One portion of a food.

    Parameters
    ----------
    code
        Stable key; its name is ``food.<code>`` in the catalogue.
    mineral_mg
        What it holds of the part's mineral, mg; the middle where a source gives a range.
    source
        Key of the source list.
    greens
        Green leaves, whose amount must not change with warfarin.
    potassium
        Also rich in potassium, though named for another mineral.
    """

    code: str
    mineral_mg: int
    source: str = "ODS"
    greens: bool = False
    potassium: bool = False


POTASSIUM: Final = (
    Portion(code="dried_apricots", mineral_mg=1101),
    Portion(code="spinach_cup", mineral_mg=839, greens=True),
    Portion(code="lentils", mineral_mg=731),
    Portion(code="baked_potato", mineral_mg=610),
    Portion(code="sweet_potato", mineral_mg=542, source="from memory"),
    Portion(code="banana", mineral_mg=422),
    Portion(code="milk", mineral_mg=366),
    Portion(code="yogurt", mineral_mg=330),
    Portion(code="tomato", mineral_mg=292),
)
MAGNESIUM: Final = (
    Portion(code="pumpkin_seeds", mineral_mg=156),
    Portion(code="chia", mineral_mg=111),
    Portion(code="almonds", mineral_mg=80),
    Portion(code="spinach_half_cup", mineral_mg=78, greens=True, potassium=True),
    Portion(code="cashews", mineral_mg=74),
    Portion(code="dark_chocolate", mineral_mg=65, source="from memory"),
    Portion(code="soy_milk", mineral_mg=61, potassium=True),
    Portion(code="black_beans", mineral_mg=60, potassium=True),
    Portion(code="peanut_butter", mineral_mg=49),
)
CALCIUM: Final = (
    Portion(code="milk", mineral_mg=300, potassium=True),
    Portion(code="yogurt", mineral_mg=300, potassium=True),
    Portion(code="plant_milk", mineral_mg=300),
    Portion(code="cheese", mineral_mg=300),
    Portion(code="tofu", mineral_mg=200),
    Portion(code="salmon_tin", mineral_mg=200),
    Portion(code="almonds", mineral_mg=79),
    Portion(code="kale", mineral_mg=47, greens=True),
)


def named_foods(portions: Collection[Portion], guards: Collection[str]) -> tuple[Portion, ...]:
    """Return the foods to name for a mineral when these guards hold for the person.

    With warfarin no green leaves are named; where potassium may do harm, no food that is rich in
    it is named for another mineral.
    """
    return tuple(
        food
        for food in portions
        if not (food.greens and "GUARD-WARFARIN" in guards)
        and not (food.potassium and "GUARD-K" in guards)
    )
