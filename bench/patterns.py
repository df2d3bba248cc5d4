"""How long the first look at Patterns takes in a long journal, when somebody read Today before."""

import time
from pathlib import Path

from bench.saving import entered, long_journal, read, served


def first_look(data: Path) -> float:
    """Open Patterns ten seconds after the start, as nobody has in this process."""
    with served(long_journal(data)) as (address, port):
        connection, cookie = entered(address, port)
        began = time.perf_counter()
        connection.request("GET", "/patterns/", headers={"Cookie": cookie})
        answer, page = read(connection)
        if answer.status != 200 or "<svg" not in page:
            raise SystemExit(f"/patterns/ answered {answer.status} without a picture")
        return time.perf_counter() - began
