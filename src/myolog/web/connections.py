"""Which connections stay open when there are many: whoever waits longest without asking goes first.

The server beneath (waitress) stops listening at its limit until a connection has been silent for
two minutes, so 110 silent ones keep the owner out (Pylons/waitress#301). Here the one that has gone
longest without a whole request makes room for each new one; whoever sends a request bit by bit is
no busier than whoever sends none. A request that is being answered is never cut off.

What is sent is kept in memory up to half a megabyte and in a file of the data folder beyond, so
what counts is the disk. A page sends a hundredth of `LARGEST_FORM`; only a backup that is brought
back is larger, some 850 bytes an entry. Whoever shows no cookie cannot send that much.
"""

import copy
import json
import socket
import time
from collections.abc import Callable
from math import inf
from typing import Any, ClassVar, Final

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import MultiSocketServer, TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher, WSGITask
from waitress.utilities import RequestEntityTooLarge

from myolog.content.catalogue import load
from myolog.content.languages import best_of, speaking
from myolog.web.accounts import OTHER_ACCOUNT, is_other_account
from myolog.web.addresses import API, TAKES_FILES

ROOM: Final = 64
"""Connections that stay open at once; a browser uses six."""

LIMIT: Final = 128
"""Where nothing more is accepted, because that many requests are being answered."""

SILENT_FOR_S: Final = 30
"""Seconds without a byte after which a connection is closed in any case."""

LARGEST_FORM: Final = 1024 * 1024
"""Bytes."""

LARGEST_FILE: Final = 512 * 1024 * 1024
"""Bytes; the backup of 600,000 entries. A larger one is restored from a terminal."""


class Reading(HTTPRequestParser):  # type: ignore[misc]
    """One request as it comes in; what is too large for its address is refused before its body."""

    adj: Adjustments

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head, and decide from it how much may follow."""
        super().parse_header(header_plus)
        takes_a_file = self.path == TAKES_FILES and "COOKIE" in self.headers
        own: Any = copy.copy(self.adj)
        own.max_request_body_size = LARGEST_FILE if takes_a_file else LARGEST_FORM
        self.adj = own


class Refusal(ErrorTask):  # type: ignore[misc]
    """What cannot be read as a request, or is too large, and the answer to it."""

    def execute(self) -> None:
        """Say in one sentence that it is too large."""
        if isinstance(self.request.error, RequestEntityTooLarge):
            self.request.error = _TooLarge(self.request)
        super().execute()


class _TooLarge:
    def __init__(self, request: Reading) -> None:
        with speaking(best_of(request.headers.get("ACCEPT_LANGUAGE", ""))):
            self.sentence = load().text("page.refused.too_large")
        self.for_program = request.path.startswith(API)

    def to_response(self, _ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:
        """Return status, headers and body, in the form in which the server beneath wants them."""
        kind, body = "text/plain; charset=utf-8", self.sentence
        if self.for_program:
            kind = "application/json"
            body = json.dumps({"code": "too_large", "message": self.sentence})
        return "413 Content Too Large", [("Content-Type", kind)], body.encode()


class Question(WSGITask):  # type: ignore[misc]
    """One request, which knows whether another account of this computer asks."""

    def get_environment(self) -> dict[str, Any]:
        """Return what the application is told."""
        told: dict[str, Any] = super().get_environment()
        told[OTHER_ACCOUNT] = self.channel.is_other_account
        return told


class Connection(HTTPChannel):  # type: ignore[misc]
    """One connection, which knows whose it is and since when it has asked for nothing.

    Attributes
    ----------
    waiting_since : when it was opened, or when its last whole request was answered
    busy_at : when a request of any of them was last begun or answered
    """

    busy_at: ClassVar[float] = -inf

    task_class = Question
    error_task_class = Refusal
    parser_class = Reading

    def __init__(self, server: Any, sock: socket.socket, *given: Any, **more: Any) -> None:
        self.waiting_since = time.monotonic()
        self.is_other_account = is_other_account(sock)
        super().__init__(server, sock, *given, **more)

    def service(self) -> None:
        """Answer one request."""
        Connection.busy_at = time.monotonic()
        super().service()
        self.waiting_since = Connection.busy_at = time.monotonic()

    @property
    def is_idle(self) -> bool:
        """Whether no request is being answered, and no answer is on its way."""
        return not self.requests and not self.total_outbufs_len


def wait_for_a_pause(pause_s: float) -> None:
    """Wait until nobody has asked for anything for so many seconds."""
    while (left_s := Connection.busy_at + pause_s - time.monotonic()) > 0:
        time.sleep(left_s)


class Listener(TcpWSGIServer):  # type: ignore[misc]
    """One address at which connections arrive."""

    channel_class = Connection

    def handle_accept(self) -> None:
        """Take a new connection, and let the idlest go where there are many."""
        super().handle_accept()
        open_now = [one for one in self._map.values() if isinstance(one, Connection)]
        idle = [one for one in open_now if one.is_idle and not one.will_close]
        going = sum(one.will_close for one in open_now)
        surplus = len(open_now) - going - ROOM
        for one in sorted(idle, key=lambda one: one.waiting_since)[: max(0, surplus)]:
            one.will_close = True


def make_server(
    application: Callable[..., Any], sockets: list[socket.socket], **wishes: Any
) -> MultiSocketServer:
    """Return a server for sockets that are bound; `wishes` are adjustments of waitress."""
    wanted = Adjustments(
        sockets=sockets,
        connection_limit=LIMIT,
        channel_timeout=SILENT_FOR_S,
        cleanup_interval=SILENT_FOR_S // 3,
        asyncore_use_poll=True,
        **wishes,
    )
    workers = ThreadedTaskDispatcher()
    workers.set_thread_count(wanted.threads)
    everything: dict[int, Any] = {}
    for one in wanted.sockets:
        Listener(
            application,
            everything,
            _sock=one,
            dispatcher=workers,
            adj=wanted,
            bind_socket=False,
            sockinfo=(one.family, one.type, one.proto, one.getsockname()),
        )
    return MultiSocketServer(everything, wanted, [], workers)
