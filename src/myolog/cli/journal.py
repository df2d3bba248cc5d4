"""Show the journal, and delete an entry: `myolog journal`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from myolog.cli.options import as_json
from myolog.cli.terminal import BY, Session, examples, print_json, today_in
from myolog.errors import UserError

if TYPE_CHECKING:
    from myolog.store.selectors import Person

__all__ = ["journal"]


@click.command(
    "journal",
    short_help="Show what you noted.",
    epilog=examples(
        "myolog journal",
        "myolog journal --days 60",
        "myolog journal --ids",
        "myolog journal --delete last",
    ),
)
@click.option("--days", type=click.IntRange(1), default=14, show_default=True, help="How far back.")
@click.option("--all", "everything", is_flag=True, help="From the first day on.")
@click.option("--ids", is_flag=True, help="Show the key of each entry.")
@click.option("--delete", "victim", metavar="ID", help="Delete one entry; “last” is the newest.")
@as_json("the entries")
@click.pass_obj
def journal(
    session: Session, days: int, everything: bool, ids: bool, victim: str | None, as_json: bool
) -> None:
    """Show what you noted, newest day first."""
    person = session.open()
    from myolog.store.selectors import journal_of, levels_told

    if victim is not None:
        _delete(person, victim)
        return
    kept = journal_of(person)
    today = today_in(person)
    first = today - timedelta(days=days - 1)
    entries = [entry for entry in kept.entries if everything or entry.day >= first]
    if as_json:
        from myolog.journal.codec import encode

        print_json([encode(entry) for entry in entries])
        return
    from myolog.cli.days import print_days
    from myolog.cli.zones import tell_zone

    print_days(
        entries,
        today=today,
        home=person.zone,
        ids=ids,
        earlier=len(kept.entries) - len(entries),
        results=levels_told(person),
    )
    tell_zone(person)


def _delete(person: Person, victim: str) -> None:
    from myolog.content.catalogue import load
    from myolog.store.selectors import entry_with_id, newest_entry
    from myolog.store.services.journal import delete_entry
    from myolog.wording.entries import one_line

    entry = newest_entry(person) if victim == "last" else entry_with_id(person, victim)
    if entry is None or entry.id is None:
        raise UserError(
            "The journal is empty; there is nothing to delete.",
            code="not_found",
            key="journal_empty",
        )
    delete_entry(person=person, id=entry.id, by=BY)
    click.echo(f"{load().text('page.journal.deleted')} {entry.day.isoformat()}: {one_line(entry)}")
