"""What became of the newest result; what is told of it are entries like all others."""

from typing import Any, Final

from ninja import Router

from myolog.store.services.follow_up import follow_up_of
from myolog.web.api.access import Called
from myolog.web.api.problems import READS
from myolog.web.api.schemas import FollowUpOut, Problem

router: Final = Router()


@router.get(
    "",
    response={200: FollowUpOut, READS: Problem},
    summary="Read what became of the newest result",
)
def read_follow_up(request: Called) -> dict[str, Any]:
    """Return whether a visit is open, booked or done, and until when to be seen."""
    found = follow_up_of(person=request.auth.person)
    dates = {
        "since": found.since,
        "due": found.due,
        "booked_on": None if found.booked is None else found.booked.on,
        "seen_on": None if found.seen is None else found.seen.day,
        "examined_on": None if found.examined is None else found.examined.day,
        "remind_on": found.remind_on,
    }
    return {
        "state": found.state,
        **{name: None if day is None else day.isoformat() for name, day in dates.items()},
        "overdue": found.overdue,
    }
