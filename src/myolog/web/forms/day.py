"""The look back on a whole day: places, drinks, sleep, stress and what else is tracked.

Quick choices are stored as the word with the number it stands for (`vocabulary/choices.py`), and
drinks as the standard amounts of the vocabulary. A number that is typed wins over the quick choice.
The form shows what the day says so far; only what the person changes is written: a cup more adds to
the day, a field emptied is taken back, and what stays blank stays unknown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from django import forms
from django.http import QueryDict

from myolog.attention.agenda import told_before
from myolog.content.catalogue import load
from myolog.content.numbers import figure
from myolog.content.own import shifts_tracked
from myolog.content.problems import problem_in_words
from myolog.content.typed import exposure_typed, number_typed, whole_typed
from myolog.errors import UserError
from myolog.journal.checks import SERVINGS_LIMIT
from myolog.journal.cups import Cups, add_up, as_yesterday
from myolog.journal.cycle import CYCLE_DAY, counted_on
from myolog.journal.entries import (
    AMOUNTS,
    COUNT_LIMIT,
    DayExposure,
    DayTally,
    Entry,
    NoneToday,
    tells_twitch,
)
from myolog.journal.model import Journal
from myolog.journal.own import own_things
from myolog.journal.provenance import Provenance
from myolog.store.services.journal import Slot
from myolog.vocabulary.drinks import DRINKS, totals
from myolog.vocabulary.exposures import EXPOSURES, Exposure, exposure
from myolog.vocabulary.own import is_own
from myolog.web.forms.day_fields import own_codes
from myolog.web.forms.day_now import QUICK, fields_of, said_of_field, value_typed
from myolog.web.forms.over import FormOver
from myolog.web.forms.place import PlacesField
from myolog.web.forms.typed import TypedField
from myolog.wording.places import Place

CHANGES: Final = {"+1": 1, "-1": -1}
"""What the buttons beside a drink add."""


TAPS: Final = ("same", "first", "none", "off")
"""Buttons that tell a part of the day at once: as the day before, the period begins, no twitch,
no shift."""

ON: Final = "on"
"""What the button says that stores a day and opens the next one."""


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


class AmountField(forms.CharField):
    """How much it twitched at a place: one of the words, or a count that was told before."""

    def clean(self, value: Any) -> dict[str, Any] | None:
        """Return what `DayTally` takes, or None where nothing was told."""
        told = super().clean(value)
        if not told or told in AMOUNTS:
            return {"amount": told} if told else None
        if not (told.isascii() and told.isdigit() and len(told) <= len(str(COUNT_LIMIT))):
            raise forms.ValidationError(load().text("page.day.nothing"))
        return {"count": whole_typed(told)}


class ServingsField(TypedField):
    """How many cups or glasses of a drink."""

    def clean(self, value: Any) -> float | None:
        """Return the servings, or None where nothing was told."""
        count = self.read(value, number_typed)
        if count is not None and not 0 <= count <= SERVINGS_LIMIT:
            raise forms.ValidationError(load().text("page.error.too_many", most=SERVINGS_LIMIT))
        return count


def servings_typed(text: str) -> float:
    """Return the servings that a text means; none where it is blank."""
    return ServingsField(required=False).clean(text) or 0.0


class ValueField(TypedField):
    """An amount in the unit of an exposure, or in the person's own measures."""

    def __init__(self, what: Exposure) -> None:
        self.what = what
        super().__init__(required=False)

    def clean(self, value: Any) -> float | None:
        """Return the amount, or None where nothing was told."""
        return self.read(value, partial(exposure_typed, what=self.what))


class DayAskedForm(forms.Form):
    """What the page of a day sends beside the day: the places on it, and what was pressed.

    Attributes
    ----------
    shown : the places that the page shows
    adds : whether a further place is to be shown
    leaves_place : whether the day was saved with a place chosen of which nothing was told yet
    bumped : drink and what its button adds to it, as text; "" where none was pressed
    tapped : which one tap told a part of the day: one of `TAPS`; "" for none of them
    goes_on : whether the next day is to be opened once this one is stored
    stays : whether the day stays open after such a tap
    """

    shown = PlacesField()
    add = forms.BooleanField(required=False)
    bump = forms.CharField(required=False)
    save = forms.CharField(required=False)
    none = forms.BooleanField(required=False)
    same = forms.BooleanField(required=False)
    first = forms.BooleanField(required=False)
    off = forms.BooleanField(required=False)

    def __init__(self, posted: QueryDict | None, *, is_late: bool = False) -> None:
        super().__init__(posted or {})
        self.full_clean()
        told = self.cleaned_data
        self.places: tuple[Place, ...] = told["shown"]
        chosen = "" if posted is None or is_late else posted.get("add-site", "")
        self.leaves_place: bool = bool(told["save"] and chosen and not told["add"])
        self.adds: bool = told["add"] or self.leaves_place
        self.bumped: str = told.get("bump", "")
        self.tapped: str = next((one for one in TAPS if told[one]), "")
        self.goes_on: bool = told["save"] == ON
        self.stays: bool = bool(self.tapped and not told["save"])

    @property
    def saves(self) -> bool:
        """Whether the day is to be stored, and not shown again."""
        return not (self.adds or self.bumped)


