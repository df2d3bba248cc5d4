"""A place on the body as chosen from two lists: a site, and its side where it has one."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from myolog.content.problems import problem_in_words
from myolog.errors import InvalidEntry, UserError
from myolog.vocabulary.sites import SITES
from myolog.web.forms.writing import WordedForm
from myolog.wording.places import SIDED, Place, read_places

UNKNOWN: Final = "unknown"
"""The side where it was not noticed, which a page may ask to be said."""


class PlaceForm(WordedForm):
    """One place; both fields may be blank.

    Attributes
    ----------
    place : what was chosen, if anything
    """

    site = forms.ChoiceField(required=False, choices=[(code, code) for code in SITES])
    side = forms.ChoiceField(required=False, choices=[(side, side) for side in SIDED])
    place: Place | None = None

    def clean(self) -> None:
        """Take the place that site and side name together."""
        if site := self.cleaned_data.get("site"):
            self.take(site, self.cleaned_data.get("side", ""))

    def take(self, site: str, side: str) -> None:
        """Take a site and a side for the place; what is wrong with them stands at the site."""
        try:
            self.place = Place.read(f"{site}/{side}" if side else site)
        except UserError as wrong:
            self.add_error("site", problem_in_words(wrong))


class AddPlaceForm(PlaceForm):
    """A further place; its side has to be said, if only that it was not noticed."""

    side = forms.ChoiceField(required=False, choices=[(side, side) for side in (*SIDED, UNKNOWN)])

    def take(self, site: str, side: str) -> None:
        """Take a site and a side for the place; what is wrong with them stands at the side."""
        try:
            if not side and Place(site).has_sides:
                raise InvalidEntry(
                    "Say which side it was, or that you did not notice.", key="side_needed"
                )
            self.place = Place.read(f"{site}/{side}" if side in SIDED else site)
        except UserError as wrong:
            self.add_error("side", problem_in_words(wrong))


class PlacesField(forms.MultipleChoiceField):
    """Places by their words; a word that names none is passed over."""

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> tuple[Place, ...]:
        """Return the places, each once."""
        words: Iterable[str] = self.to_python(value)
        return read_places(words)
