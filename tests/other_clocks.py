"""Live at other instants in other zones, in one process whose clock is faked; print what came.

Reads cases as JSON lines on standard input: zone of the computer, the moment (seconds since 1970),
the shell, and what is said. Each case begins with an empty journal made at that moment.
"""

import io
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from myolog.store import start
from myolog.store.computer import put_clock_back

CLOCK = Path(os.environ["FAKETIME_TIMESTAMP_FILE"])


def set_clock(zone: str, now: float) -> None:
    """Let this process stand in a zone at a moment."""
    CLOCK.write_text(f"{now:.0f}\n")
    put_clock_back(zone)


def terminal(*arguments: str) -> str:
    """Run one command in this process and return what it printed."""
    from myolog.cli.main import main

    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as ended:
            return out.getvalue() if not ended.code else err.getvalue()
    return out.getvalue()


def page(person: Any, **fields: str) -> int:
    """Send the form of one twitch as a browser of the owner, and return the status."""
    from django.test import Client

    from myolog.store.services import access

    browser = Client(headers={"host": "localhost"})
    browser.get(f"/open/{access.new_launch_token(person=person, now=datetime.now(UTC))}/")
    shown = browser.get("/log/").content.decode()
    assert f'value="{person.zone}"' in shown
    return browser.post(
        "/log/", {"place": "calf/left", "save": "1", "zone": person.zone, **fields}
    ).status_code


def live(case: dict[str, Any]) -> dict[str, Any]:
    """Begin anew at the moment of a case, note one twitch, and return what is in the journal."""
    from myolog.store.models import EntryRow, Person
    from myolog.store.selectors import journal_of, the_person, today_in

    set_clock(case["zone"], case["now"])
    EntryRow.objects.all().delete()
    Person.objects.all().delete()
    person, said = the_person(), case["said"]
    if case["shell"] == "terminal":
        terminal("log", "calf", "left", *(["--at", said] if said else []))
    elif case["shell"] == "line":
        terminal("log", "--say", f"left calf {said}", "--yes")
    else:
        page(person, clock=said)
    found = journal_of(person).episodes
    return {
        "home": person.zone,
        "today": str(today_in(person, datetime.now(UTC))),
        "at": [f"{one.started_at:%Y-%m-%d %H:%M}" for one in found],
        "day": [str(one.day) for one in found],
    }


def main() -> None:
    """Live each case."""
    cases = [json.loads(line) for line in sys.stdin]
    set_clock(cases[0]["zone"], cases[0]["now"])
    start(Path(sys.argv[1]))
    for case in cases:
        sys.stdout.write(json.dumps(live(case)) + "\n")


if __name__ == "__main__":
    main()