class DayForm(FormOver):
    """A day as told: a field for each place, drink and exposure, and the quick choices.

    Parameters
    ----------
    places : the places the form shows
    asks : whether to ask about what was changed elsewhere; a device is asked on Today instead
    saves : whether the day is to be stored

    Attributes
    ----------
    changes : what the person changed
    counted : the day of the cycle, counted on, which the page fills in where none is noted
    """

    same = forms.BooleanField(required=False)
    none = forms.BooleanField(required=False)
    first = forms.BooleanField(required=False)
    off = forms.BooleanField(required=False)

    def __init__(
        self,
        posted: QueryDict | None,
        journal: Journal,
        day: date,
        places: Iterable[Place],
        *,
        asks: bool = True,
        saves: bool = True,
    ) -> None:
        now = fields_of(journal, day)
        super().__init__(posted, now, said_of_field if asks else None, saves=saves)
        self.day, self.journal = day, journal
        self.changes = DayChanges(entries=(), cups=Cups(day=day), untold=())
        self.places: dict[str, Place] = {}
        self.add_places(places)
        for name, (_, choices) in QUICK.items():
            self._add(
                name, forms.ChoiceField(required=False, choices=[(one, one) for one in choices])
            )
        self.codes = (*EXPOSURES, *own_codes(journal, day, self.shown.data))
        for code in self.codes:
            self._add(f"value:{code}", ValueField(exposure(code)))
        for code in DRINKS:
            self._add(f"drink:{code}", ServingsField(required=False))
        shown = f"value:{CYCLE_DAY}"
        self.counted = counted_on(journal, day) if shown not in now else None
        if posted is None and self.counted is not None:
            self.initial[shown] = value_typed(CYCLE_DAY, self.counted.number)

    def add_places(self, places: Iterable[Place]) -> None:
        """Add a field for each place."""
        for place in places:
            name = f"place:{place.word}"
            self.places[name] = place
            self._add(name, AmountField(required=False))

    def _add(self, name: str, field: forms.Field) -> None:
        """Add a field; what the person did not touch is kept as it is, and never refused."""
        as_it_is = forms.CharField(required=False, strip=False)
        self.fields[name] = field if self.shown.touched(name) else as_it_is

    def clean(self) -> None:
        """Work out what the person changed."""
        cups, exposures = self._cups(), self._exposures()
        told = {*exposures, *totals(cups.more)}
        entries: list[Entry] = [*self._tallies(), *exposures.values()]
        if self.cleaned_data.get("same"):
            told_now = (*self.noted, *exposures.values())
            entries += as_yesterday(self.before.values(), told_now, self.day)
        if self.cleaned_data.get("none"):
            if any(tells_twitch(entry) for entry in entries):
                self.add_error(None, load().text("page.day.none_or_twitch"))
            entries.append(NoneToday(day=self.day))
        self.changes = DayChanges(
            entries=tuple(entries),
            cups=cups,
            untold=tuple(
                (entry.kind, entry.slot)
                for entry in self.noted
                if entry.provenance.is_by_hand
                and entry.code not in told
                and self._is_emptied(f"value:{entry.code}")
            ),
        )
        if not self.changes and not self.shown.before and not self._is_told and not self.errors:
            self.add_error(None, load().text("page.day.nothing"))

    @property
    def _is_told(self) -> bool:
        told = self.journal.between(self.day, self.day)
        return any(tells_twitch(one) or isinstance(one, DayExposure | NoneToday) for one in told)

    @property
    def noted(self) -> tuple[DayExposure, ...]:
        """Every value that is noted of the day."""
        of_day = self.journal.between(self.day, self.day)
        return tuple(one for one in of_day if isinstance(one, DayExposure))

    @property
    def shifts(self) -> tuple[str, ...]:
        """Codes of the shifts that are tracked, which one tap answers with no."""
        return shifts_tracked(own_things(self.journal))

    @property
    def told_own(self) -> tuple[str, ...]:
        """Codes of the person's own things that they told, whether or not they are asked about."""
        told = (f"value:{code}" for code in self.codes if is_own(code))
        return tuple(name.removeprefix("value:") for name in told if self.shown.touched(name))

    @property
    def asked_no_more(self) -> tuple[str, ...]:
        """Codes of what the page asked about, that was told, and that is tracked no longer."""
        things, before = own_things(self.journal), self.shown.before
        tracked = {code for code, thing in things.items() if not thing.archived}
        new = {entry.code for entry in self.changes.entries if isinstance(entry, DayExposure)}
        return tuple(
            code
            for code in self.told_own
            if code in new and code not in tracked and not before.get(f"value:{code}")
        )

    @property
    def sums(self) -> tuple[DayExposure, ...]:
        """What the cups come to with those that are noted, or taken over."""
        told = (one for one in self.changes.entries if isinstance(one, DayExposure))
        taken = [one for one in told if one.provenance is Provenance.SAME_AS_YESTERDAY]
        base = (*taken, *self.noted)
        return add_up(self.changes.cups.from_now(base), base).entries

    @property
    def before(self) -> dict[str, DayExposure]:
        """What the person told of the day before."""
        return told_before(self.journal, self.day)

    @property
    def taken_over(self) -> tuple[DayExposure, ...]:
        """What "the same as the day before" would fill in, as things are noted now."""
        return as_yesterday(self.before.values(), self.noted, self.day)

    def _is_emptied(self, name: str) -> bool:
        return self.shown.touched(name) and not self.data[name].strip()

    def _told(self, names: Iterable[str]) -> Iterator[tuple[str, Any]]:
        """Return the fields among `names` that the person filled in, or filled in otherwise."""
        for name in names:
            value = self.cleaned_data.get(name)
            if value not in (None, "") and self.shown.touched(name):
                yield name, value

    def _tallies(self) -> list[DayTally]:
        return [
            DayTally(day=self.day, site=place.site, side=place.side, **amount)
            for name, amount in self._told(self.places)
            for place in (self.places[name],)
        ]

    def _exposures(self) -> dict[str, DayExposure]:
        told: dict[str, tuple[float, str]] = {}
        for name, chosen in self._told(QUICK):
            code, choices = QUICK[name]
            told[code] = choices[chosen], chosen
        for name, typed in self._told(f"value:{code}" for code in self.codes):
            told[name.removeprefix("value:")] = typed, ""
        if self.cleaned_data.get("first"):
            told[CYCLE_DAY] = 1, ""
        if self.cleaned_data.get("off"):
            told |= dict.fromkeys(self.shifts, (0.0, ""))
        found: dict[str, DayExposure] = {}
        for code, (value, said) in told.items():
            try:
                found[code] = DayExposure(day=self.day, code=code, value=value, said=said)
            except UserError as refused:
                self.add_error(f"value:{code}", problem_in_words(refused))
        return found

    def _cups(self) -> Cups:
        more: dict[str, float] = {}
        untold: list[str] = []
        shown: dict[str, float] = {}
        for code in DRINKS:
            name = f"drink:{code}"
            if not self.shown.touched(name) or name in self.errors:
                continue
            count, before = self.cleaned_data[name], self.shown.before.get(name, "")
            try:
                had = servings_typed(before)
                more[code] = (count or 0.0) - had
                if self.shown.carries or self.cleaned_data.get("same"):
                    shown[code] = had
            except forms.ValidationError as wrong:
                self.add_error(name, wrong)
            if count is None:
                untold.append(code)
        return Cups(day=self.day, more=more, untold=tuple(untold), shown=shown)

    def bump(self, pressed: str) -> None:
        """Show one more or one less of the drink whose button was pressed."""
        code, _, change = pressed.partition(":")
        name = f"drink:{code}"
        if name not in self.fields or change not in CHANGES:
            return
        self.cleaned_data = {}
        try:
            told = servings_typed(self.initial.get(name, ""))
        except forms.ValidationError as wrong:
            self.add_error(name, wrong)
        else:
            self.initial[name] = figure(max(0.0, told + CHANGES[change]))
