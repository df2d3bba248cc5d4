"""Answering the script that sends what a browser kept; see `myolog.web.outbox`.

Answers are JSON, because a script reads them: `to` is the page that a browser without script would
have gone to.
"""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from myolog.content.catalogue import load
from myolog.content.dates import spoken
from myolog.content.own import own_name
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.store.services.keys import is_written
from myolog.store.services.versions import open_versions
from myolog.web.forms.writing import WritingForm
from myolog.web.middleware import Handler
from myolog.web.middleware.identity import AnyRequest
from myolog.web.outbox import Sending, sending_of
from myolog.web.refusals import refused


class Outbox:
    """Middleware: answer the outbox's script in its own way."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Turn the way to the next page into JSON."""
        response = self.get_response(request)
        sending = getattr(request, "sending", None)
        if sending is None or response.status_code != 302:
            return response
        return _stored(request, response.headers["Location"], sending)

    def process_view(self, request: AnyRequest, *_: object) -> HttpResponse | None:
        """Read the headers; what is stored already and would be timed anew is not read again."""
        if request.method != "POST" or request.person is None:
            return None
        try:
            sending = sending_of(request, now=datetime.now(UTC))
        except UserError as wrong:
            return refused(request, 400, problem_in_words(wrong))
        request.sending = sending  # type: ignore[attr-defined]
        key = WritingForm(request.POST).write_key
        if sending and sending.is_put_right and key and is_written(request.person, key):
            return _stored(request, reverse("today"), sending)
        return None


def _stored(request: HttpRequest, to: str, sending: Sending) -> JsonResponse:
    words, said = load(), []
    if sending.is_put_right:
        when = f"{spoken(sending.said_at.date())}, {sending.said_at:%H:%M}"
        said.append(words.text("page.device.clock", when=when))
    said += [
        words.text("unusual.as_given", sentence=one.sentence)
        for one in getattr(request, "unusual", ())
        if not sending.is_live
    ]
    if getattr(request, "asks_for_check", False) and not sending.is_live:
        said.append(words.text("page.today.task_failed"))
    said += [
        words.text("page.own.asked_no_more", name=own_name(code))
        for code in getattr(request, "asked_no_more", ())
        if not sending.is_live
    ]
    if open_versions(request.person):  # type: ignore[attr-defined]
        said.append(words.text("page.versions.asked"))
    return JsonResponse({"to": to} | ({"sentence": " ".join(said)} if said else {}))
