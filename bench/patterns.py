"""How long the first look at Patterns takes in a long journal, when somebody read Today before."""

import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from bench.saving import long_journal, read, served


def first_look(data: Path) -> float:
    """Open Patterns ten seconds after the start, as nobody has in this process."""
    with served(long_journal(data)) as (address, port):
        connection = HTTPConnection("localhost", port)
        connection.request("GET", urlsplit(address).path)
        answer, _ = read(connection)
        cookie = answer.getheader("Set-Cookie", "").partition(";")[0]
        began = time.perf_counter()
        connection.request("GET", "/patterns/", headers={"Cookie": cookie})
        answer, page = read(connection)
        if answer.status != 200 or "<svg" not in page:
            raise SystemExit(f"/patterns/ answered {answer.status} without a picture")
        return time.perf_counter() - began
