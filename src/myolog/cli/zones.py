"""Which clock a terminal means: the home zone, and where this computer stands when that differs.

Decides that a person is told on standard error, so that what programs read stays as it is.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from myolog.content.catalogue import load
from myolog.errors import InvalidEntry

if TYPE_CHECKING:
    from myolog.store.selectors import Person

__all__ = ["HERE", "introduce", "is_away", "read_zone", "tell_zone"]

HERE: Final = "here"
"""Said in the place of a zone: that of this computer."""


def introduce(person: Person) -> None:
    """Say once, at first use, which zone times are in and how to change it."""
    from myolog.store.services.zones import is_unchosen

    words = load()
    if is_unchosen(person):
        click.echo(words.text("cli.zone.unknown"), err=True)
    else:
        click.echo(words.text("cli.zone.first", zone=person.zone), err=True)


def tell_zone(person: Person, *, logged: bool = False) -> None:
    """Say what a person should know of the zone: nobody chose it, or this computer is elsewhere.

    A computer that keeps UTC, as servers do, tells nothing of where the person is.

    Parameters
    ----------
    logged
        Whether a twitch was noted, which can be done in another zone.
    """
    from myolog.store.computer import computer_zone
    from myolog.store.services.zones import is_unchosen

    words, here = load(), computer_zone()
    if is_unchosen(person):
        click.echo(words.text("cli.zone.unchosen"), err=True)
    elif is_away(person):
        key = "cli.zone.away_log" if logged else "cli.zone.away"
        click.echo(words.text(key, zone=person.zone, here=here), err=True)


def is_away(person: Person) -> bool:
    """Say whether this computer is known to stand where clocks differ from those of home."""
    from myolog.store.computer import computer_zone, countries_in

    here = computer_zone()
    return here is not None and bool(countries_in(here)) and _clocks_differ(here, person.zone)


def _clocks_differ(one: str, other: str) -> bool:
    """Tell whether the clocks of two zones show different times now."""
    from myolog.journal.checks import zone_of

    now = datetime.now(UTC)
    return now.astimezone(zone_of(one)).utcoffset() != now.astimezone(zone_of(other)).utcoffset()


def read_zone(text: str) -> str:
    """Return the zone a person names; “here” is that of this computer.

    Raises
    ------
    InvalidEntry
        No time zone has this name, or this computer does not tell its own.
    """
    from myolog.store.computer import computer_zone, zone_meant

    if text.casefold() != HERE:
        return zone_meant(text)
    zone = computer_zone()
    if zone is None:
        raise InvalidEntry(
            "This computer does not tell its time zone. Name it, such as Europe/Berlin.",
            code="invalid_zone",
            key="computer_tells_no_zone",
        )
    return zone
