"""Settings from a terminal: the home zone, when a day ends, the country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from myolog.cli.terminal import BY, Session, asks, examples
from myolog.cli.whose import WHO
from myolog.content.catalogue import load

if TYPE_CHECKING:
    from myolog.journal.entries import Entry
    from myolog.store.selectors import Person
    from myolog.store.services.zones import Move

__all__ = ["settings"]

_SHOWN: Final = 10
"""Lines of what would move."""


@click.group(
    "settings",
    short_help="Show and change settings.",
    invoke_without_command=True,
    epilog=examples(
        "myolog settings",
        "myolog settings zone Europe/Berlin",
        "myolog settings day-ends 4",
        "myolog settings country GB",
        "myolog settings about child --age 9",
    ),
)
@click.pass_context
def settings(ctx: click.Context) -> None:
    """Show the settings; the commands below change one of them each."""
    if ctx.invoked_subcommand is not None:
        return
    from myolog.cli.zones import tell_zone

    session: Session = ctx.obj
    person = session.open()
    click.echo(f"{'zone':<10}{person.zone}")
    click.echo(f"{'day-ends':<10}{person.day_ends_hour}:00")
    click.echo(f"{'country':<10}{person.country or '-'}")
    click.echo(f"{'about':<10}{_about(person)}")
    tell_zone(person)


def _about(person: Person) -> str:
    from myolog.cli.terminal import now_in
    from myolog.store.subjects import subject_in

    answered_by = subject_in(person, now=now_in(person.zone)).answered_by
    return next(word for word, code in WHO.items() if code == answered_by)


@settings.command(
    "zone",
    epilog=examples(
        "myolog settings zone Europe/Berlin",
        "myolog settings zone here",
        "myolog settings zone Asia/Tokyo --entries",
    ),
)
@click.argument("name", metavar="ZONE")
@click.option(
    "--entries/--no-entries",
    "entries",
    default=None,
    help="Whether what was noted in UTC moves to this zone, too.",
)
@click.pass_obj
def zone(session: Session, name: str, entries: bool | None) -> None:
    """Change the time zone you live in; “here” is that of this computer.

    What is noted keeps the zone it was noted in. Only where it was noted in UTC
    because no zone was known, you are asked whether it moves.
    """
    from myolog.cli.zones import read_zone

    person, words = session.open(), load()
    from myolog.store.services.people import set_zone
    from myolog.store.services.zones import in_no_zone, is_unchosen

    wanted, asked = read_zone(name), is_unchosen(person)
    set_zone(person=person, zone=wanted, by=BY)
    click.echo(words.text("cli.zone.set", zone=wanted))
    found = in_no_zone(person, zone=wanted) if entries or (asked and entries is None) else ()
    if found:
        _offer_right(person, wanted, found, sure=bool(entries))


def _offer_right(person: Person, wanted: str, found: Sequence[Move], *, sure: bool) -> None:
    """Show what would move, ask, and move it."""
    from myolog.cli.terminal import speak_up
    from myolog.store.services.zones import set_right

    words = load()
    click.echo(words.text("cli.zone.found", count=len(found), zone=wanted))
    for one in found[:_SHOWN]:
        click.echo(f"  {_stands(one.before)} UTC -> {_stands(one.after)}")
    if len(found) > _SHOWN:
        click.echo("  ...")
    if not sure:
        if not asks():
            click.echo(words.text("cli.zone.later", zone=wanted))
            return
        click.confirm(words.text("cli.zone.ask"), abort=True, default=True)
    set_right(person=person, zone=wanted, by=BY)
    click.echo(words.text("cli.zone.moved"))
    speak_up(person)


def _stands(entry: Entry) -> str:
    """Say where on the clock and in which day an entry stands."""
    from myolog.journal.checks import zone_of

    if entry.moment is None:
        return entry.day.isoformat()
    return f"{entry.moment.astimezone(zone_of(getattr(entry, 'zone', 'UTC'))):%Y-%m-%d %H:%M}"


@settings.command("day-ends", epilog=examples("myolog settings day-ends 4"))
@click.argument("hour", metavar="HOUR", type=click.IntRange(0, 6))
@click.pass_obj
def day_ends(session: Session, hour: int) -> None:
    """Let your day end after midnight, at HOUR from 0 to 6.

    A twitch noted in bed then counts for the day before. What is noted already
    follows.
    """
    from myolog.cli.terminal import speak_up

    person, words = session.open(), load()
    from myolog.store.services.zones import set_day_end

    moved = set_day_end(person=person, day_ends_hour=hour, by=BY)
    click.echo(words.text("cli.zone.day_ends", hour=hour))
    if moved:
        click.echo(words.text("cli.zone.redated", count=len(moved)))
    speak_up(person)


@settings.command("country", epilog=examples("myolog settings country GB"))
@click.argument("code", metavar="CODE")
@click.pass_obj
def country(session: Session, code: str) -> None:
    """Change the country whose number for help is shown, such as GB."""
    person = session.open()
    from myolog.store.services.people import set_country

    set_country(person=person, country=code, by=BY)
    click.echo(load().text("cli.zone.country", country=person.country))


@settings.command("about", epilog=examples("myolog settings about child --age 9"))
@click.argument("who", type=click.Choice(tuple(WHO)))
@click.option("--age", type=click.IntRange(0, 120), help="The age of that person in full years.")
@click.option(
    "--same-person",
    is_flag=True,
    help="It is the same person as before: they answer themselves now, or the age was wrong.",
)
@click.pass_obj
def about(session: Session, who: str, age: int | None, *, same_person: bool) -> None:
    """Say who the check is for: me, my child, or another person I care for.

    The questions, the result and the page for the doctor then speak of that
    person, and the age decides what is asked.
    """
    from myolog.cli.whose import tell_about
    from myolog.wording.whose import whose_in_words

    told = tell_about(session, session.open(), who, age, same_person=same_person)
    click.echo(f"{whose_in_words(told)}.")
