"""Which account of this computer holds the other end of a connection, where the system tells.

Loopback keeps other computers out, not other users of this one. Linux lists every connection with
the account that holds it, so another account is a stranger there, whatever it brings along. macOS
and Windows do not tell; there the other walls stand alone. Source: proc(5), /proc/net/tcp.
"""

import os
import socket
import sys
from pathlib import Path
from typing import Any, Final

TABLES: Final = {
    socket.AF_INET: Path("/proc/net/tcp"),
    socket.AF_INET6: Path("/proc/net/tcp6"),
}
ROOT: Final = 0
OTHER_ACCOUNT: Final = "myolog.other_account"
"""Under this name a request tells it."""


def is_other_account(connection: socket.socket) -> bool:
    """Say whether another account than ours, and not the administrator's, asks.

    False where nobody can tell, and where Myolog itself runs as the administrator. Whoever has let
    go of the other end already is not taken for us.
    """
    table = TABLES.get(connection.family)
    if sys.platform == "win32" or table is None or os.getuid() == ROOT:
        return False
    try:
        theirs, ours = _written(connection.getpeername()), _written(connection.getsockname())
        rows = [row.split() for row in table.read_text("ascii").splitlines()[1:]]
    except OSError:
        return False
    for row in rows:
        if (row[1], row[2]) == (theirs, ours):
            has_let_go = row[9] == "0"
            return has_let_go or row[7] not in {str(ROOT), str(os.getuid())}
    return any((row[1], row[2]) == (ours, theirs) for row in rows)


def _written(address: tuple[Any, ...]) -> str:
    """Write an address as the tables do: words of four bytes in the order of this computer."""
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    packed = socket.inet_pton(family, address[0])
    words = [packed[at : at + 4] for at in range(0, len(packed), 4)]
    ordered = words if sys.byteorder == "big" else [word[::-1] for word in words]
    return f"{b''.join(ordered).hex().upper()}:{address[1]:04X}"
