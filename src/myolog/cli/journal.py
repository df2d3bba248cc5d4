"""Show the journal, find entries in it, and delete one: `myolog journal`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import click

from myolog.cli.options import as_json
from myolog.cli.terminal import BY, Session, examples, print_json, today_in
from myolog.errors import UserError
from myolog.journal.entries import ACCOMPANIED, ProfileFact
from myolog.journal.kinds import ALL_KINDS

if TYPE_CHECKING:
    from myolog.journal.model import Journal
    from myolog.store.selectors import Person
    from myolog.wording.history import PastResult
    from myolog.wording.lookup import Wanted

__all__ = ["journal"]

USUAL_DAYS: Final = 14
KINDS_FOUND: Final = tuple(kind for kind in ALL_KINDS if kind != ProfileFact.kind)


@click.command(
    "journal",
    short_help="Show what you noted.",
    epilog=examples(
        "myolog journal",
        "myolog journal --days 60",
        "myolog journal --ids",
        "myolog journal --find coffee",
        "myolog journal --place 'left calf' --with cramp --from 2026-01-01",
        "myolog journal --delete last",
    ),
)
@click.option("--days", type=click.IntRange(1), help="How far back; 14, or all for a search.")
@click.option("--all", "everything", is_flag=True, help="From the first day on.")
@click.option("--find", "words", metavar="WORDS", help="Entries with these words; or a date.")
@click.option("--place", metavar="PLACE", help="Entries of this place, such as “left calf”.")
@click.option("--with", "sign", type=click.Choice(ACCOMPANIED), help="Twitches that it came with.")
@click.option("--cause", metavar="NAME", help="Twitches with this suspected cause.")
@click.option("--kind", type=click.Choice(KINDS_FOUND), help="Entries of this kind.")
@click.option("--from", "first", metavar="DAY", help="From this day on.")
@click.option("--to", "last", metavar="DAY", help="Up to this day.")
@click.option("--ids", is_flag=True, help="Show the key of each entry.")
@click.option("--delete", "victim", metavar="ID", help="Delete one entry; “last” is the newest.")
@as_json("the entries")
@click.pass_obj
def journal(
    session: Session,
    /,
    days: int | None,
    everything: bool,
    ids: bool,
    victim: str | None,
    as_json: bool,
    **search: str | None,
) -> None:
    """Show what you noted, newest day first; of all days what you look for."""
    person = session.open()
    from myolog.store.selectors import journal_of, levels_told
    from myolog.wording.lookup import found_in

    if victim is not None:
        _delete(person, victim)
        return
    kept = journal_of(person)
    today = today_in(person)
    wanted = _month_meant(kept, _wanted(search, today), today)
    back = None if everything else days or (None if wanted.parts else USUAL_DAYS)
    first = date.min if back is None else today - timedelta(days=back - 1)
    fitting = found_in(kept, wanted)[::-1] if wanted.parts else kept.entries
    entries = [entry for entry in fitting if entry.day >= first]
    if as_json:
        from myolog.journal.codec import encode

        print_json([encode(entry) for entry in entries])
        return
    if wanted.parts and not entries:
        _say_none(kept, wanted)
        return
    from myolog.cli.days import print_days
    from myolog.cli.zones import tell_zone

    print_days(
        entries,
        today=today,
        home=person.zone,
        ids=ids,
        earlier=len(fitting) - len(entries),
        results=levels_told(person),
        told={} if set(wanted.parts) - {"period"} else _results_told(person, kept, today),
    )
    tell_zone(person)


def _results_told(
    person: Person, journal: Journal, today: date
) -> dict[date, tuple[PastResult, ...]]:
    """Return the results of each day that tells more than one of a check."""
    from myolog.store.selectors import told_results
    from myolog.triage.history import told_by_day
    from myolog.wording.help_numbers import help_in
    from myolog.wording.history import history_in_words

    numbers = help_in(person.country, person.zone)
    return {
        day: history_in_words(found, numbers=numbers, home=person.zone, today=today)
        for day, found in told_by_day(told_results(person, journal), journal, today=today).items()
    }


def _month_meant(journal: Journal, wanted: Wanted, today: date) -> Wanted:
    """Return a search for the month whose name alone was looked for and is a word of no entry."""
    from dataclasses import replace

    from myolog.content.day_typed import month_alone
    from myolog.journal.months import last_of_month
    from myolog.wording.lookup import found_in

    month = month_alone(wanted.words, today=today) if wanted.parts == ("words",) else None
    if month is None or found_in(journal, wanted):
        return wanted
    return replace(wanted, words="", first=month, last=last_of_month(month))


def _wanted(told: Mapping[str, str | None], today: date) -> Wanted:
    """Return what is looked for; a date or month alone in the words is the period."""
    from myolog.cli.places import read_place, read_suspect
    from myolog.cli.when import read_day
    from myolog.content.day_typed import days_named
    from myolog.wording.lookup import Wanted
    from myolog.wording.places import Place

    words, place = told["words"] or "", None
    first, last = (
        read_day(day, today=today) if (day := told[end]) else None for end in ("first", "last")
    )
    if named := days_named(words, today=today):
        words, (first, last) = "", named
    if told["place"]:
        site, side = read_place([told["place"]])
        place = Place(site.code, side)
    return Wanted(
        words=words,
        place=place,
        sign=told["sign"] or "",
        cause=read_suspect(told["cause"] or ""),
        kind=told["kind"] or "",
        first=first,
        last=last,
    )


def _say_none(journal: Journal, wanted: Wanted) -> None:
    """Say what was searched, and what each part less would find."""
    from myolog.content.catalogue import load
    from myolog.content.grammar import counted
    from myolog.wording.lookup import offers, parts_in_words

    words = load()
    click.echo(words.text("page.find.found_none"))
    searched = ", ".join(parts_in_words(wanted).values())
    click.echo(words.text("page.find.searched", parts=searched))
    for one in offers(journal, wanted):
        without = words.text("page.find.without", part=one.says)
        click.echo(f"{without}. {counted('page.find.would', one.n_found)}")


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
