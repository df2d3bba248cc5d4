"""The door: the one-time link, and what a browser's script asks before anything is sent.

Answers are JSON, because a script reads them. No cookie is needed to ask, and none is worth
anything here but for the key, which is handed over once.
"""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse, RawPostDataException
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from myolog.store import data_folder
from myolog.store.services.access import let_in, open_browser_with
from myolog.web import trouble
from myolog.web.door import COOKIE, challenge_for, is_answer, keep_open, key_of, proof_for
from myolog.web.launch import take_away
from myolog.web.middleware.identity import AnyRequest
from myolog.web.pages import is_read
from myolog.web.refusals import refusal, refused

LONGEST = 2_000


@require_safe
def open_journal(request: AnyRequest, token: str) -> HttpResponse:
    """Exchange the one-time link for the owner's cookie, then go to the first page.

    A browser that fetches ahead of the person does not use the link up; a link that is used up
    still leads to the first page in a browser that is open already.
    """
    if not is_read(request):
        return HttpResponse(status=204)
    if trouble.is_damaged():
        secret, is_in = trouble.let_in(token), trouble.holds(request.COOKIES.get(COOKIE, ""))
    else:
        secret = open_browser_with(token, now=datetime.now(UTC))
        is_in = request.person is not None
    if secret is None and not is_in:
        return refused(request, 403, refusal("not_open"), closed=True)
    response = _way_in(request)
    if secret is not None:
        take_away(data_folder())
        keep_open(response, request, secret)
        get_token(request)
    return response


def _way_in(request: HttpRequest) -> HttpResponse:
    """Lead to the first page, from a page of ours where another one led here.

    A browser sends a strict cookie only where the way began at this address; the page in the data
    folder, like a link in a message, begins elsewhere.
    """
    if request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}:
        return redirect("today")
    return render(request, "opening.html")


@csrf_exempt
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Prove that this is Myolog, to whichever browser asks; ask the browser the same."""
    told = _told(request, "browser", "nonce")
    if told is None:
        return JsonResponse({}, status=400)
    proof = proof_for(told["browser"], host=request.get_host(), nonce=told["nonce"])
    return JsonResponse(
        {"proof": proof, "challenge": challenge_for(told["browser"], now=datetime.now(UTC))}
    )


@csrf_exempt
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Let a browser in that answers as only it can, unless it was shut out."""
    told = _told(request, "browser", "challenge", "answer")
    if told is None:
        return JsonResponse({}, status=400)
    now = datetime.now(UTC)
    if not is_answer(
        told["answer"],
        browser=told["browser"],
        host=request.get_host(),
        challenge=told["challenge"],
        now=now,
    ):
        return JsonResponse({}, status=400)
    cookie = request.COOKIES.get(COOKIE, "")
    given = let_in(told["browser"], cookie=cookie, now=now)
    if given is None:
        return JsonResponse({"open": False}, status=403)
    response = JsonResponse({"open": True})
    if given.secret:
        keep_open(response, request, given.secret)
    return response


@require_POST
def hand_over(request: AnyRequest) -> HttpResponse:
    """Hand a browser its key, until it has shown for the first time that it holds it."""
    browser = request.browser
    if browser is None:
        return JsonResponse({}, status=403)
    if browser.has_proved:
        return JsonResponse({})
    return JsonResponse({"browser": browser.id, "key": key_of(browser.id).hex()})


def _told(request: HttpRequest, *names: str) -> dict[str, str] | None:
    """Read what the script tells; None for anything that it would not send."""
    try:
        if len(request.body) > LONGEST:
            return None
        told: Any = json.loads(request.body)
        texts = {name: told[name] for name in names}
        texts["browser"] = str(UUID(texts["browser"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, RawPostDataException):
        return None
    return texts if all(isinstance(text, str) for text in texts.values()) else None
