"""Commands that move the journal: export, import."""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import click

from myolog.cli.asking import agree
from myolog.cli.output import force, output_at
from myolog.cli.terminal import BY, Session, examples, said_entries, said_kinds
from myolog.content.catalogue import load
from myolog.errors import UserError

if TYPE_CHECKING:
    pass

__all__ = ["export", "import_"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    "export",
    short_help="Write the journal to a file.",
    epilog=examples(
        "myolog export -o my-journal.jsonl",
        "myolog export --format csv -o my-journal.csv",
        "myolog export --format daily -o -",
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "daily"]),
    default="jsonl",
    show_default=True,
    help="jsonl: everything, can be imported again; csv: a table; daily: JSON by day.",
)
@click.option("-o", "--output", required=True, metavar="FILE", help="The file; - prints it.")
@force
@click.pass_obj
def export(session: Session, form: str, output: str, force: bool) -> None:
    """Write the journal to a file that other programs can read."""
    out = output_at(output, session, force=force)
    person = session.open()
    from myolog.store.selectors import journal_of

    journal = journal_of(person)
    if form == "jsonl":
        from myolog.journal.file import lines

        content = "".join(lines(journal))
    elif form == "csv":
        from myolog.exporters.table import as_csv

        content = as_csv(journal)
    else:
        from myolog.exporters.table import daily_values

        content = json.dumps(daily_values(journal), indent=1) + "\n"
    out.write(content, said_entries(len(journal.entries)))


@click.command(
    "import",
    short_help="Take in a journal that Myolog has written.",
    epilog=examples("myolog import my-journal.jsonl", "myolog import demo.jsonl --yes"),
)
@click.argument("file", type=_FILE)
@click.option("--yes", is_flag=True, help="Do not ask first.")
@click.pass_obj
def import_(session: Session, file: Path, yes: bool) -> None:
    """Take in a journal that Myolog has written. Twice is the same as once."""
    from myolog.journal.file import read_journal

    journal = read_journal(file)
    if not journal.entries:
        raise UserError(
            "{file} holds no entries; there is nothing to take in.", file=file, code="empty"
        )
    first, last = journal.entries[0].day, journal.entries[-1].day
    kinds = said_kinds(Counter(entry.kind for entry in journal.entries))
    words, held = load(), said_entries(len(journal.entries))
    click.echo(words.text("cli.file.span", entries=held, first=first, last=last, kinds=kinds))
    agree(words.text("cli.file.add"), yes=yes)
    person = session.open()
    from myolog.store.keeping import backup_before
    from myolog.store.services.imports import import_journal

    with ThreadPoolExecutor(1) as beside:
        kept = beside.submit(backup_before, "import")
        result = import_journal(person=person, journal=journal, by=BY, first=kept.result)
    click.echo(words.text("cli.file.added", added=result.added, known=result.known))
    if result.differing:
        click.echo(words.text("cli.file.differing", entries=said_entries(result.differing)))
    if result.n_ahead:
        click.echo(words.text("cli.file.ahead", entries=said_entries(result.n_ahead)))
    from myolog.cli.terminal import raised_notice

    if notice := raised_notice(person, result.result):
        click.echo(notice)
