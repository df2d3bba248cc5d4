"""Kind sentences on Today: each on at most one day a week, and one of them at a time.

The checking meter's never stands beside what cannot wait; that a visit is overdue comes first. The
day on which one was last said is kept in this browser only; the journal need not know it.
"""

from datetime import date, timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse

from myolog.attention.checking import EVERY_DAYS, is_due, measure_checking
from myolog.journal.model import Journal

COOKIE: Final = "myolog_kind_note"
OVERDUE: Final = "myolog_overdue_note"


def says_kind_note(request: HttpRequest, journal: Journal, *, today: date) -> bool:
    """Say whether noting and worry rise together and the sentence is due."""
    due = is_free(request, COOKIE, today=today)
    return due and measure_checking(journal, today=today).verdict == "rising"


def is_free(request: HttpRequest, cookie: str, *, today: date) -> bool:
    """Say whether a sentence may be said today: it was not said on another day of this week."""
    return is_due(_last_said(request, cookie, today=today), today=today)


def _last_said(request: HttpRequest, cookie: str, *, today: date) -> date | None:
    try:
        said = date.fromisoformat(request.COOKIES.get(cookie, ""))
    except ValueError:
        return None
    return said if said <= today else None


def keep_said(
    request: HttpRequest, response: HttpResponse, cookie: str = COOKIE, *, today: date
) -> None:
    """Keep the day on which it is said, until it may be said again."""
    said = _last_said(request, cookie, today=today)
    if said is None or said != today:
        response.set_cookie(
            cookie,
            today.isoformat(),
            max_age=timedelta(days=EVERY_DAYS),
            httponly=True,
            samesite="Strict",
        )
