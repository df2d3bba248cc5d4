"""Settings, Backups: look into one, bring it back, keep them elsewhere; a server follows."""

import itertools
import json
import random
import re
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from myolog.store.folder import data_folder
from myolog.store.selectors import Person
from tests.damage import DAMAGES, filled, run, told
from tests.web.conftest import Served
from tests.web.markup import in_one_line

BOUNDARY = "a-line-that-is-in-no-file"


def status_of(request: Request) -> int:
    try:
        with build_opener().open(request, timeout=60) as answer:
            return int(answer.status)
    except HTTPError as refused:
        with refused:
            return refused.code


def test_the_page_says_where_backups_are_and_that_there_is_none_yet(
    client: Client, person: Person
) -> None:
    text = client.get("/settings/backups/").content.decode()
    assert "There is no backup yet." in text
    assert str(data_folder() / "backups") in text
    settings = in_one_line(client.get("/settings/").content.decode())
    assert "Backups<small>None yet" in settings


@pytest.mark.parametrize("content", [b"", b"not a backup", b"SQLite format 3\x00" + bytes(4000)])
def test_a_file_that_is_no_backup_is_one_sentence(
    client: Client, person: Person, content: bytes
) -> None:
    file = SimpleUploadedFile("mine.sqlite3", content)
    answer = client.post("/settings/backups/look/", {"file": file})
    assert answer.status_code == 400
    text = answer.content.decode()
    assert "The file you chose" in text
    assert 'aria-invalid="true"' in text


def test_only_a_backup_of_the_list_can_be_named(client: Client, person: Person) -> None:
    for name in ("../secret-key", "journal.sqlite3", "/etc/passwd", ""):
        answer = client.post("/settings/backups/restore/", {"name": name, "sure": "yes"})
        assert answer.status_code == 400
        assert "no such backup" in answer.content.decode()


def test_a_place_that_is_no_folder_is_refused_in_the_persons_language(
    client: Client, person: Person
) -> None:
    client.post("/settings/", {"language": "de"})
    answer = client.post("/settings/backups/place/", {"place": "/nowhere/at/all"})
    assert answer.status_code == 400
    assert "lassen sich keine Sicherungen ablegen" in answer.content.decode()


def wait_for(reached: Callable[[], bool]) -> None:
    for _ in range(3000):
        if reached():
            return
        time.sleep(0.02)
    raise AssertionError("nothing more was acknowledged")


def browser_of(served: Served) -> OpenerDirector:
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    browser.open(served.launch_url, timeout=60).close()
    return browser


def sent(browser: OpenerDirector, served: Served, path: str, fields: dict[str, bytes]) -> str:
    """Send a form of the page, as a browser without script does; return the page after it."""
    with browser.open(f"{served.base}/settings/backups/", timeout=60) as shown:
        page = shown.read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    body = b""
    for name, value in {"csrfmiddlewaretoken": token[1].encode(), **fields}.items():
        end = '; filename="backup"' if name == "file" else ""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{end}\r\n\r\n'
        body += head.encode() + value + b"\r\n"
    body += f"--{BOUNDARY}--\r\n".encode()
    headers = {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Origin": served.base,
    }
    with browser.open(Request(served.base + path, body, headers), timeout=120) as answer:
        return str(answer.read().decode())


def test_a_backup_is_looked_at_and_brought_back_while_the_journal_is_damaged(
    serve, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "data")
    good = tmp_path / "good"
    assert run(folder, "backup", "-o", str(good)).returncode == 0
    before = told(folder)
    served = serve(folder)
    browser = browser_of(served)
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as raw:
        raw.execute("UPDATE store_entryrow SET payload = replace(payload, 'note 7', 'note 8')")
        raw.commit()
    looked = sent(browser, served, "/settings/backups/look/", {"file": good.read_bytes()})
    assert "Diese Sicherung ist heil" in looked
    assert "Einträge darin: 39" in looked
    assert "Einzelne Zuckungen: 36" in looked
    name = re.search(r'name="name" value="(brought-\w+)"', looked)
    assert name
    fields = {"name": name[1].encode(), "sure": b"yes"}
    done = sent(browser, served, "/settings/backups/restore/", fields)
    assert "Ihr Tagebuch ist wieder da" in done
    assert "damaged-" in done
    assert told(folder) == before
    with browser.open(f"{served.base}/journal/", timeout=60) as page:
        assert page.status == 200


