"""`myolog log --say`: show what was understood of one line, ask, and store it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import click

from myolog.cli.sure import make_sure
from myolog.cli.terminal import BY, Session, now_in, say
from myolog.errors import UserError

if TYPE_CHECKING:
    from myolog.journal.entries import Entry
    from myolog.phrases.result import Understood

__all__ = ["log_line"]

_LABEL: Final = 12
"""Columns, at least."""


def log_line(
    session: Session, text: str, *, zone: str | None, ask: bool, quiet: bool = False
) -> Entry:
    """Show what was understood of a line, and store it once the person says yes.

    Parameters
    ----------
    zone
        The zone whose clocks are meant; None for home.
    quiet
        Keep standard output for the entry itself.

    Raises
    ------
    UserError
        The line makes no entry; nothing is stored.
    click.Abort
        The person says no.
    """
    from myolog.cli.zones import is_away, read_zone
    from myolog.content.catalogue import load
    from myolog.content.heard import may_be_loss
    from myolog.content.languages import spoken_language
    from myolog.journal.instants import day_at
    from myolog.phrases.entry import entry_from
    from myolog.phrases.reading import MONTH_FIRST, read_line
    from myolog.wording.understood import obstacle

    person = session.open()
    from myolog.store.services.journal import log_entries

    there = person.zone if zone is None else read_zone(zone)
    now, ends = now_in(there), person.day_ends_hour
    month_first = person.country in MONTH_FIRST
    said = read_line(
        text,
        now=now,
        zone=there,
        day_ends_hour=ends,
        month_first=month_first,
        language=spoken_language(),
    )
    if not quiet and not said.empty:
        clock = there if there != person.zone or is_away(person) else ""
        _show(said, today=day_at(now, there, day_ends_hour=ends), clock=clock)
    if may_be_loss(text):
        _offer_the_check(quiet=quiet)
    hindrance = obstacle(said)
    if hindrance is None and not ask and "not_today" in said.doubts("when"):
        hindrance = load().text("say.no_day", clock=f"{said.clock:%H:%M}")
    if hindrance is not None:
        raise UserError(str(hindrance), code="not_understood")
    entry = entry_from(said, now=now, zone=there, day_ends_hour=ends)
    make_sure((entry,), yes=not ask)
    if ask:
        click.confirm(load().text("say.ask"), abort=True, default=True, err=quiet)
    (stored,) = log_entries(person=person, entries=(entry,), by=BY)
    return stored


def _offer_the_check(*, quiet: bool) -> None:
    from myolog.content.catalogue import load

    words = load()
    text = f"{words.text('say.loss.text')} {words.text('say.loss.at_terminal')}"
    if quiet:
        click.echo(text, err=True)
    else:
        say(text)


def _show(said: Understood, *, today: date, clock: str) -> None:
    from myolog.content.catalogue import load
    from myolog.wording.understood import rows, said_of_a_day

    say(load().text("say.lead"))
    told = rows(said, today=today, clock=clock)
    width = max((_LABEL, *(len(row.label) + 1 for row in told)))
    for row in told:
        quoted = f" “{row.words}”" if row.words else ""
        line = " ".join((f"{row.label:<{width}}{row.value}{quoted}", *row.remarks))
        say(line, indent=2, hang=width + 2)
    limits = said_of_a_day(said)
    if limits is not None:
        say(limits)
