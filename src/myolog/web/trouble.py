"""A journal that cannot be opened: who may bring it back is kept in memory.

What opens a journal stands in it. While it is damaged, the link that `serve` prints and the browser
that it let in are known to this process alone; they end with it, or when the journal is back.
"""

import secrets
from dataclasses import dataclass
from hmac import compare_digest
from threading import Lock

__all__ = ["begin", "end", "holds", "is_damaged", "let_in"]


@dataclass(slots=True)
class _Trouble:
    link: str
    browser: str = ""


_present: list[_Trouble] = []
_one_at_a_time = Lock()


def begin() -> str:
    """Hold the journal for damaged from now on; return the token of the link that leads to it."""
    token = secrets.token_urlsafe(32)
    _present[:] = [_Trouble(token)]
    return token


def end() -> None:
    """Forget that the journal was damaged, once it has been brought back."""
    _present.clear()


def is_damaged() -> bool:
    """Say whether the journal could not be opened."""
    return bool(_present)


def let_in(token: str) -> str | None:
    """Exchange the link, once, for the secret of a browser."""
    with _one_at_a_time:
        for trouble in _present:
            if trouble.link and _is(token, trouble.link):
                trouble.link, trouble.browser = "", secrets.token_urlsafe(32)
                return trouble.browser
    return None


def holds(secret: str) -> bool:
    """Say whether this is the browser that the link has let in."""
    return any(trouble.browser and _is(secret, trouble.browser) for trouble in _present)


def _is(given: str, known: str) -> bool:
    return compare_digest(given.encode(), known.encode())
