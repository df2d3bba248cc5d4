"""The door: what a browser's script asks before anything is sent, and to be let in again.

Answers are JSON, because a script reads them. No cookie is needed to ask, and none is worth
anything here but for the key, which is handed over once.
"""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from myolog.store.services.access import let_in
from myolog.web.door import challenge_for, is_answer, key_of, proof_for
from myolog.web.guard import COOKIE, keep_open

LONGEST = 2_000


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
def hand_over(request: HttpRequest) -> HttpResponse:
    """Hand a browser its key, until it has shown for the first time that it holds it."""
    browser = getattr(request, "browser", None)
    if browser is None:
        return JsonResponse({}, status=403)
    if browser.has_proved:
        return JsonResponse({})
    return JsonResponse({"browser": browser.id, "key": key_of(browser.id).hex()})


def _told(request: HttpRequest, *names: str) -> dict[str, str] | None:
    """Read what the script tells; None for anything that it would not send."""
    if len(request.body) > LONGEST:
        return None
    try:
        told: Any = json.loads(request.body)
        texts = {name: told[name] for name in names}
        texts["browser"] = str(UUID(texts["browser"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return texts if all(isinstance(text, str) for text in texts.values()) else None