def test_a_running_server_follows_a_restore_from_the_terminal(serve, tmp_path: Path) -> None:
    folder = filled(tmp_path / "data")
    token = run(folder, "api-token", "create", "t").stdout.strip()
    good = tmp_path / "good"
    assert run(folder, "backup", "-o", str(good)).returncode == 0
    served = serve(folder)
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Idempotency-Key": "once",
    }
    body = json.dumps({"site": "thigh", "side": "left", "started_at": "2026-02-01T10:00:00Z"})
    note = Request(f"{served.base}/api/v1/episodes", body.encode(), headers)
    assert status_of(note) == 201
    file = folder / "journal.sqlite3"
    with closing(sqlite3.connect(file)) as raw:  # or what the log still holds covers the damage
        assert raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    file.write_bytes(DAMAGES["one bad leaf"](file.read_bytes(), random.Random(1)))
    done = run(folder, "restore", str(good), "--yes")
    assert done.returncode == 0, done.stderr
    assert list(folder.glob("damaged-*"))
    assert status_of(note) == 401, "the damaged journal's keys went with it"
    token = run(folder, "api-token", "create", "t").stdout.strip()
    headers["Authorization"] = f"Bearer {token}"
    again = Request(f"{served.base}/api/v1/episodes", body.encode(), headers)
    assert status_of(again) == 201
    assert [one["site"] for one in told(folder) if one.get("site") == "thigh"] == ["thigh"]


def test_what_is_acknowledged_during_a_restore_is_before_it_or_after_it(
    serve, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "data")
    token = run(folder, "api-token", "create", "t").stdout.strip()
    good = tmp_path / "good"
    assert run(folder, "backup", "-o", str(good)).returncode == 0
    served = serve(folder)
    acknowledged: list[str] = []
    ended = threading.Event()

    def write(writer: int) -> None:
        for n in itertools.count():
            if ended.is_set():
                return
            mark = f"mark-{writer}-{n}"
            moment = {"site": "thigh", "started_at": "2026-02-01T10:00:00Z", "note": mark}
            headers = {
                "Authorization": f"Bearer {token}",
                "Content-Type": "application/json",
                "Idempotency-Key": mark,
            }
            address = f"{served.base}/api/v1/episodes"
            if status_of(Request(address, json.dumps(moment).encode(), headers)) == 201:
                acknowledged.append(mark)

    writers = [threading.Thread(target=write, args=(n,)) for n in range(3)]
    for writer in writers:
        writer.start()
    wait_for(lambda: len(acknowledged) >= 3)
    done = run(folder, "restore", str(good), "--yes")
    before = len(acknowledged)
    wait_for(lambda: len(acknowledged) >= before + 3)
    ended.set()
    for writer in writers:
        writer.join()
    assert done.returncode == 0, done.stderr
    found: list[str] = []
    (aside,) = (folder / "backups").glob("*-before-restore.sqlite3")
    for file in (folder / "journal.sqlite3", aside):
        with closing(sqlite3.connect(file)) as raw:
            found += [key for (key,) in raw.execute("SELECT key FROM store_idempotencykey")]
    assert set(acknowledged) <= set(found)
    assert "No problem found." in run(folder, "doctor").stdout


def test_a_journal_that_cannot_be_opened_is_brought_back_on_the_page_that_the_link_opens(
    serve, tmp_path: Path
) -> None:
    folder, content = filled(tmp_path / "data", 10), bytes(8192)
    token = run(folder, "api-token", "create", "t").stdout.strip()
    assert run(folder, "import", str(saved(folder, tmp_path)), "--yes").returncode == 0
    before = told(folder)
    for end in ("-wal", "-shm"):
        (folder / f"journal.sqlite3{end}").unlink(missing_ok=True)
    (folder / "journal.sqlite3").write_bytes(content)
    served = serve(folder)
    for path, status in (("/journal/", 403), ("/emergency/", 200), ("/api/v1/episodes", 503)):
        asked = Request(served.base + path, headers={"Authorization": f"Bearer {token}"})
        assert status_of(asked) == status, path
    browser = browser_of(served)
    assert status_of(Request(served.launch_url)) == 403, "the link opens once"
    browser.addheaders = [("Accept-Language", "de")]
    with browser.open(f"{served.base}/journal/", timeout=60) as shown:
        page = shown.read().decode()
        assert shown.url == f"{served.base}/settings/backups/"
    assert "Ihr Tagebuch lässt sich nicht öffnen" in page
    assert "Weniger als einen Tag alt. Einträge darin: 12" in page
    name = re.search(r'name="name" value="([\w.-]+-before-import\.sqlite3)"', page)
    assert name
    fields = {"name": name[1].encode()}
    with pytest.raises(HTTPError, match="503"):
        sent(browser, served, "/day/none/", {"day": b"2026-03-01"})
    looked = sent(browser, served, "/settings/backups/look/", fields)
    assert "Diese Sicherung ist heil" in looked
    done = sent(browser, served, "/settings/backups/restore/", {**fields, "sure": b"yes"})
    assert "Ihr Tagebuch ist wieder da" in done
    assert told(folder) == before
    (aside,) = folder.glob("damaged-*")
    assert (aside / "journal.sqlite3").read_bytes() == content
    with browser.open(f"{served.base}/journal/", timeout=60) as shown:
        assert (shown.status, shown.url) == (200, f"{served.base}/journal/")


def saved(folder: Path, beside: Path) -> Path:
    """Write the journal to a file beside its folder."""
    file = beside / "journal.jsonl"
    assert run(folder, "export", "-o", str(file)).returncode == 0
    return file
