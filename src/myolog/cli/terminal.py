"""What every command shares: the open journal, and how results are printed.

Decides that a terminal's width is the reader's, not ours. Errors are printed in
`myolog.cli.main`, and nowhere else.
"""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import click

from myolog.cli.before_opening import folder_of, known_of, language_for
from myolog.content.about import speaking_about
from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.content.measures import measuring
from myolog.content.own import naming
from myolog.errors import UnreadableFile, UserError

if TYPE_CHECKING:
    from rich.console import Console

    from myolog.journal.model import Journal
    from myolog.journal.own import OwnThing
    from myolog.journal.subject import Subject
    from myolog.store.glance import Glance
    from myolog.store.selectors import Person
    from myolog.store.services.care import Change

__all__ = [
    "BY",
    "Session",
    "asks",
    "check_wanted_of",
    "console",
    "examples",
    "now_in",
    "print_json",
    "raised_notice",
    "read_json",
    "said_entries",
    "said_kinds",
    "say",
    "speak_up",
    "split_pair",
    "today_in",
    "working",
]

_READABLE: Final = 88
"""Columns."""

_QUICK_S: Final = 1.0
"""What takes no longer shows no bar."""

BY: Final = "cli"
"""Who the audit trail names for a write made here."""


@dataclass(slots=True)
class Session:
    """The data folder of this call, opened on first use.

    Parameters
    ----------
    data_dir
        The folder named with ``--data``, or None for the usual one.
    language
        The language named with ``--language``, or None for the person's own; where none was chosen,
        the one this computer is set to.
    speech
        What ends with the whole call, so that an error is said in its language, too.
    """

    data_dir: Path | None = None
    language: str | None = None
    speech: ExitStack = field(default_factory=ExitStack)

    def __post_init__(self) -> None:
        self._speak(language_for(self.language, self.data_dir))

    def _speak(self, language: str) -> None:
        self.speech.enter_context(speaking(language))

    def speak_about(self, subject: Subject) -> None:
        """Let what follows speak about `subject`, whose journal it is."""
        self.speech.enter_context(speaking_about(subject))

    def speak_as_told(self) -> Glance:
        """Let what follows speak of whom, and in which measures, the unopened journal says.

        Returns
        -------
        known : what else it says
        """
        known = known_of(self.data_dir)
        self.speech.enter_context(measuring(known.measures))
        self.speak_about(known.subject)
        return known

    def name_own(self, things: Callable[[], Mapping[str, OwnThing]]) -> None:
        """Let what follows call the person's own things as they do."""
        self.speech.enter_context(naming(things))

    @property
    def folder(self) -> Path:
        """The data folder of this call, which need not be open."""
        return folder_of(self.data_dir)

    def open(self) -> Person:
        """Open the data folder and return its person, whose language is spoken from here on."""
        from myolog.store import start

        start(self.data_dir)
        from myolog.store.keeping import keep_the_day_before

        keep_the_day_before()
        from myolog.store.selectors import is_first_use, own_things, the_person
        from myolog.store.services.people import language_of, measures_of
        from myolog.store.subjects import subject_in

        fresh = is_first_use()
        person = the_person()
        self.speech.enter_context(measuring(measures_of(person)))
        self.name_own(partial(own_things, person))
        if self.language is None:
            self._speak(language_of(person))
        self.speak_about(subject_in(person, now=now_in(person.zone)))
        if fresh:
            from myolog.cli.zones import introduce

            introduce(person)
        return person


def examples(*lines: str, title: str = "Examples") -> str:
    """Return lines for the end of a help text, kept as they are by Click."""
    return "\n".join(("\b", f"{title}:", *(f"  {line}" for line in lines)))


def now_in(zone: str) -> datetime:
    """Return the present in the person's zone."""
    return datetime.now(ZoneInfo(zone))


def today_in(journal: Person | Journal) -> date:
    """Return the day it is for the person, which may end after midnight."""
    from myolog.journal.instants import day_at

    return day_at(datetime.now(UTC), journal.zone, day_ends_hour=journal.day_ends_hour)


def asks() -> bool:
    """Tell whether a person sits in front of this call and can answer."""
    return sys.stdin.isatty()


def say(text: str = "", *, bold: bool = False, indent: int = 0, hang: int | None = None) -> None:
    """Print a paragraph as wide as the terminal, but never too wide to read.

    Parameters
    ----------
    indent, hang
        Columns before the first line and before further lines; a line that
        begins with "- " hangs by two.
    """
    width = min(shutil.get_terminal_size().columns, _READABLE)
    further = hang if hang is not None else indent + 2 * text.startswith("- ")
    filled = textwrap.fill(
        text,
        max(width, further + 20),
        initial_indent=" " * indent,
        subsequent_indent=" " * further,
        break_on_hyphens=False,
    )
    click.echo(click.style(filled, bold=True) if bold else filled)


