"""Serving the app to its owner: on this computer only, in this process, until stopped.

The port is always the same, because what a browser keeps belongs to the address. Only loopback
addresses are served: there is no login and no TLS.
"""

from __future__ import annotations

import ctypes
import errno
import ipaddress
import os
import platform
import signal
import socket
import sys
import tempfile
import threading
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from myolog.errors import Refused, Unavailable, UserError
from myolog.store import start
from myolog.store.folder import temp_folder
from myolog.store.opening import prepare
from myolog.web import trouble

if TYPE_CHECKING:
    from waitress.server import MultiSocketServer

DEFAULT_PORT: Final = 8417
THREADS: Final = 12
"""More than `limits.WRITERS`: who waits for the journal never holds up help or a page."""

LOOK_AHEAD_AFTER_S: Final = 3
PAUSE_S: Final = 3
"""How long nobody must have asked for anything before what draws is loaded."""

LOOK_SAFE_EVERY_S: Final = 60


def serve(
    data_dir: Path | None = None,
    *,
    port: int = DEFAULT_PORT,
    host: str = "localhost",
    open_browser: bool = True,
    look_ahead: bool = True,
) -> None:
    """Print the one-time address, open it in a browser if wished, and serve until stopped.

    Ctrl+C, SIGTERM and “Stop Myolog” in Settings end it cleanly. Where this folder is served at the
    port already, that one is opened, and nothing is served.

    Parameters
    ----------
    data_dir
        The data folder; None for the usual one.
    port
        0 takes any free port.
    host
        localhost, 127.0.0.1 or ::1.
    look_ahead
        Whether to work out Patterns while the first page is read.

    Raises
    ------
    Refused
        `host` would let other computers in.
    Unavailable
        The port is taken.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "myolog.web.settings.computer")
    _keep_memory_together()
    addresses = _loopback(host)
    folder = _opened(data_dir)
    tempfile.tempdir = str(temp_folder())  # what is too large for memory stays private too
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _stop)
    with ExitStack() as closing, suppress(KeyboardInterrupt):
        try:
            sockets = _bind(addresses, port)
        except Unavailable:
            if not _opens_running(folder, port, open_browser):
                raise
            return
        for bound in sockets:
            closing.callback(bound.close)
        port = sockets[0].getsockname()[1]
        url = f"http://localhost:{port}/open/{_launch_token(folder)}/"
        server = _server(sockets)
        sys.stdout.write(f"Open {url}\n")
        sys.stdout.flush()
        if open_browser and _has_screen():
            _open_browser(url, folder, closing)
        if look_ahead and not trouble.is_damaged():
            looking = threading.Timer(LOOK_AHEAD_AFTER_S, _look_ahead)
            looking.daemon = True
            looking.start()
        threading.Thread(target=_keep_safe, daemon=True).start()
        server.run()
    _back_up()


_ARENA_MAX: Final = -8


def _keep_memory_together() -> None:
    """Let all threads share what one of them gives back, where the C library is glibc.

    It gives each thread a heap of its own otherwise, which keeps what was free there: 60 MB more
    with a journal of 200,000 entries, after four writes. Source: mallopt(3).
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def _opened(data_dir: Path | None) -> Path:
    """Open the journal; one that is damaged is brought back on a page, which says what is wrong."""
    from myolog.store.keeping import before_a_save

    try:
        folder = start(data_dir)
        before_a_save()
        return folder
    except Unavailable as broken:
        if broken.code != "database_unusable":
            raise
        folder = prepare(data_dir)
        from myolog.store.services.backups import journal_file

        if journal_file() is None:
            raise
        trouble.begin()
        sys.stderr.write(f"{broken.message}\n")
        return folder


def _loopback(host: str) -> tuple[str, ...]:
    if host == "localhost":
        return ("127.0.0.1", "::1")
    try:
        if ipaddress.ip_address(host).is_loopback:
            return (host,)
    except ValueError:
        pass
    raise Refused(
        f"Myolog is not served at {host[:60]}, because other computers could read your journal. "
        "Use localhost.",
        code="not_loopback",
    )


