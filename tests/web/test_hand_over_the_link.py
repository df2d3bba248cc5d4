"""The one-time link reaches the browser, and nobody who lists the computer's processes."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.test import Client

from myolog.store.selectors import Person
from myolog.web import launch
from myolog.web.door import COOKIE
from tests import forking
from tests.web.test_guard_open import launch as fresh_link

BROWSER = """#!{python}
import json, os, re, stat, sys, time, urllib.request
from pathlib import Path
from urllib.parse import unquote, urlsplit

class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None

def lines():
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield one.read_bytes().decode(errors="replace")
        except OSError:
            pass

page = Path(unquote(urlsplit(sys.argv[1]).path))
link = re.search(r"url=(http[^\\"]+)", page.read_text())[1]
token = link.split("/open/")[1].strip("/")
told = any(token in line for _ in range(20) for line in lines())
mode = stat.S_IMODE(page.stat().st_mode)
answer = None
try:
    urllib.request.build_opener(Stay).open(link, timeout=20)
except urllib.error.HTTPError as moved:
    answer = (moved.code, moved.headers["Location"], moved.headers["Set-Cookie"] or "")
Path({told!r}).write_text(json.dumps(dict(
    arguments=sys.argv[1:], told=told, mode=mode, answer=answer, left=page.exists(), link=link)))
"""

SERVE_AND_OPEN = """
import sys
from pathlib import Path
from myolog.web.server import serve
serve(Path(sys.argv[1]), port=0, look_ahead=False)
"""


def wait_for(file: Path) -> str:
    for _ in range(300):
        if file.exists() and file.read_text():
            return file.read_text()
        time.sleep(0.1)
    pytest.fail("the browser was not opened")


def test_no_command_line_holds_the_link_and_its_file_is_private_and_goes(tmp_path: Path) -> None:
    told, script, data = tmp_path / "told", tmp_path / "browser", tmp_path / "data"
    script.write_text(BROWSER.format(python=sys.executable, told=str(told)))
    script.chmod(0o700)
    kept = {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"}
    with forking.Popen(
        [sys.executable, "-c", SERVE_AND_OPEN, str(data)],
        stdout=subprocess.PIPE,
        text=True,
        env=kept | {"DISPLAY": ":1", "BROWSER": str(script)},
    ) as process:
        assert process.stdout is not None
        first, second = process.stdout.readline(), process.stdout.readline()
        seen = json.loads(wait_for(told))
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert first == f"Open {seen['link']}\n"
    assert "copy the address above into it" in second
    assert seen["arguments"] == [f"file://{data}/open-myolog.html"]
    assert seen["told"] is False
    assert seen["mode"] == 0o600
    assert seen["answer"][:2] == [302, "/"]
    assert seen["answer"][2].startswith(COOKIE)
    assert seen["left"] is False
    assert not list(data.glob("open*"))


def test_a_page_left_by_a_crash_is_replaced_and_never_followed_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(launch.webbrowser, "open", opened.append)
    mine, other = tmp_path / launch.FILE, tmp_path / "other"
    other.write_text("not ours")
    mine.symlink_to(other)
    launch.hand_over("http://localhost:1/open/abc/", tmp_path)
    assert other.read_text() == "not ours"
    assert not mine.is_symlink()
    assert stat.S_IMODE(mine.stat().st_mode) == 0o600
    assert 'content="0; url=http://localhost:1/open/abc/"' in mine.read_text()
    assert opened == [mine.as_uri()]
    launch.take_away(tmp_path)
    launch.take_away(tmp_path)
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.store
def test_a_link_in_another_page_leads_on_from_a_page_of_our_own(
    stranger: Client, person: Person
) -> None:
    elsewhere = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    answer = stranger.get(fresh_link(person), headers=elsewhere)
    assert answer.status_code == 200
    assert 'content="0; url=/"' in answer.content.decode()
    assert stranger.cookies[COOKIE]["samesite"] == "Strict"
    assert stranger.get("/nothing-here/").status_code == 404