def console(*, stderr: bool = False) -> Console:
    """Return a console as wide as the terminal."""
    from rich.console import Console

    return Console(highlight=False, stderr=stderr)


@contextmanager
def working(text: str) -> Iterator[Callable[[float], None]]:
    """Give a function that takes the share done; a bar appears where the work takes long.

    Parameters
    ----------
    text
        What is being done.
    """
    if not sys.stderr.isatty():
        yield _keep_quiet
        return
    from threading import Timer

    from rich.progress import Progress

    bar = Progress(console=console(stderr=True), transient=True)
    task = bar.add_task(text, total=1.0)
    late = Timer(_QUICK_S, bar.start)
    late.start()
    try:
        yield lambda share: bar.update(task, completed=share)
    finally:
        late.cancel()
        late.join()
        bar.stop()


def _keep_quiet(share: float) -> None:
    """Show nothing where nobody looks."""
    del share


def print_json(value: Any) -> None:
    """Print a result for programs."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _content(file: Path) -> bytes:
    from myolog.journal.file import refuse_endless

    refuse_endless(file)
    return file.read_bytes()


def read_json(source: str) -> Any:
    """Read a JSON file, or standard input for "-".

    Raises
    ------
    UnreadableFile
        It cannot be opened or is not JSON.
    """
    try:
        data = sys.stdin.buffer.read() if source == "-" else _content(Path(source))
        return json.loads(data)
    except OSError as refused:
        raise UnreadableFile(
            "{file} cannot be opened ({reason}); check the name.",
            file=source,
            reason=refused.strerror,
            code="cannot_open",
            key="file_cannot_be_opened",
        ) from refused
    except (ValueError, RecursionError) as broken:
        raise UnreadableFile(
            "{file} is not valid JSON; check what wrote it.", file=source, code="not_json"
        ) from broken


def split_pair(text: str, example: str) -> tuple[str, str]:
    """Return name and value of NAME=VALUE.

    Raises
    ------
    UserError
        There is no "=" or one side is empty.
    """
    name, _, value = text.partition("=")
    if not name.strip() or not value.strip():
        raise UserError(
            "“{text}” is not NAME=VALUE; write it like {example}.",
            text=text[:40],
            example=example,
            code="invalid_pair",
        )
    return name.strip(), value.strip()


def said_entries(count: int) -> str:
    """Say how many entries there are."""
    from myolog.content.grammar import counted

    return counted("cli.file.entries", count)


def said_kinds(counts: Mapping[str, int]) -> str:
    """Say how many entries there are of each kind, the most first."""
    words = load()
    return ", ".join(
        f"{words.text(f'page.backups.kind.{kind}')} {n}"
        for kind, n in Counter(counts).most_common()
    )


def raised_notice(person: Person, found: Change) -> str:
    """Say that the advice has changed, what changed it, and how to read it; "" once it was read.

    Parameters
    ----------
    found
        What the silent check has just found.
    """
    from myolog.store.raised import raised_by
    from myolog.store.selectors import journal_of, latest_assessment, not_stored
    from myolog.wording.raised import raised_in_words
    from myolog.wording.result import level_of

    words, now, journal = load(), now_in(person.zone), journal_of(person)
    if found.unsaved is None:
        latest = latest_assessment(person, now=now)
    else:
        latest = not_stored(found.unsaved, now=now)
    raised = raised_by(person, latest, journal)
    if raised is None:
        return ""
    said = raised_in_words(raised, journal, today=today_in(person))
    title = words.text(f"urgency.{level_of(raised.found)}.title")
    return "\n".join(("", *said, words.text("cli.entry.raised", title=title)))


def speak_up(person: Person, *, quiet: bool = False, asked: bool = False) -> None:
    """Check again in silence; say that the urgency has risen until that was seen, and what asks.

    Parameters
    ----------
    asked
        Whether it was just said that the check is to be done.
    """
    from myolog.store.services.care import reassess

    if notice := raised_notice(person, reassess(person=person, by=BY)):
        click.echo(notice, err=quiet)
    if not asked and (wanted := check_wanted_of(person)):
        click.echo(f"\n{wanted}", err=quiet)


def check_wanted_of(person: Person) -> str:
    """Say why the check is to be done next, and how; "" where nothing asks for it."""
    from myolog.store.selectors import journal_of, told_results
    from myolog.wording.aftermath import check_wanted

    words, journal = load(), journal_of(person)
    wanted = check_wanted(told_results(person, journal), journal, today=today_in(person))
    return f"{words.text('page.today.wanted')}: myolog check\n{wanted}" if wanted else ""
