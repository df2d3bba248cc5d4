"""Who may call the API, and how a body is read.

A program proves itself with a bearer token, the owner's browser with its cookie and a CSRF token.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.parser import Parser
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from myolog.store.selectors import Person
from myolog.store.services.access import program_of
from myolog.web.door import COOKIE
from myolog.web.middleware import SAFE_METHODS


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks: whose journal it is, and the name that goes into the audit trail."""

    person: Person
    by: str


class Called(HttpRequest):
    """A request that has been let in."""

    auth: Caller


class Bearer(HttpBearer):
    """A program with a token."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """Return the token's owner."""
        del request
        found = program_of(token, now=datetime.now(UTC))
        return None if found is None else Caller(person=found[0], by=f"api:{found[1]}")


class OwnerCookie(APIKeyCookie):
    """The owner's browser; a write needs the CSRF token too."""

    param_name = COOKIE

    def __call__(self, request: HttpRequest) -> Caller | None:
        """Return the owner that the guard has recognised."""
        person: Person | None = request.person  # type: ignore[attr-defined]
        if person is None:
            return None
        if request.method not in SAFE_METHODS and check_csrf(request) is not None:
            raise HttpError(403, "Send the CSRF token in X-CSRFToken.")
        return Caller(person=person, by="owner")

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """Return nobody: the guard has read the cookie already."""
        del request, key
        return None


class StrictParser(Parser):
    """Reads JSON only: no NaN, no Infinity, nothing nested without end."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return the body's value."""
        try:
            return json.loads(request.body.decode("utf-8"), parse_constant=_refuse_constant)
        except RecursionError as nested:
            raise ValueError("nested too deeply") from nested


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")
