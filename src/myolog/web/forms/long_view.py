"""What the long view is asked: by week, month or season, up to when, and which two periods."""

from datetime import date
from typing import Any

from django import forms

from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.spans import KINDS, Kind, Span
from myolog.patterns.change import Past
from myolog.web.forms.typed import DayField
from myolog.web.middleware.identity import OwnRequest

__all__ = ["ENDS", "PeriodsForm", "kind_asked"]

ENDS = ("first1", "last1", "first2", "last2")
"""The first and the last day of both periods."""


class ShownForm(forms.Form):
    """Which spans stand beside one another."""

    by = forms.ChoiceField(required=False, choices=[(one, one) for one in KINDS])
    before = DayField(required=False)


class PeriodsForm(forms.Form):
    """Two periods of one's choice."""

    first1 = DayField(required=False)
    last1 = DayField(required=False)
    first2 = DayField(required=False)
    last2 = DayField(required=False)

    def __init__(self, asked: Any, *, past: Past) -> None:
        self.past = past
        super().__init__(asked)

    def clean(self) -> dict[str, Any]:
        """Return the two periods, the earlier one first, or what is wrong in one sentence."""
        told = super().clean() or {}
        if self.errors:
            return told
        ends = [day for name in ENDS if (day := told.get(name))]
        if len(ends) < len(ENDS):
            raise forms.ValidationError(load().template("page.long.days_missing"))
        one, other = (Span(first=ends[at], last=ends[at + 1]) for at in (0, 2))
        try:
            return told | {"periods": self.past.in_turn(one, other)}
        except UserError as wrong:
            raise forms.ValidationError(problem_in_words(wrong)) from wrong

    @property
    def asked_for(self) -> bool:
        """Whether the page was opened with this form."""
        return any(name in self.data for name in ENDS)

    @property
    def problem(self) -> str:
        """What is wrong, in one sentence; nothing where nothing is."""
        return next((str(one) for wrong in self.errors.values() for one in wrong), "")


def kind_asked(request: OwnRequest, *, usual: Kind) -> tuple[Kind, date | None]:
    """Return what stands beside one another, and a day of the newest; what does not fit is left."""
    form = ShownForm(request.GET)
    form.is_valid()
    kind = next((one for one in KINDS if one == form.cleaned_data.get("by")), usual)
    return kind, form.cleaned_data.get("before")
