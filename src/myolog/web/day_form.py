"""Reading the look back on a whole day: places, drinks, sleep, stress and what else is tracked.

Quick choices are stored as the word with the number it stands for (`vocabulary/choices.py`), and
drinks as the standard amounts of the vocabulary. A number that is typed wins over the quick choice.
What is left blank is not stored, and so stays unknown.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final

from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.numbers import figure
from myolog.content.problems import problem_in_words
from myolog.content.typed import amount_typed, number_typed
from myolog.errors import InvalidEntry, UserError
from myolog.journal.entries import AMOUNTS, DayExposure, DayTally, Entry
from myolog.vocabulary.choices import SAID
from myolog.vocabulary.drinks import DRINKS, Drink, totals
from myolog.vocabulary.exposures import EXPOSURES, Exposure
from myolog.web.places import Place

QUICK_DRINKS: Final = (
    "filter_coffee",
    "espresso",
    "black_tea",
    "energy_drink",
    "water",
    "beer",
    "wine",
    "spirits",
)
"""Drinks shown at once; the others stand in a fold."""

QUICK: Final = {
    "sleep": ("sleep_min", SAID["sleep_min"]),
    "stress": ("stress", SAID["stress"]),
    "exercise": ("exercise_min", SAID["exercise_min"]),
    "screens": ("screen_h", SAID["screen_h"]),
}
"""Questions answered with one tap: the exposure of each, and what its choices stand for."""

YESTERDAY: Final = "same as yesterday"
"""Source of values that were taken over from the day before on the person's word."""

SERVINGS_LIMIT: Final = 60

CHANGES: Final = {"+1": 1, "-1": -1}
"""What the buttons beside a drink add."""


@dataclass(slots=True, kw_only=True)
class DayForm:
    """A day as told on the form.

    Attributes
    ----------
    places : the places the form shows
    problems : field name to what is wrong with it; "" for the whole form
    """

    day: date
    data: Mapping[str, str]
    places: tuple[Place, ...]
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, day: date, post: QueryDict, places: Iterable[Place]) -> "DayForm":
        """Return what was posted."""
        data = {name: str(value) for name, value in post.items()}
        return cls(day=day, data=data, places=tuple(places))

    def entries(self, before: Mapping[str, DayExposure]) -> tuple[Entry, ...]:
        """Return the day's entries; problems are noted on the way.

        Parameters
        ----------
        before
            What was told yesterday by exposure code, for "same as yesterday".
        """
        exposures = self._exposures()
        same: dict[str, DayExposure] = {}
        if self.data.get("same"):
            for code, entry in before.items():
                if code not in exposures:
                    same[code] = replace(entry, id=None, day=self.day, source=YESTERDAY)
        return (*self._tallies(), *exposures.values(), *same.values())

    def _tallies(self) -> tuple[DayTally, ...]:
        told = ((place, self.data.get(f"place:{place.word}", "")) for place in self.places)
        return tuple(
            DayTally(day=self.day, site=place.site, side=place.side, amount=amount)
            for place, amount in told
            if amount in AMOUNTS
        )

    def _exposures(self) -> dict[str, DayExposure]:
        values: dict[str, float] = dict(self._drunk())
        said: dict[str, str] = {}
        for name, (code, choices) in QUICK.items():
            chosen = self.data.get(name, "")
            if chosen in choices:
                values[code], said[code] = choices[chosen], chosen
        for code in EXPOSURES:
            typed = self._read(f"value:{code}", partial(amount_typed, unit=EXPOSURES[code].unit))
            if typed is not None:
                values[code] = typed
                said.pop(code, None)
        found: dict[str, DayExposure] = {}
        for code, value in values.items():
            try:
                found[code] = DayExposure(
                    day=self.day, code=code, value=value, said=said.get(code, "")
                )
            except UserError as refused:
                self.problems[f"value:{code}"] = problem_in_words(refused)
        return found

    def _drunk(self) -> dict[str, float]:
        servings: dict[str, float] = {}
        for code in DRINKS:
            count = self._read(f"drink:{code}", number_typed)
            if count is None:
                continue
            if 0 <= count <= SERVINGS_LIMIT:
                servings[code] = count
            else:
                self.problems[f"drink:{code}"] = load().text(
                    "page.error.too_many", most=SERVINGS_LIMIT
                )
        return totals(servings)

    def _read(self, name: str, read: Callable[[str], float]) -> float | None:
        text = self.data.get(name, "").strip()
        if not text:
            return None
        try:
            return read(text)
        except UserError as wrong:
            self.problems[name] = problem_in_words(wrong)
            return None

    def bumped(self) -> "DayForm":
        """Return the form after "one more" or "one less" of a drink."""
        code, _, change = self.data.get("bump", "").partition(":")
        data = dict(self.data)
        if code in DRINKS and change in CHANGES:
            told = self._read(f"drink:{code}", number_typed)
            if f"drink:{code}" not in self.problems:
                data[f"drink:{code}"] = figure(max(0.0, (told or 0) + CHANGES[change]))
        return DayForm(day=self.day, data=data, places=self.places, problems=self.problems)


def place_added(data: Mapping[str, str]) -> Place | None:
    """Return the place chosen under "Add a place".

    Raises
    ------
    UserError
        There is no such place, or it has no such side.
    """
    site = data.get("add_site", "")
    if not site:
        return None
    if data.get("add_side") == "" and _needs_side(site):
        raise InvalidEntry("Say which side it was, or that you did not notice.")
    side = data.get("add_side", "")
    return Place.read(f"{site}/{side}" if side in ("left", "right", "both") else site)


def _needs_side(site: str) -> bool:
    return Place(site).has_sides


def drinks_for(codes: Collection[str]) -> tuple[Drink, ...]:
    """Return the drinks that say something about what the person keeps track of."""
    return tuple(
        drink
        for drink in DRINKS.values()
        if ("caffeine" in codes and drink.caffeine_mg)
        or ("alcohol_g" in codes and drink.alcohol_g)
        or ("water_ml" in codes and drink.code == "water")
    )


def typed_fields(codes: Collection[str]) -> tuple[tuple[Exposure, ...], tuple[Exposure, ...]]:
    """Return what is typed: first what no tap answers, then what a number says more exactly."""
    by_tap = {code for code, _ in QUICK.values()} | {"caffeine", "water_ml", "alcohol_g"}
    kept = [one for one in EXPOSURES.values() if one.code in codes]
    return (
        tuple(one for one in kept if one.code not in by_tap),
        tuple(one for one in kept if one.code in by_tap),
    )
