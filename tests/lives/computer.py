"""One person's computer: its zone, its clock that a test sets, and Myolog as they use it.

Nothing here is inside Myolog. The terminal is the command in a process, the page is read and sent
as a browser without script does, a program speaks to the API, and a device without a connection
sends later what it kept. The clock of commands and of the server is set from outside; a command
that is killed has Debian's libfaketime.
"""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import requests
from bs4 import BeautifulSoup, Tag
from pypdf import PdfReader

from tests import forking
from tests.validators.run import validate

CALENDAR = Path(__file__).parents[1] / "validators" / "calendar.cjs"
CLOCKS = Path("/usr/lib")

COMMAND = """
import sys, time_machine
time_machine.travel(float(sys.argv.pop(1))).start()
from myolog.cli.main import main
main()
"""
"""Myolog's command at a set time."""

SERVE = """
import sys, threading, time_machine
import myolog.web.server
if sys.argv.pop(2) == "reads alone":
    myolog.web.server.LOOK_AHEAD_AFTER_S = 3600
clock = time_machine.travel(float(sys.argv.pop(1))).start()

def follow():
    for line in sys.stdin:
        clock.move_to(float(line))
        print("set", flush=True)

threading.Thread(target=follow, daemon=True).start()
from myolog.cli.main import main
main()
"""
"""Myolog's command with a clock set from outside: libfaketime can lock a program with threads.

It draws ahead of the person's asking only where that is told: how often it would come to that hangs
on how busy the tester's machine is, and costs more than all the pages of a day.
"""

ASKED_FIRST = (
    *(
        "breastfeeding",
        "clozapine",
        "theophylline",
        "warfarin",
        "potassium_medicine",
        "headache_disorder",
    ),
    *("heart_disease", "liver_disease", "low_sodium", "eating_disorder"),
)
"""What nobody has asked before the steps begin."""

BEGUN = """\
{day} profile breastfeeding value=no
{day} profile clozapine value=no
{day} profile eating_disorder value=no
{day} profile headache_disorder value=no
{day} profile heart_disease value=no
{day} profile liver_disease value=no
{day} profile low_sodium value=no
{day} profile potassium_medicine value=no
{day} profile theophylline value=no
{day} profile warfarin value=no
{day} programme event=part step=STEP-1 value=off
{day} programme event=reminder step=STEP-4 value={at}
{day} programme event=started
"""
"""What stands in a journal once the steps have begun, with ten quiet minutes at a set time."""

Changes = Mapping[str, str | list[str] | None]
_NOTHING: Changes = {}
_CLOCK = {"LD_PRELOAD", "FAKETIME"}


def faketime_library() -> Path:
    """Return libfaketime for programs with threads, as Debian installs it."""
    return next(CLOCKS.glob("*/faketime/libfaketimeMT.so.1"))


@dataclass
class Page:
    """A page as it lies before a person."""

    browser: "Browser"
    address: str
    status: int
    html: BeautifulSoup
    raw: str = ""

    @property
    def text(self) -> str:
        """What is to read, on one line."""
        main = self.html.find("main") or self.html
        hidden = {id(one) for one in main.find_all(hidden=True)}
        shown = [
            str(words)
            for words in main.find_all(string=True)
            if not any(id(above) in hidden for above in words.parents)
        ]
        return " ".join(" ".join(shown).split())

    def form(self, action: str) -> Tag:
        """Return the form that is sent to `action`."""
        found = [one for one in self.html.find_all("form") if one.get("action") == action]
        found = [one for one in found if (one.get("method") or "").lower() == "post"] or found
        assert found, (action, [one.get("action") for one in self.html.find_all("form")], self.text)
        return found[0]

    def fields(self, form: Tag, press: str = "save") -> list[tuple[str, str]]:
        """Return what a browser sends when a button is pressed and nothing changed.

        A button is named as "save", or with its value as "choose=calf/left".
        """
        button, _, wanted = press.partition("=")
        inside = form.find_all(["input", "select", "textarea", "button"])
        named = form.get("id")
        outside = self.html.find_all(attrs={"form": named}) if named else []
        fields: list[tuple[str, str]] = []
        pressed = False
        for one in (*inside, *outside):
            name = one.get("name")
            if not name or one.get("form", named) != named or one.has_attr("disabled"):
                continue
            kind = one.get("type", "text")
            if one.name == "button":
                if name == button and not pressed and wanted in ("", one.get("value")):
                    fields.append((name, one.get("value", "")))
                    pressed = True
            elif one.name == "select":
                chosen = one.find("option", selected=True) or one.find("option")
                if chosen is not None:
                    fields.append((name, chosen.get("value", chosen.get_text())))
            elif one.name == "textarea":
                fields.append((name, one.get_text().removeprefix("\n")))
            elif kind not in {"radio", "checkbox"} or one.has_attr("checked"):
                fields.append((name, one.get("value", "on" if kind == "checkbox" else "")))
        return fields

    def _pressable(self, form: Tag) -> set[str]:
        """Return the buttons of a form by name, and by name and value."""
        own = form.get("id")
        outside = self.html.find_all("button", attrs={"form": own}) if own else []
        buttons = (*form.find_all("button"), *outside)
        names = {str(one.get("name")) for one in buttons}
        return names | {f"{one.get('name')}={one.get('value')}" for one in buttons}

    def send(self, action: str, changed: Changes = _NOTHING, *, press: str = "save") -> "Page":
        """Fill in what is changed, press the button, and return the page that comes then.

        None takes a tick or a choice away.
        """
        data = self.filled(action, changed, press=press)
        return self.browser.send(action or self.address, data)

    def filled(
        self, action: str, told: Changes = _NOTHING, *, press: str = "save"
    ) -> list[tuple[str, str]]:
        """Return what is sent; see `send`."""
        form = self.form(action)
        known = {one.get("name") for one in form.find_all(True) if one.get("name")}
        missing = (set(told) - known) | ({press} - {"", *self._pressable(form)})
        assert not missing, (missing, sorted(known))
        data = [(name, value) for name, value in self.fields(form, press) if name not in told]
        for name, value in told.items():
            values = value if isinstance(value, list) else [] if value is None else [value]
            data += [(name, one) for one in values]
        return data


