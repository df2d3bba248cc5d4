"""Which connections stay open when there are many: whoever waits longest without asking goes first.

The server beneath (waitress) stops listening at its limit until a connection has been silent for
two minutes, so 110 silent ones keep the owner out (Pylons/waitress#301). Here the one that has gone
longest without a whole request makes room for each new one; whoever sends a request bit by bit is
no busier than whoever sends none. A request that is being answered is never cut off.
"""

import socket
import time
from collections.abc import Callable
from typing import Any, Final

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import MultiSocketServer, TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher, WSGITask

from myolog.web.accounts import OTHER_ACCOUNT, is_other_account

ROOM: Final = 64
"""Connections that stay open at once; a browser uses six."""

LIMIT: Final = 128
"""Where nothing more is accepted, because that many requests are being answered."""

SILENT_FOR_S: Final = 30
"""Seconds without a byte after which a connection is closed in any case."""


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
    """

    task_class = Question

    def __init__(self, server: Any, sock: socket.socket, *given: Any, **more: Any) -> None:
        self.waiting_since = time.monotonic()
        self.is_other_account = is_other_account(sock)
        super().__init__(server, sock, *given, **more)

    def service(self) -> None:
        """Answer one request."""
        super().service()
        self.waiting_since = time.monotonic()

    @property
    def is_idle(self) -> bool:
        """Whether no request is being answered, and no answer is on its way."""
        return not self.requests and not self.total_outbufs_len


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
