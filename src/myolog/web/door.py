"""How Myolog and a browser know each other: each proves that it holds the browser's key.

A cookie goes to whatever program answers at this computer's name, so it proves nothing to the
browser, and whoever got it has it. The key is handed over once, right after the one-time link, is
kept where no script can read it out (a WebCrypto key), and never travels again. The browser sends a
nonce, gets a proof over it and the address, and only then answers the challenge of the server. The
address is in both, so that a program on another port cannot pass the questions on. Sources: RFC
6265, 8.5 (cookies know no port); RFC 2104 (HMAC).
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Final

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from myolog.store.selectors import the_person
from myolog.store.services.access import BROWSER_LIFE, new_launch_token, open_browser_with

COOKIE: Final = "myolog_owner"
SALT: Final = "myolog.door"
ANSWER_WITHIN: Final = timedelta(minutes=1)


def key_of(browser: str) -> bytes:
    """Return the key of a browser: it follows from its name and the secret of the data folder."""
    return salted_hmac(SALT, browser, algorithm="sha256").digest()


def proof_for(browser: str, *, host: str, nonce: str) -> str:
    """Return what only the server of this data folder can say to this browser at this address."""
    return _mac(browser, "server", host, nonce)


def challenge_for(browser: str, *, now: datetime) -> str:
    """Return what the browser has to answer, within a minute."""
    return signing.Signer(salt=SALT).sign_object({"browser": browser, "at": now.timestamp()})


def is_answer(answer: str, *, browser: str, host: str, challenge: str, now: datetime) -> bool:
    """Say whether this is the browser's answer to a challenge that was put to it just now.

    One that was put while the clock was ahead is not of now either.
    """
    try:
        asked = signing.Signer(salt=SALT).unsign_object(challenge)
    except signing.BadSignature:
        return False
    if abs(now.timestamp() - asked["at"]) > ANSWER_WITHIN.total_seconds():
        return False
    right = _mac(browser, "browser", host, challenge)
    return bool(asked["browser"] == browser) and constant_time_compare(answer, right)


def _mac(browser: str, *said: str) -> str:
    return hmac.new(key_of(browser), "\n".join(said).encode(), hashlib.sha256).hexdigest()


def keep_open(response: HttpResponse, request: HttpRequest, secret: str) -> None:
    """Give the browser the cookie that opens the journal."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=BROWSER_LIFE,
        path="/",
        httponly=True,
        samesite="Strict",
        secure=request.is_secure(),
    )


def let_back_in(response: HttpResponse, request: HttpRequest) -> None:
    """Let the browser in anew, because the doors of a damaged journal went with it."""
    now = datetime.now(UTC)
    secret = open_browser_with(new_launch_token(person=the_person(), now=now), now=now)
    if secret is not None:
        keep_open(response, request, secret)


def empty(response: HttpResponse) -> None:
    """Have the browser delete all that it keeps of this address."""
    response.headers["Clear-Site-Data"] = '"storage"'
