"""The question for the country, asked once and before any number for help is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from myolog.cli.asking import ask
from myolog.cli.terminal import BY
from myolog.content.catalogue import load

if TYPE_CHECKING:
    from myolog.store.selectors import Person

__all__ = ["ask_country"]


def ask_country(person: Person) -> Person:
    """Ask where nobody has told the country; Enter leaves it open for good."""
    from myolog.store.services.people import is_country_open, set_country

    if not is_country_open(person):
        return person

    def read(typed: str) -> Person:
        return set_country(person=person, country=typed.strip(), by=BY)

    told = ask(load().text("cli.zone.country_ask"), read)
    return told or set_country(person=person, country="", by=BY)
