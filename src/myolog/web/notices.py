"""What a page says of the write that led to it, once, in the window that wrote.

It travels as one of Django's messages in a cookie: a code, the address of the page it is for, and
the id of an entry; the words are made where it is shown. Another page leaves it alone, and after a
minute it is of no use any more. What a device sends later by itself says nothing, because nobody is
there to read it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from myolog.content.catalogue import load
from myolog.content.dates import spoken_short
from myolog.errors import NotFound
from myolog.journal.entries import Entry, Episode
from myolog.store.selectors import Person, entry_with_id
from myolog.web.day_saved import (
    DaySaved,
    day_saved,
    first_saved,
    given_way,
    none_saved,
    off_saved,
    same_saved,
    visit_saved,
)
from myolog.web.middleware.identity import AnyRequest, OwnRequest
from myolog.web.moment import today_for
from myolog.web.pages import is_read
from myolog.wording.entries import clock_of
from myolog.wording.places import Place

WAITS_S: Final = 60

SENTENCES: Final = {
    "undone": "page.log.undone",
    "altered": "page.journal.altered",
    "restored": "page.journal.restored",
    "window": "page.window.saved",
    "version": "page.versions.settled",
    "aside": "page.versions.aside",
    "story": "page.story.saved",
    "changed": "page.settings.saved",
    "own_archived": "page.own.now_archived",
    "own_back": "page.own.now_back",
    "worry": "worry.saved",
    "noted": "page.check.noted",
    "two_checks": "page.check.two_checks",
    "still_open": "page.programme.still_open",
    "task_failed": "page.today.task_failed",
    "task_unsure": "page.today.task_unsure",
    "task_known": "page.today.task_known",
    "task_counted": "page.today.task_counted",
    "task_ask": "page.day.task_ask",
}
"""What is said in one sentence, by its code."""


DAYS: Final[Mapping[str, Callable[[Person, str], DaySaved | None]]] = {
    "day": day_saved,
    "none": none_saved,
    "same": same_saved,
    "first": first_saved,
    "off": off_saved,
    "visit": visit_saved,
}
"""What is said with the way back, by its code."""


class NoticeStorage(CookieStorage):
    """Messages in a cookie of Myolog's own name, which no other program of the computer uses."""

    cookie_name = "myolog_notices"

    def _update_cookie(self, encoded_data: str, response: HttpResponse) -> None:
        super()._update_cookie(encoded_data, response)  # type: ignore[misc]
        if encoded_data:
            response.cookies[self.cookie_name]["max-age"] = WAITS_S


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What happened.

    Attributes
    ----------
    entry : id of the entry it is about; "" for none
    """

    code: str
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What the page says right after an episode was stored, with a way back."""

    id: str
    text: str
    can_swap: bool
    gave_way: tuple[str, ...]


def redirect_saying(
    request: AnyRequest,
    code: str,
    route: str,
    *args: object,
    entry: str = "",
    query: str = "",
    anchor: str = "",
) -> HttpResponseRedirect:
    """Lead to a page that says what happened.

    Parameters
    ----------
    route
        Name of the page's route, with its `args`.
    query
        What the address asks for, with its question mark.
    anchor
        Where on the page, with its #.
    """
    address = reverse(route, args=args)
    sending = getattr(request, "sending", None)
    if sending is None or sending.is_live:
        messages.info(request, code, extra_tags=f"{address} {entry}")
    return HttpResponseRedirect(address + query + anchor)


def notice_for(request: AnyRequest) -> Notice | None:
    """Return what happened right before this page, and leave what is for another one.

    A page that nobody reads takes no message away.
    """
    if not is_read(request) and request.method == "GET":
        return None
    found, others = None, []
    for one in messages.get_messages(request):
        address, _, entry = (one.extra_tags or "").partition(" ")
        if address == request.path_info:
            found = Notice(code=str(one.message), entry=entry)
        else:
            others.append(one)
    for one in others:
        messages.add_message(request, one.level, one.message, extra_tags=one.extra_tags or "")
    return found


def notes_for(request: OwnRequest) -> dict[str, Any]:
    """Return what `parts/note.html` shows: saved, deleted, or a sentence."""
    words, notice = load(), notice_for(request)
    if notice is None:
        return {}
    if notice.code == "twitch":
        return _saved(request, notice.entry)
    if notice.code == "gone":
        return {"gone": {"text": words.text("page.journal.deleted"), "id": notice.entry}}
    if notice.code in DAYS:
        return {"day_saved": DAYS[notice.code](request.person, notice.entry)}
    return {"message": words.text(SENTENCES[notice.code])}


def _saved(request: OwnRequest, id: str) -> dict[str, Any]:
    try:
        entry: Entry = entry_with_id(request.person, id)
    except NotFound:
        return {}
    if not isinstance(entry, Episode):
        return {}
    place = Place(entry.site, entry.side)
    when = clock_of(entry, home=request.person.zone)
    today = today_for(request.person)
    if entry.day != today:
        when = f"{spoken_short(entry.day, today=today)}, {when}"
    text = load().text("page.log.saved", site=place.yours, time=when)
    return {
        "saved": Saved(
            id=id,
            text=text,
            can_swap=place.other_side is not None,
            gave_way=given_way(request.person, id),
        )
    }