@dataclass
class Browser:
    """A browser without script that was let in once."""

    base: str
    session: requests.Session = field(default_factory=requests.Session)

    def open(self, address: str) -> Page:
        """Return the page at an address."""
        return self._page(self.session.get(self.base + address, timeout=30))

    def send(self, address: str, data: list[tuple[str, str]]) -> Page:
        """Send a form and return the page that comes then."""
        headers = {"Origin": self.base, "Referer": self.base + "/"}
        return self._page(
            self.session.post(self.base + address, data=data, headers=headers, timeout=30)
        )

    def _page(self, answer: requests.Response) -> Page:
        address = answer.url.removeprefix(self.base)
        html = BeautifulSoup(answer.text, "html.parser")
        return Page(
            browser=self, address=address, status=answer.status_code, html=html, raw=answer.text
        )


@dataclass(frozen=True)
class Said:
    """What a command printed."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


@dataclass
class Kept:
    """What a device keeps until it has a connection."""

    action: str
    data: list[tuple[str, str]]
    at: datetime
    zone: str
    as_of: str


class Computer:
    """A computer in a zone, with a clock to set and a journal of its own."""

    def __init__(self, folder: Path, *, zone: str, locale: str, look_ahead: bool = False) -> None:
        self.data = folder / "data"
        self.zone = zone
        self.device_zone = zone
        self.look_ahead = look_ahead
        self.language = locale.partition("_")[0]
        self.now = datetime(2000, 1, 1, tzinfo=UTC)
        self.kept: list[Kept] = []
        self._server: subprocess.Popen[str] | None = None
        self._browser: Browser | None = None
        self._environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("MYOLOG_", "LC_"))
        } | {
            "TZ": zone,
            "LANG": locale,
            "HOME": str(folder),
            "LD_PRELOAD": str(faketime_library()),
            "FAKETIME_FMT": "%s",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }

    # ------------------------------------------------------------ time and place

    def clock(self, told: str, *, zone: str | None = None) -> None:
        """Set the clock to a local time such as "2026-10-24 22:15", or an instant with offset."""
        day_before = self.now.date()
        moment = datetime.fromisoformat(told)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(zone or self.device_zone))
        self.now = moment.astimezone(UTC)
        if self.now.date() != day_before:
            self.sleep()  # overnight; without a script the browser is let in anew each day
        self._environment["FAKETIME"] = f"@{self.now.timestamp():.0f}.5"
        if self._server is not None:
            assert self._server.stdin is not None
            assert self._server.stdout is not None
            self._server.stdin.write(f"{self.now.timestamp() + 0.5}\n")
            self._server.stdin.flush()
            assert self._server.stdout.readline() == "set\n"

    def travel(self, zone: str) -> None:
        """Carry the computer to another zone; its system follows."""
        self.device_zone = zone
        self._environment["TZ"] = zone
        self.sleep()

    @property
    def _without_faketime(self) -> dict[str, str]:
        return {name: value for name, value in self._environment.items() if name not in _CLOCK}

    # ------------------------------------------------------------ terminal

    def terminal(self, *arguments: str, typed: str | None = None, fails: bool = False) -> Said:
        """Run a command; what it asks is not answered unless something is typed."""
        done = forking.run(
            [
                *(sys.executable, "-c", COMMAND, str(self.now.timestamp() + 0.5)),
                *("--data", str(self.data), *arguments),
            ],
            input=typed if typed is not None else "",
            capture_output=True,
            text=True,
            timeout=120,
            env=self._without_faketime,
            check=False,
        )
        assert (done.returncode != 0) == fails, (arguments, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr, done.stderr
        return Said(out=done.stdout, err=done.stderr, code=done.returncode)

    def killed(self, *arguments: str, once: Callable[[], bool]) -> None:
        """Run a command and kill it as soon as something has happened."""
        command = [sys.executable, "-m", "myolog", "--data", str(self.data), *arguments]
        process = forking.Popen(command, env=self._environment, stdout=subprocess.DEVNULL)
        while not once():
            assert process.poll() is None, "it ended before it could be killed"
            time.sleep(0.005)
        process.kill()
        process.wait(timeout=20)

    # ------------------------------------------------------------ pages and programs

    @property
    def browser(self) -> Browser:
        """The person's browser, with Myolog running; started when it does not run."""
        if self._server is None:
            self._start()
        assert self._browser is not None
        return self._browser

    def _start(self) -> None:
        self._server = forking.Popen(
            [
                *(sys.executable, "-c", SERVE, str(self.now.timestamp() + 0.5)),
                "draws ahead" if self.look_ahead else "reads alone",
                *("--data", str(self.data), "serve", "--port", "0", "--no-browser"),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=self._without_faketime,
            start_new_session=True,
        )
        assert self._server.stdout is not None
        line = self._server.stdout.readline()
        found = re.match(r"Open ((http://localhost:\d+)/\S*)", line)
        assert found, line
        if self._browser is None:
            self._browser = Browser(base=found[2])
            self._browser.session.headers.update(
                {"Accept-Language": self.language, "Connection": "close"}
            )
        self._browser.base = found[2]
        self._browser.session.get(found[1], timeout=30)

    def page(self, address: str) -> Page:
        """Open a page."""
        return self.browser.open(address)

    def sleep(self, how: int = signal.SIGTERM) -> None:
        """Stop Myolog, or kill it."""
        if self._server is not None:
            os.killpg(self._server.pid, how)
            self._server.wait(timeout=20)
            for pipe in (self._server.stdin, self._server.stdout):
                if pipe is not None:
                    pipe.close()
            self._server = None

    def api(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Speak to the API as a program with a token; return its answer."""
        base = self.browser.base
        if "token" not in self.__dict__:
            self.token = self.terminal("api-token", "create", "watch").out.split()[-1]
        answer = requests.request(
            method,
            f"{base}/api/v1/{path}",
            json=body,
            headers={"Authorization": f"Bearer {self.token}"}
            | {name.replace("_", "-"): value for name, value in headers.items()},
            timeout=30,
        )
        assert answer.status_code < 300, (answer.status_code, answer.text)
        return answer.json() if answer.content else None

    # ------------------------------------------------------------ a device without a connection

    def keep(self, page: Page, action: str, changed: Changes = _NOTHING) -> None:
        """Save a form while Myolog cannot be reached; the page was opened before."""
        as_of = page.html.find("meta", attrs={"name": "as-of"})
        self.kept.append(
            Kept(
                action=action,
                data=page.filled(action, changed),
                at=self.now,
                zone=self.device_zone,
                as_of=str(as_of["content"]) if isinstance(as_of, Tag) else "",
            )
        )

    def deliver(self) -> list[Mapping[str, str]]:
        """Send what is kept, oldest first, as the script does."""
        answers: list[Mapping[str, str]] = []
        browser = self.browser
        browser.open("/")
        for kept in self.kept:
            answer = browser.session.post(
                browser.base + kept.action,
                data=kept.data,
                headers={
                    "Origin": browser.base,
                    "X-Outbox-Kept": kept.at.isoformat(),
                    "X-Outbox-Sent": self.now.isoformat(),
                    "X-Outbox-Zone": kept.zone,
                    "X-Outbox-As-Of": kept.as_of,
                    "X-Outbox-After": "",
                    "X-CSRFToken": browser.session.cookies.get("csrftoken", ""),
                },
                allow_redirects=False,
                timeout=30,
            )
            assert answer.status_code == 200, (answer.status_code, answer.text[-600:])
            answers.append(answer.json())
        self.kept.clear()
        return answers

    # ------------------------------------------------------------ what people do often

    def note(self, place: str) -> Page:
        """Note one twitch on the page now: choose the place, save."""
        chosen = self.page("/log/").send("/log/", press=f"choose={place}")
        return chosen.send("/log/")

    def check(self, *ticks: tuple[str, str], age: int = 41) -> Page:
        """Do the check on the page: the age, what the page suggests, and these ticks only."""
        page = self.page("/check/")
        given = (("age_years_typed", str(age)), *ticks)
        while not page.address.startswith("/result/"):
            form = next(
                one
                for one in page.html.find_all("form")
                if str(one.get("action")).startswith(("/check/", "/emergency/"))
            )
            data = page.fields(form, press="")
            offered = {(one.get("name"), one.get("value", "")) for one in form.find_all("input")}
            told = [one for one in given if one in offered or (one[0], "") in offered]
            data = [one for one in data if one[0] not in dict(told)] + told
            here = f"{page.address} {form['action']}"
            page = self.browser.send(str(form["action"]), data)
            assert page.status == 200, (here, page.text)
            assert f"{page.address} " not in here, (here, page.text[:500])
        return page

    def begin_steps(self, at: str) -> None:
        """Begin the four weeks, without caffeine, and be reminded of ten quiet minutes."""
        facts = [word for fact in ASKED_FIRST for word in ("--fact", f"{fact}=no")]
        self.terminal("programme", "start", "--no-comparison", "--leave-out", "caffeine", *facts)
        self.terminal("remind", "step", "quiet", at)

    # ------------------------------------------------------------ what comes back

    def rings(self, file: str) -> dict[str, list[str]]:
        """Return when a calendar rings that reads this file, in UTC, by the words it shows."""
        place = self.data.parent / "reminders.ics"
        place.write_text(file, encoding="utf-8", newline="")
        seen = json.loads(validate(CALENDAR, place, cwd=place.parent))
        found: dict[str, list[str]] = {}
        for event in seen["events"]:
            found.setdefault(event["summary"], []).extend(
                at.removesuffix(":00.000Z") for at in event["at"]
            )
        return found

    def doctors_page(self) -> dict[str, str]:
        """Return the page for the doctor as text, as a PDF and from the terminal, on one line."""
        printed = self.browser.session.get(f"{self.browser.base}/report/pdf/", timeout=30)
        pdf = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(printed.content)).pages)
        text = self.page("/report/text/").raw
        language = "de" if self.language == "de" else "en"
        typed = self.terminal("--language", language, "report", "--text").out
        told = {"page": text, "terminal": typed, "pdf": pdf.replace("\u200b", "")}
        lines = {way: " ".join(words.replace("|", "").split()) for way, words in told.items()}
        return {way: line.replace("\u00ad ", "") for way, line in lines.items()}  # cut words

    def lines(self) -> list[dict[str, Any]]:
        """Return every line of the exported journal."""
        out = self.terminal("export", "--format", "jsonl", "-o", "-").out
        return [json.loads(line) for line in out.splitlines()]


def told(line: Mapping[str, Any]) -> str:
    """Return an entry of the exported journal as one line that a person can write by hand.

    Such as "2026-11-03 episode eyelid left 00:45+09:00 Asia/Tokyo"; ids are left out.
    """
    rest = {name: value for name, value in line.items() if name not in {"id", "kind", "day"}}
    words = [str(line.get("day", "")), str(line["kind"])]
    words += [str(rest.pop(name)) for name in ("site", "side", "code", "name") if name in rest]
    for name in ("started_at", "at"):
        if name in rest:
            zone = str(rest.pop("zone"))
            at = datetime.fromisoformat(str(rest.pop(name))).astimezone(ZoneInfo(zone))
            when = at.isoformat(" ", "minutes")
            words += [when.removeprefix(f"{line['day']} "), zone]
    words += [f"{name}={_plain(value)}" for name, value in sorted(rest.items())]
    return " ".join(words)


def _plain(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return ",".join(map(str, value))
    if isinstance(value, dict):
        return ",".join(f"{key}:{_plain(one)}" for key, one in sorted(value.items()))
    return str(value)


def lived(lines: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the entries of an exported journal as `told` says them, in order of the words."""
    return sorted(told(line) for line in lines[1:-1])


def written(journal: str) -> list[str]:
    """Return the lines that a person wrote down, in the same order."""
    return sorted(journal.strip().splitlines())


def missing(counted: str, ways: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the lines that a person wrote down and one of the ways does not say."""
    wanted = counted.strip().splitlines()
    return [(way, line) for way, text in ways.items() for line in wanted if line not in text]
