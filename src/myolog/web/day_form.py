"""Reading the look back on a whole day: places, drinks, sleep, stress and what else is tracked.

Quick choices are stored as the word with the number it stands for (`vocabulary/choices.py`), and
drinks as the standard amounts of the vocabulary. A number that is typed wins over the quick choice.
The form shows what the day says so far; only what the person changes is written: a cup more adds to
the day, a field emptied is taken back, and what stays blank stays unknown.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Final

from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.numbers import figure
from myolog.content.problems import problem_in_words
from myolog.content.typed import amount_typed, number_typed, whole_typed
from myolog.errors import InvalidEntry, UserError
from myolog.journal.checks import SERVINGS_LIMIT
from myolog.journal.cups import Cups
from myolog.journal.entries import (
    AMOUNTS,
    COUNT_LIMIT,
    DayExposure,
    DayTally,
    Entry,
    NoneToday,
    tells_twitch,
)
from myolog.journal.provenance import SAME_AS_YESTERDAY
from myolog.store.services.journal import Slot
from myolog.vocabulary.choices import SAID
from myolog.vocabulary.drinks import DRINKS, Drink, totals
from myolog.vocabulary.exposures import EXPOSURES, Exposure
from myolog.web.shown import Shown, plain
from myolog.wording.places import Place

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

CHANGES: Final = {"+1": 1, "-1": -1}
"""What the buttons beside a drink add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChanges:
    """What the person changed of a day.

    Attributes
    ----------
    entries : what is said, or said otherwise
    cups : what was drunk more than the form showed
    untold : kind and slot of what the form showed and the person emptied
    """

    entries: tuple[Entry, ...]
    cups: Cups
    untold: tuple[Slot, ...]

    def __bool__(self) -> bool:
        return bool(self.entries or self.cups.more or self.untold)


@dataclass(slots=True, kw_only=True)
class DayForm:
    """A day as told on the form.

    Attributes
    ----------
    data : what the fields hold
    was : what they held when the page was made
    places : the places the form shows
    problems : field name to what is wrong with it; "" for the whole form
    """

    day: date
    data: Mapping[str, str]
    places: tuple[Place, ...]
    was: Mapping[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, day: date, post: QueryDict, places: Iterable[Place]) -> "DayForm":
        """Return what was posted."""
        data = {name: str(value) for name, value in post.items()}
        return cls(day=day, data=data, places=tuple(places), was=Shown(data).before)

    def touched(self, name: str) -> bool:
        """Say whether the person changed a field."""
        return name in self.data and plain(self.data[name]) != plain(self.was.get(name, ""))

    def changes(
        self, noted: Collection[DayExposure], yesterday: Mapping[str, DayExposure]
    ) -> DayChanges:
        """Return what the person changed; problems are noted on the way.

        Parameters
        ----------
        noted
            Every value that is noted of the day.
        yesterday
            What was told yesterday by exposure code, for "same as yesterday".
        """
        cups = self._cups()
        exposures = self._exposures()
        same: dict[str, DayExposure] = {}
        if self.data.get("same"):
            known = {*exposures, *totals(cups.more), *(entry.code for entry in noted)}
            for code, entry in yesterday.items():
                if code not in known:
                    same[code] = replace(entry, id=None, day=self.day, source=SAME_AS_YESTERDAY)
        entries: list[Entry] = [*self._tallies(), *exposures.values(), *same.values()]
        if "none" in self.data:
            if any(tells_twitch(entry) for entry in entries):
                self.problems["none"] = load().text("page.day.none_or_twitch")
            entries.append(NoneToday(day=self.day))
        told = {*exposures, *totals(cups.more)}
        return DayChanges(
            entries=tuple(entries),
            cups=cups,
            untold=tuple(
                (entry.kind, entry.slot)
                for entry in noted
                if entry.provenance.is_by_hand
                and entry.code not in told
                and self._emptied(f"value:{entry.code}")
            ),
        )

    def _emptied(self, name: str) -> bool:
        return self.touched(name) and not self.data[name].strip()

    def _tallies(self) -> tuple[DayTally, ...]:
        found: list[DayTally] = []
        for place in self.places:
            name = f"place:{place.word}"
            told = self.data.get(name, "")
            if not self.touched(name):
                continue
            if told in AMOUNTS:
                amount: dict[str, Any] = {"amount": told}
            elif told.isascii() and told.isdigit() and len(told) <= len(str(COUNT_LIMIT)):
                amount = {"count": whole_typed(told)}
            else:
                continue
            found.append(DayTally(day=self.day, site=place.site, side=place.side, **amount))
        return tuple(found)

    def _exposures(self) -> dict[str, DayExposure]:
        values: dict[str, float] = {}
        said: dict[str, str] = {}
        for name, (code, choices) in QUICK.items():
            chosen = self.data.get(name, "")
            if chosen in choices and self.touched(name):
                values[code], said[code] = choices[chosen], chosen
        for code in EXPOSURES:
            name = f"value:{code}"
            if not self.touched(name):
                continue
            typed = self._read(name, partial(amount_typed, unit=EXPOSURES[code].unit))
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

    def _cups(self) -> Cups:
        more: dict[str, float] = {}
        untold: list[str] = []
        for code in DRINKS:
            name = f"drink:{code}"
            if not self.touched(name):
                continue
            before = self._servings(name, self.was.get(name, ""))
            count = self._servings(name, self.data[name])
            more[code] = (count or 0.0) - (before or 0.0)
            if count is None:
                untold.append(code)
        return Cups(day=self.day, more=more, untold=tuple(untold))

    def _servings(self, name: str, text: str) -> float | None:
        count = self._read(name, number_typed, text)
        if count is None or 0 <= count <= SERVINGS_LIMIT:
            return count
        self.problems[name] = load().text("page.error.too_many", most=SERVINGS_LIMIT)
        return None

    def _read(
        self, name: str, read: Callable[[str], float], text: str | None = None
    ) -> float | None:
        told = (self.data.get(name, "") if text is None else text).strip()
        if not told:
            return None
        try:
            return read(told)
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
        return replace(self, data=data)

    def over(self, now: Mapping[str, str]) -> "DayForm":
        """Return the form over what holds now, with what the person had changed kept."""
        return replace(self, data=Shown(self.data).anew(now), was=dict(now))


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
        raise InvalidEntry("Say which side it was, or that you did not notice.", key="side_needed")
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
