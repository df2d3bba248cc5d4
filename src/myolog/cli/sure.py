"""Asking once in a terminal whether what is unusual is right; a script is told what it stored."""

from __future__ import annotations

from collections.abc import Iterable

import click

from myolog.cli.terminal import asks
from myolog.content.catalogue import load
from myolog.journal.entries import Entry
from myolog.wording.unusual import unusual_of

__all__ = ["make_sure"]


def make_sure(entries: Iterable[Entry], *, yes: bool = False) -> None:
    """Ask about each unusual value, or say that it is noted where nobody can answer.

    Parameters
    ----------
    yes
        Whether the person said beforehand that everything is right.

    Raises
    ------
    click.Abort
        The person says no; nothing is stored.
    """
    for one in () if yes else unusual_of(entries):
        if asks():
            question = load().text("cli.ask.right", sentence=one.sentence)
            click.confirm(question, abort=True, default=True)
        else:
            click.echo(load().text("unusual.as_given", sentence=one.sentence), err=True)