def _bind(addresses: tuple[str, ...], port: int) -> list[socket.socket]:
    """Bind every address; IPv6 may be missing, but nobody else may hold the port there."""
    bound: list[socket.socket] = []
    try:
        for address in addresses:
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            try:
                listening = socket.socket(family, socket.SOCK_STREAM)
            except OSError:
                continue
            bound.append(listening)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            chosen = bound[0].getsockname()[1] if len(bound) > 1 else port
            try:
                listening.bind((address, chosen))
                listening.listen(128)
            except OSError as refused:
                if len(bound) > 1 and refused.errno in _NO_IPV6:
                    bound.pop().close()
                    continue
                raise Unavailable(
                    f"Port {port} cannot be used ({refused.strerror}). Close the Myolog that is "
                    "running, or choose another port with --port.",
                    code="port_taken",
                ) from refused
    except BaseException:
        for listening in bound:
            listening.close()
        raise
    return bound


_NO_IPV6: Final = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}
"""What `bind` says on a computer without IPv6."""


def _opens_running(folder: Path, port: int, open_browser: bool) -> bool:
    """Open the Myolog of this folder that runs at the port; False where there is none."""
    from myolog.web.running import link_to_running, open_running

    url = None if trouble.is_damaged() else link_to_running(port)
    if url is None:
        return False
    sys.stdout.write(f"Open {url}\n")
    sys.stdout.flush()
    if open_browser and _has_screen():
        open_running(url, folder)
    return True


def _launch_token(folder: Path) -> str:
    from django.db import DatabaseError, connection

    from myolog.store.failures import in_words
    from myolog.store.selectors import the_person
    from myolog.store.services.access import end_passes, new_launch_token
    from myolog.web.launch import take_away

    take_away(folder)  # what a crash left behind leads nowhere any more
    if trouble.is_damaged():
        return trouble.begin()
    try:
        end_passes()  # somebody else may have answered here meanwhile
        return new_launch_token(person=the_person(), now=datetime.now(UTC))
    except DatabaseError as broken:
        known = in_words(broken)
        if known is None or known.code != "damaged" or connection.vendor != "sqlite":
            raise
        return trouble.begin()


def _has_screen() -> bool:
    always = platform.system() in {"Darwin", "Windows"}
    return always or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_browser(url: str, folder: Path, closing: ExitStack) -> None:
    """Open the link soon, in a file that goes when it is used, late or when Myolog ends."""
    from myolog.content.catalogue import load
    from myolog.web.launch import LIVES_FOR_S, hand_over, take_away

    sys.stdout.write(load().text("page.launch.by_hand") + "\n")
    sys.stdout.flush()
    closing.callback(take_away, folder)
    for after_s, do, given in (
        (0.3, hand_over, [url, folder]),
        (LIVES_FOR_S, take_away, [folder]),
    ):
        timer = threading.Timer(after_s, do, given)
        timer.daemon = True
        closing.callback(timer.cancel)
        timer.start()


def _server(sockets: list[socket.socket]) -> MultiSocketServer:
    from myolog.web.connections import make_server
    from myolog.web.wsgi import application

    return make_server(
        application,
        sockets,
        threads=THREADS,
        ident=None,
        clear_untrusted_proxy_headers=True,
    )


def _look_ahead() -> None:
    """Work out and draw Patterns while the first page is read, so that it opens at once.

    While what draws is loaded, which takes less than a second, nothing else answers; so this waits
    until nobody asks for anything. A journal that cannot be read is told where it is asked.
    """
    from django.db import DatabaseError, connections

    from myolog.store.selectors import the_person
    from myolog.web.connections import wait_for_a_pause
    from myolog.web.patterns_page import draw_ahead

    wait_for_a_pause(PAUSE_S)
    try:
        with suppress(UserError, DatabaseError):
            draw_ahead(the_person())
    finally:
        connections.close_all()


def _back_up() -> None:
    from myolog.store.keeping import daily_backup

    if not trouble.is_damaged():
        daily_backup(at_the_end=True)


def _keep_safe() -> None:
    """Make the backup of each day while Myolog runs, beside what the pages do."""
    from time import sleep

    from myolog.store.keeping import backup_beside

    while True:
        sleep(LOOK_SAFE_EVERY_S)
        if not trouble.is_damaged():
            backup_beside()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
