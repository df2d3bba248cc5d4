"""What a button posts: codes that its page wrote; what does not fit came from no page of Myolog."""

from collections.abc import Collection
from typing import Any, Self

from django import forms
from django.http import HttpRequest

from myolog.errors import UserError
from myolog.web.refusals import refusal


class CodeField(forms.ChoiceField):
    """One of the codes that stand in the page."""

    def __init__(self, *codes: str, **kwargs: Any) -> None:
        super().__init__(choices=[(code, code) for code in codes], **kwargs)


class ButtonForm(forms.Form):
    """The form of a button.

    Attributes
    ----------
    posts : names of fields that have to be posted, though they may be blank
    """

    posts: Collection[str] = ()

    def clean(self) -> None:
        """See to it that nothing was left out."""
        if not self.data.keys() >= set(self.posts):
            raise forms.ValidationError("", code="required")

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """Return what was posted; see `taken`."""
        return cls(request.POST, request.FILES).taken()

    def taken(self) -> Self:
        """Return the form itself, with what was posted in `cleaned_data`.

        Raises
        ------
        UserError
            A value is missing, or is none that the page has.
        """
        if not self.is_valid():
            raise UserError(refusal("bad_request"), code="bad_request", key="")
        return self
