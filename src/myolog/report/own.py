"""What the person tracked under names of their own: plain counts for the page, and never an answer.

Decides that the things told on most days come first and that each is quoted as the person named it.
Nothing else on the page is worked out from them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from myolog.content.catalogue import load
from myolog.content.names import exposure_value
from myolog.content.own import naming
from myolog.journal.middles import middle_told
from myolog.journal.model import Journal
from myolog.journal.own import OwnThing, called, own_things
from myolog.report.phrases import counted, short
from myolog.vocabulary.exposures import exposure
from myolog.vocabulary.own import is_own

__all__ = ["OwnTold", "own_row", "own_told"]

_LETTERS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTold:
    """One thing of the person's own, over the days on which it was told.

    Attributes
    ----------
    thing : how it was told last; None where no definition is there
    name : what it is called
    n_days : days with a value, from 1
    n_yes : days with yes, of a thing that is yes or no
    median : of the values
    """

    code: str
    thing: OwnThing | None
    name: str
    n_days: int
    n_yes: int
    median: float


def own_told(journal: Journal) -> tuple[OwnTold, ...]:
    """Return what was told, archived things too, those told on most days first."""
    values: defaultdict[str, list[float]] = defaultdict(list)
    for noted in journal.exposure_values.values():
        for code, value in noted.items():
            if is_own(code):
                values[code].append(value)
    things = own_things(journal)
    names = called(things)
    told = [
        OwnTold(
            code=code,
            thing=things.get(code),
            name=names.get(code, exposure(code).name),
            n_days=len(found),
            n_yes=sum(map(bool, found)),
            median=middle_told((value, "") for value in found)[0],
        )
        for code, found in values.items()
    ]
    return tuple(sorted(told, key=lambda one: (-one.n_days, one.code)))


def own_row(told: OwnTold) -> tuple[str, str, str]:
    """Say a thing in a row of the table: its name, marked as own, and what it came to."""
    words, things = load(), {} if told.thing is None else {told.code: told.thing}
    name = words.text("report.medicines.own", name=short(told.name, _LETTERS))
    days = counted("day", told.n_days)
    if exposure(told.code).kind == "yes_no":
        return name, words.text("report.medicines.own_yes", count=told.n_yes, time=days), ""
    with naming(lambda: things):
        value = exposure_value(told.code, round(told.median, 1))
    return name, words.text("report.medicines.median", count=value, time=days), ""
