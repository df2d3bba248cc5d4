"""Asking once whether what is unusual is right, before a page stores it.

The page is shown again with what was typed, the sentences and a hidden field for each; saving it
again is the yes, and another value is asked anew. What a device sends later is stored as it was
given, because nobody is there to answer: the answer says so (`web/outbox.py`).
"""

from collections.abc import Iterable
from typing import Final

from django.http import HttpRequest

from myolog.journal.entries import Entry
from myolog.wording.unusual import unusual_of

FIELD: Final = "sure"
"""Name of the hidden field that holds what was confirmed."""


def must_ask(request: HttpRequest, entries: Iterable[Entry]) -> bool:
    """Say whether something unusual was not confirmed yet; `parts/sure.html` then asks."""
    found = unusual_of(entries)
    request.unusual = found  # type: ignore[attr-defined]
    sending = getattr(request, "sending", None)
    if sending is not None and not sending.is_live:
        return False
    return not {one.key for one in found} <= set(request.POST.getlist(FIELD))
