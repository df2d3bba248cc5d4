"""The words of a day of the programme: one line for each thing, and what each step says.

Decides which sentence stands where a guard holds, so that page, command line and API say the same.
Nothing here decides what a guard does; see `myolog.programme.guards`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from myolog.content.catalogue import Catalogue
from myolog.content.measures import measured_key, to_measured
from myolog.content.numbers import figure
from myolog.programme.caffeine import LEAST_BASELINE_DAYS
from myolog.programme.foods import named_foods
from myolog.programme.guards import Effect, Guarded
from myolog.programme.plan import DayStep
from myolog.programme.steps import Part, Step

__all__ = ["Thing", "step_sentences", "thing"]

CUP_MG: Final = 90
"""A cup of filter coffee (vocabulary/drinks.py)."""

HOURS_BEFORE_BED: Final = 8
FOODS_NAMED: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One line of a day.

    Attributes
    ----------
    title : what to do
    detail : what helps with it; may be empty
    """

    title: str
    detail: str


def thing(words: Catalogue, one: DayStep, *, bedtime: str | None = None) -> Thing:
    """Return the line of one step on one day.

    Parameters
    ----------
    one
        A step that has a target.
    bedtime
        The person's bedtime "HH:MM", by which the last caffeine is timed; None where unknown.
    """
    code = one.step.code
    key = f"thing.{code}"
    if one.is_noting:
        return Thing(title=words.text(f"{key}.noting"), detail=_noting(words, one.n_noted))
    if code == "STEP-1":
        return _caffeine(words, one.amount, bedtime)
    if code == "STEP-2":
        return _drinking(words, one)
    if code == "STEP-3":
        at = one.bedtime
        title = words.text(f"{key}.time", time=at) if at else words.text(f"{key}.open")
        return Thing(title=title, detail=words.text(f"{key}.hint"))
    return Thing(title=words.text(f"{key}.do"), detail=words.text(f"{key}.hint"))


def _noting(words: Catalogue, n_noted: int) -> str:
    """Say how many days are noted, and what comes once there are enough."""
    if n_noted >= LEAST_BASELINE_DAYS:
        return words.text("thing.STEP-1.noting_enough", count=n_noted)
    return words.text("thing.STEP-1.noting_hint", count=n_noted, needed=LEAST_BASELINE_DAYS)


def _caffeine(words: Catalogue, amount: int | None, bedtime: str | None) -> Thing:
    if not amount:
        return Thing(title=words.text("thing.STEP-1.none"), detail="")
    detail = _cups(words, amount)
    if bedtime is not None:
        bed = datetime.strptime(bedtime, "%H:%M")  # noqa: DTZ007 - a time of day, of no zone
        last = f"{bed - timedelta(hours=HOURS_BEFORE_BED):%H:%M}"
        detail = f"{detail}, {words.text('thing.STEP-1.before', time=last)}"
    return Thing(title=words.text("thing.STEP-1.most", amount=figure(amount, ",")), detail=detail)


def _cups(words: Catalogue, amount: int) -> str:
    halves = amount * 2 // CUP_MG  # never more than the amount
    if halves < 2:
        return words.text("thing.STEP-1.cup_less")
    if halves == 2:
        return words.text("thing.STEP-1.cup_one")
    return words.text("thing.STEP-1.cups", count=figure(halves / 2, "g"))


def _drinking(words: Catalogue, one: DayStep) -> Thing:
    if one.amount is None:
        return Thing(title=words.text("thing.STEP-2.food"), detail="")
    food = any(
        (part.effect or 0) < Effect.ASK for code, part in one.parts.items() if code != "drinks"
    )
    return Thing(
        title=_day_of_drinks(words, one.amount),
        detail=words.text(f"thing.STEP-2.hint{'' if food else '_drinks'}"),
    )


def _day_of_drinks(words: Catalogue, amount_ml: int) -> str:
    key = measured_key("thing.STEP-2.amount")
    if key.endswith("amount"):
        return words.text(key, litres=figure(amount_ml / 1000, "g"))
    return words.text(key, ounces=figure(to_measured(amount_ml, "mL"), ".0f"))


def step_sentences(
    words: Catalogue, step: Step, guarded: Mapping[str, Guarded], *, level: bool = False
) -> tuple[str, ...]:
    """Return what a step says to this person: its own words, or those of the guards.

    Parameters
    ----------
    guarded
        Part of a step to what holds for it.
    level
        Whether there is so little caffeine that nothing is to be cut.
    """
    said: list[str] = []
    for part in step.parts:
        said += _part_sentences(words, part, guarded[part.code], level=level)
    return tuple(dict.fromkeys(said))


def _part_sentences(words: Catalogue, part: Part, held: Guarded, *, level: bool) -> list[str]:
    effect = held.effect or 0
    said = [words.text(measured_key(f"guard.{code}.text")) for code in held.guards]
    if effect >= Effect.LIMIT:
        return said
    key = measured_key(f"part.{part.code}.{'kept' if effect == Effect.WORDS else 'text'}")
    if part.code == "caffeine" and level:
        key = "part.caffeine.level"
    foods = named_foods(part.portions, held.guards)[:FOODS_NAMED]
    named = ", ".join(words.text(f"food.{food.code}") for food in foods)
    return [*said, words.fill(key, {"foods": named})]
