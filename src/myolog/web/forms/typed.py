"""Fields of a form that hold what a person typed as a number, a date or a time of day.

What can be read, asked or refused is `myolog.content.typed`; a refusal or a question becomes the
sentence beside the field, and what was typed stays in it.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date, time
from typing import Any, TypeVar

from django import forms

from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.content.typed import day_typed, instant_clock_typed, whole_typed
from myolog.errors import UserError
from myolog.journal.checks import check_whole, zone_of
from myolog.web.shown import BETWEEN

T = TypeVar("T")

LONGEST = 60
"""Characters; more is no number and no time."""


class TypedField(forms.CharField):
    """A text that is read by one of the readers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST, **kwargs)

    def read(self, value: Any, reader: Callable[[str], T]) -> T | None:
        """Return what was typed, or None where nothing was."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return reader(typed)
        except UserError as wrong:
            raise forms.ValidationError(problem_in_words(wrong)) from wrong


class WholeField(TypedField):
    """A whole number within limits."""

    def __init__(self, *, low: int, high: int, name: str, **kwargs: Any) -> None:
        self.limits = (low, high, name)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> int | None:
        """Return the number, or None where nothing was typed."""
        return self.read(value, self._within)

    def _within(self, typed: str) -> int:
        number = whole_typed(typed)
        check_whole(number, *self.limits)
        return number


class DayField(TypedField):
    """A date, as a browser's own field sends it."""

    def clean(self, value: Any) -> date | None:
        """Return the date, or None where nothing was typed."""
        return self.read(value, day_typed)


class ZoneField(TypedField):
    """A time zone, which a form names so that it is read by the clock that its page showed."""

    def clean(self, value: Any) -> str:
        """Return the zone, or nothing for that of home."""
        return self.read(value, lambda typed: zone_of(typed).key) or ""


class NoteField(forms.CharField):
    """Free text; a line's end counts as one character, though browsers send two."""

    def to_python(self, value: Any) -> str:
        """Return the text as it was typed."""
        return str(super().to_python(value) or "").replace("\r\n", "\n")


def named(key: str, codes: Iterable[str]) -> Callable[[], list[tuple[str, str]]]:
    """Return the choices of a field, each code with its sentence of the catalogue."""
    return lambda: [(code, load().template(f"{key}{code}")) for code in codes]


class ListField(forms.CharField):
    """Several values in one field; see `Shown.of`."""

    def __init__(self, choices: Collection[str], **kwargs: Any) -> None:
        self.choices = choices
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> list[str]:
        """Return the values, to be shown."""
        return [one for one in str(value or "").split(BETWEEN) if one]

    def clean(self, value: Any) -> list[Any]:
        """Return the values; one that there is not is refused."""
        found = self.prepare_value(super().clean(value))
        for one in found:
            if one not in self.choices:
                wrong = forms.ChoiceField.default_error_messages["invalid_choice"]
                raise forms.ValidationError(wrong, "invalid_choice", {"value": one})
        return found


class CodesField(forms.MultipleChoiceField):
    """Codes that were ticked; one that the page does not offer is passed over."""

    def __init__(self, codes: Iterable[str]) -> None:
        self.codes = tuple(codes)
        super().__init__(required=False)

    def clean(self, value: Any) -> list[str]:
        """Return the codes that were ticked, in the order they are offered."""
        ticked = self.to_python(value)
        return [code for code in self.codes if code in ticked]


class ClockField(TypedField):
    """A time of day, with its offset where one was typed."""

    def clean(self, value: Any) -> time | None:
        """Return the time, or None where nothing was typed."""
        return self.read(value, instant_clock_typed)
