"""What a person tracks of their own: the name, unit and role they gave a thing, and when.

The values are daily exposures like any other (`vocabulary/own.py` has their codes). An `OwnThing`
says what one is called; the latest one holds, so that renaming, archiving and bringing back keep
every value. A thing that is archived is asked about no longer and stays in the journal, in files
and in searches.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from myolog.errors import InvalidEntry
from myolog.journal.checks import check_choice, check_text, check_yes_no
from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.vocabulary.exposures import exposure
from myolog.vocabulary.own import is_own
from myolog.vocabulary.words import plain

__all__ = [
    "AT_ONCE",
    "NAME_LIMIT",
    "ROLES",
    "UNIT_LIMIT",
    "OwnThing",
    "alike",
    "called",
    "latest",
    "own_things",
    "tidied",
]

NAME_LIMIT: Final = 60
UNIT_LIMIT: Final = 20

AT_ONCE: Final = 12
"""Things that are tracked at the same time; each makes a true finding harder to tell."""

Role = Literal["do", "feel"]
ROLES: Final = ("do", "feel")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnThing(Entry):
    """A thing of the person's own to track: what it is called, and what it is.

    Attributes
    ----------
    code : of its values; begins with own:yes_no:, own:rating: or own:amount:
    name : in the person's own words
    unit : of an amount, in the person's own words
    role : do for what they do or take, feel for what they feel, which can only go together
    archived : whether it is asked about no longer; its values stay
    """

    kind: ClassVar[str] = "own_thing"
    code: str
    name: str
    unit: str = ""
    role: str = "feel"
    archived: bool = False

    def _check(self) -> None:
        Entry._check(self)
        if not is_own(str(self.code)):
            raise InvalidEntry(
                "A thing of one's own needs a code such as own:yes_no:late-pizza.",
                code="invalid_own_code",
            )
        check_text(self.name, "The name", NAME_LIMIT, required=True)
        check_text(self.unit, "The unit", UNIT_LIMIT)
        check_choice(self.role, ROLES, "What it is")
        check_yes_no(self.archived, "Whether it is archived")

    @property
    def slot(self) -> str:
        """One a day and thing."""
        return f"{self.day}/{self.code}"

    @property
    def measure(self) -> str:
        """How it is told: yes_no, rating or amount."""
        return exposure(self.code).kind


_UNSEEN: Final = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that turn or hide text, so that a name could pass for another."""


def tidied(text: str) -> str:
    r"""Return a name or a unit on one line, without marks that turn or hide it.

    Examples
    --------
    >>> tidied("  late\n pizza\u202e ")
    'late pizza'
    """
    shown = "".join(" " if unicodedata.category(one) == "Cc" else one for one in text)
    return " ".join(_UNSEEN.sub("", shown).split())


def alike(name: str) -> str:
    """Return a name as it is compared: without case, accents and hyphens.

    Examples
    --------
    >>> alike("Späte Pizza") == alike("SPATE-PIZZA")
    True
    """
    bare = unicodedata.normalize("NFKD", tidied(name).casefold())
    return plain("".join(one for one in bare if not unicodedata.combining(one)))


def latest(told: Iterable[OwnThing]) -> Mapping[str, OwnThing]:
    """Return how each thing was told last, by its code, in the order in which they came.

    Parameters
    ----------
    told
        Oldest first.
    """
    return {one.code: one for one in told}


def own_things(journal: Journal) -> Mapping[str, OwnThing]:
    """Return how each thing of a journal was told last, archived ones too, by its code."""
    return latest(journal.of(OwnThing))


def called(things: Mapping[str, OwnThing]) -> Mapping[str, str]:
    """Return what each thing is called; of several with one name the later ones have a number.

    Two journals that were brought together may both have a "tea"; their values stay apart.
    """
    names: dict[str, str] = {}
    times: dict[str, int] = {}
    for code, one in things.items():
        name = tidied(one.name) or exposure(code).name
        times[alike(name)] = number = times.get(alike(name), 0) + 1
        names[code] = name if number == 1 else f"{name} ({number})"
    return names
