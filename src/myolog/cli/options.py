"""Options that several commands share, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from myolog.cli.terminal import today_in

if TYPE_CHECKING:
    from myolog.journal.model import Journal
    from myolog.store.selectors import Person

__all__ = ["as_json", "as_of", "day_told", "on_day"]

F = TypeVar("F", bound=Callable[..., Any])

on_day: Final = click.option("--date", "on", metavar="DAY", help="Another day than today.")

as_of: Final = click.option("--date", "on", metavar="DAY", help="With --journal: as of this day.")


def as_json(what: str = "the result") -> Callable[[F], F]:
    """Return the option that prints for programs, in place of what people read."""
    return click.option("--json", "as_json", is_flag=True, help=f"Print {what} for programs.")


def day_told(on: str | None, whose: Person | Journal) -> date:
    """Return the day that was told; today where none was.

    Raises
    ------
    UserError
        It cannot be read, or lies ahead.
    """
    from myolog.cli.when import read_day

    today = today_in(whose)
    return today if on is None else read_day(on, today=today)
