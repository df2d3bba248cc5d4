"""What a browser kept while Myolog could not be reached, and sends now.

The script sends a form as it was filled in, with headers that say when it was saved and what the
device's clock shows at the sending. A device's time is its claim: where its clock is more than five
minutes off, the moment is put right by the difference, never to a time to come, and the answer says
so. Answers are JSON, because a script reads them: `to` is the page that a browser without script
would have gone to.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.http import HttpRequest

from myolog.errors import InvalidEntry, UserError
from myolog.journal.checks import zone_of
from myolog.journal.instants import day_at
from myolog.store.services.journal import Seen
from myolog.web.forms.writing import DatedForm, posted
from myolog.web.middleware.identity import OwnRequest
from myolog.web.moment import day_named, today_for

FORGIVEN: Final = timedelta(minutes=5)
"""How far off a device's clock may be before its time is put right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One write from a browser's outbox.

    Attributes
    ----------
    said_at : the moment at which it was saved, put right, in the device's zone
    device_at : the same as the device's clock showed it
    zone : IANA name of the zone of the device
    seen : what the device knew; None where its page did not tell
    is_live : whether the person waits for the answer, so that it may be a question
    """

    said_at: datetime
    device_at: datetime
    zone: str
    seen: Seen | None = None
    is_live: bool = False

    @property
    def is_put_right(self) -> bool:
        """Whether the device's clock was off."""
        return self.said_at != self.device_at


def sending_of(request: HttpRequest, *, now: datetime) -> Sending | None:
    """Return what the headers tell; None for a form that a browser sent by itself.

    Raises
    ------
    InvalidEntry
        A time or the zone cannot be read.
    """
    kept, sent = request.headers.get("X-Outbox-Kept"), request.headers.get("X-Outbox-Sent")
    if kept is None or sent is None:
        return None
    zone = request.headers.get("X-Outbox-Zone", "")
    try:
        place = zone_of(zone or "UTC")
        device_at, sent_at = (datetime.fromisoformat(text) for text in (kept, sent))
        off = now - sent_at
        said_at = device_at + off if abs(off) > FORGIVEN else device_at
        if said_at > now + FORGIVEN:  # the clock was set back between the saving and the sending
            said_at = min(device_at, now)
        as_of = request.headers.get("X-Outbox-As-Of")
        own = tuple(request.headers.get("X-Outbox-After", "").split())
        return Sending(
            said_at=said_at.astimezone(place),
            device_at=device_at.astimezone(place),
            zone=zone,
            seen=Seen(at=_instant(as_of), own=own) if as_of else None,
            is_live=request.headers.get("X-Outbox-Live") == "yes",
        )
    except (ValueError, TypeError, OverflowError, UserError):
        raise InvalidEntry(
            "The time of this entry cannot be read. Please enter it again.",
            code="invalid_date",
            key="kept_time_unreadable",
        ) from None


def _instant(text: str) -> datetime:
    told = datetime.fromisoformat(text)
    if told.tzinfo is None:
        raise ValueError("an instant has a zone")
    return told


def said_at(request: HttpRequest) -> datetime | None:
    """Return when the person saved this, to the minute; None for now."""
    sending: Sending | None = getattr(request, "sending", None)
    return None if sending is None else sending.said_at.replace(second=0, microsecond=0)


def seen_by(request: HttpRequest) -> Seen | None:
    """Return what the device knew that was not connected; None for one that is."""
    sending: Sending | None = getattr(request, "sending", None)
    return None if sending is None else sending.seen


def is_sent_later(request: HttpRequest) -> bool:
    """Return whether a device sends what was said before, so that nobody waits for a question."""
    sending: Sending | None = getattr(request, "sending", None)
    return sending is not None and not sending.is_live


def day_meant(request: OwnRequest) -> date:
    """Return the day a page or its form names: a device's own "today" is put right with its clock.

    Raises
    ------
    InvalidEntry
        It is not a date, lies before 1900, or in the future.
    """
    sent = posted(request)
    text = DatedForm(request.GET if sent is None else sent)["date"].value()
    sending: Sending | None = getattr(request, "sending", None)
    today, ends = today_for(request.person), request.person.day_ends_hour
    if sending is None:
        return day_named(text, today=today)
    said, shown = (
        day_at(moment, sending.zone or "UTC", day_ends_hour=ends)
        for moment in (sending.said_at, sending.device_at)
    )
    if sending.is_put_right and text == shown.isoformat():
        return said
    return day_named(text, today=max(today, said))
