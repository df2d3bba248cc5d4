"""Forms that store something: each carries `key`, so that a double tap stores once."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, QueryDict

from myolog.content.catalogue import load
from myolog.content.measures import MEASURES
from myolog.content.problems import problem_in_words
from myolog.errors import UserError

T = TypeVar("T")

OWN_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "required": (),
    "invalid_choice": (),
    "max_length": ("limit_value",),
    "null_characters_not_allowed": (),
}
"""Codes of what Django finds wrong with a field, with what the sentence quotes."""


def fresh_key() -> str:
    """Return a new name for one write."""
    return str(uuid4())


class KeyField(forms.UUIDField):
    """The name of one write; what no page of ours has made is none."""

    def clean(self, value: Any) -> UUID | None:
        """Return the key, or None."""
        try:
            return UUID(str(super().clean(value)))
        except (forms.ValidationError, ValueError):
            return None


class WordedForm(forms.Form):
    """A form that says what is wrong in the catalogue's words."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Note a problem; what Django says by itself is said in the catalogue's words."""
        if field is not None and isinstance(error, forms.ValidationError):
            for one in error.error_list:
                code, params = one.code or "", one.params or {}
                if code in OWN_WORDS:
                    quoted = {name: params[name] for name in OWN_WORDS[code]}
                    one.message, one.params = load().text(f"page.error.{code}", **quoted), None
        super().add_error(field, error)

    def refusal_in(self, write: Callable[[], T]) -> T | None:
        """Run `write`; a refusal becomes the form's own error, and the result is None."""
        try:
            return write()
        except UserError as refused:
            self.add_error(None, problem_in_words(refused))
            return None


class WritingForm(WordedForm):
    """A form that stores something, once for each `key`."""

    key = KeyField(required=False)

    @property
    def write_key(self) -> str | None:
        """The key of this write, where the page gave one."""
        key = self.cleaned_data.get("key") if self.is_valid() else None
        return str(key) if key else None


class DatedForm(forms.Form):
    """The day that a page, or its form, is about."""

    date = forms.CharField(required=False)


class MeasuredForm(forms.Form):
    """The measures that a page asked amounts in; its form names them where it asks for some."""

    measures = forms.ChoiceField(required=False, choices=[(code, code) for code in MEASURES])


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted; None for a page that is only read."""
    return request.POST if request.method == "POST" else None
