"""Asking once whether what is unusual is right, before a page stores it.

The page is shown again with what was typed, the sentences and a hidden field for each; saving it
again is the yes, and another value is asked anew. What a device sends later is stored as it was
given, because nobody is there to answer: the answer says so (`web/outbox.py`).
"""

from collections.abc import Collection, Iterable
from typing import Final

from django import forms
from django.http import HttpRequest, QueryDict

from myolog.journal.entries import Entry
from myolog.web.forms.typed import CodesField
from myolog.web.outbox import is_sent_later
from myolog.wording.unusual import unusual_of

FIELD: Final = "sure"
"""Name of the hidden field that holds what was confirmed."""


class SureForm(forms.Form):
    """What was confirmed of `keys`: it is valid where that is all of them."""

    def __init__(self, posted: QueryDict, keys: Collection[str]) -> None:
        super().__init__(posted)
        self.keys = keys
        self.fields[FIELD] = CodesField(keys)

    def clean(self) -> None:
        """See to it that nothing is left to be confirmed."""
        if len(self.cleaned_data[FIELD]) < len(self.keys):
            raise forms.ValidationError("", code="open")


def must_ask(request: HttpRequest, entries: Iterable[Entry]) -> bool:
    """Say whether something unusual was not confirmed yet; `parts/sure.html` then asks."""
    found = unusual_of(entries)
    request.unusual = found  # type: ignore[attr-defined]
    if is_sent_later(request):
        return False
    return not SureForm(request.POST, [one.key for one in found]).is_valid()
