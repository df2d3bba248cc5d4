"""Forms that store something: each carries `key`, so that a double tap stores once."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, QueryDict

from myolog.content.problems import problem_in_words
from myolog.errors import UserError

T = TypeVar("T")


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


class WritingForm(forms.Form):
    """A form that stores something, once for each `key`."""

    key = KeyField(required=False)

    def refusal_in(self, write: Callable[[], T]) -> T | None:
        """Run `write`; a refusal becomes the form's own error, and the result is None."""
        try:
            return write()
        except UserError as refused:
            self.add_error(None, problem_in_words(refused))
            return None

    @property
    def write_key(self) -> str | None:
        """The key of this write, where the page gave one."""
        key = self.cleaned_data.get("key")
        return str(key) if key else None


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted; None for a page that is only read."""
    return request.POST if request.method == "POST" else None


def posted_key(data: Mapping[str, Any]) -> str | None:
    """Return the key of a write, where the form gave one that is a UUID."""
    try:
        return str(UUID(str(data.get("key", ""))))
    except ValueError:
        return None
