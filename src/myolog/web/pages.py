"""What views share: who writes, a page that does not exist, and the result kept up to date."""

from typing import Final

from myolog.content.catalogue import load
from myolog.errors import NotFound
from myolog.store.services.care import keep_up
from myolog.web.middleware.identity import OwnRequest

BY: Final = "browser"
"""Who writes, as the audit trail names it."""


def sentence(key: str) -> NotFound:
    """Return the error of a page that does not exist, in the catalogue's words."""
    return NotFound(load().text(f"page.error.{key}"))


def reassessed(request: OwnRequest) -> None:
    """See to it, in silence, that the last result takes account of what was just written."""
    keep_up(person=request.person, by=BY)
