"""What somebody looks for in the journal, as an address tells it."""

from datetime import date
from typing import Any, Final

from django import forms

from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.entries import ACCOMPANIED, ProfileFact
from myolog.journal.kinds import ALL_KINDS
from myolog.web.forms.typed import DayField, WholeField
from myolog.web.forms.writing import WordedForm
from myolog.wording.lookup import Wanted
from myolog.wording.places import Place

LONGEST: Final = 200
MOST_PAGES: Final = 100_000
KINDS: Final = tuple(kind for kind in ALL_KINDS if kind != ProfileFact.kind)


class WordsField(forms.CharField):
    """Words as they were typed; a sign that no text has, and what is too long, is left out."""

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> str:
        """Return the words."""
        return str(super().clean(str(value or "").replace("\0", "")[:LONGEST]))


class PlaceField(forms.CharField):
    """A place by its word."""

    def clean(self, value: Any) -> Place | None:
        """Return the place, or None where none was chosen."""
        word = super().clean(value)
        try:
            return Place.read(word) if word else None
        except UserError as wrong:
            raise forms.ValidationError(problem_in_words(wrong)) from wrong


class FindForm(WordedForm):
    """A search of the journal, and which page of what it finds."""

    q = WordsField()
    place = PlaceField(required=False)
    sign = forms.ChoiceField(required=False, choices=[(one, one) for one in ACCOMPANIED])
    cause = WordsField()
    kind = forms.ChoiceField(required=False, choices=[(one, one) for one in KINDS])
    since = DayField(required=False)
    until = DayField(required=False)

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        told = self.cleaned_data
        return Wanted(
            words=told["q"],
            place=told["place"],
            sign=told["sign"],
            cause=told["cause"],
            kind=told["kind"],
            first=told["since"],
            last=told["until"],
        )

    def address_of(self, wanted: Wanted) -> dict[str, str]:
        """Return what an address tells of a search; what does not matter is left out."""
        told: dict[str, str | date | None] = {
            "q": wanted.words,
            "place": wanted.place.word if wanted.place else "",
            "sign": wanted.sign,
            "cause": wanted.cause,
            "kind": wanted.kind,
            "since": wanted.first,
            "until": wanted.last,
        }
        return {name: str(value) for name, value in told.items() if value}


class PageForm(forms.Form):
    """Which page of a list an address names."""

    page = WholeField(low=1, high=MOST_PAGES, name="The page", required=False)

    def within(self, n_pages: int) -> int:
        """Return the number of the page, from 1 to `n_pages`."""
        asked = self.cleaned_data.get("page") if self.is_valid() else None
        return min(max(asked or 1, 1), max(n_pages, 1))
