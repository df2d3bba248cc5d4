"""The Myolog of this data folder that runs already, and the end of the one that runs here.

Whether what answers at the port is that one, it has to prove as it does to a browser (`web.door`):
another user's Myolog, or another program, is never handed a link.
"""

from __future__ import annotations

import _thread
import json
import secrets
import signal
import threading
import time
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final
from uuid import uuid4

ANSWERS_WITHIN_S: Final = 5
STOPS_AFTER_S: Final = 1.0
"""So that the page which says so, and what it is drawn with, has arrived."""


def link_to_running(port: int) -> str | None:
    """Return a new one-time link to the Myolog that runs at the port, or None if it is not ours."""
    from django.urls import reverse

    from myolog.store.selectors import the_person
    from myolog.store.services.access import new_launch_token
    from myolog.web.door import proof_for

    browser, nonce, host = str(uuid4()), secrets.token_urlsafe(16), f"localhost:{port}"
    connection = HTTPConnection("127.0.0.1", port, timeout=ANSWERS_WITHIN_S)
    try:
        asked = json.dumps({"browser": browser, "nonce": nonce})
        connection.request("POST", reverse("door"), body=asked, headers={"Host": host})
        told = json.loads(connection.getresponse().read(2_000))
        proof = told["proof"]
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return None
    finally:
        connection.close()
    if not secrets.compare_digest(str(proof), proof_for(browser, host=host, nonce=nonce)):
        return None
    token = new_launch_token(person=the_person(), now=datetime.now(UTC))
    return f"http://localhost:{port}/open/{token}/"


def open_running(url: str, folder: Path) -> None:
    """Open the link in the person's browser, and stay until it was used or is of no use."""
    from myolog.web.launch import FILE, LIVES_FOR_S, hand_over, take_away

    hand_over(url, folder)
    late = time.monotonic() + LIVES_FOR_S
    while (folder / FILE).exists() and time.monotonic() < late:
        time.sleep(0.2)
    take_away(folder)


def stop_soon() -> None:
    """End this process as SIGTERM does, once the page that says so has been sent."""
    ending = threading.Timer(STOPS_AFTER_S, _thread.interrupt_main, [signal.SIGTERM])
    ending.daemon = True
    ending.start()
