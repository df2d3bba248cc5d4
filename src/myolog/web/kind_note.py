"""The checking meter's sentence on Today: at most one day a week, never beside what cannot wait.

The day on which it was last said is kept in this browser only; the journal need not know it.
"""

from datetime import date, timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse

from myolog.attention.checking import EVERY_DAYS, is_due, measure_checking
from myolog.journal.model import Journal

COOKIE: Final = "myolog_kind_note"


def says_kind_note(request: HttpRequest, journal: Journal, *, today: date) -> bool:
    """Say whether noting and worry rise together and the sentence is due."""
    due = is_due(_last_said(request, today=today), today=today)
    return due and measure_checking(journal, today=today).verdict == "rising"


def _last_said(request: HttpRequest, *, today: date) -> date | None:
    try:
        said = date.fromisoformat(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return None
    return said if said <= today else None


def keep_said(request: HttpRequest, response: HttpResponse, *, today: date) -> None:
    """Keep the day on which it is said, until it may be said again."""
    said = _last_said(request, today=today)
    if said is None or said != today:
        response.set_cookie(
            COOKIE,
            today.isoformat(),
            max_age=timedelta(days=EVERY_DAYS),
            httponly=True,
            samesite="Strict",
        )
