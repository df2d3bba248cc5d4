"""Places on the body as a person picks them: recent ones first, then parts of the body.

A place in a form or address is one word, ``calf/left``, so that the side can never come apart from
the site. Sites and their sides come from the vocabulary.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from myolog.content.catalogue import load
from myolog.content.languages import once_per_language
from myolog.content.names import place_name, site_name, site_words, your_place
from myolog.errors import UserError
from myolog.vocabulary.sites import SITES, Site, check_side
from myolog.vocabulary.words import plain

PARTS: Final = {
    "face": ("bulbar_eyelid", "bulbar_face", "bulbar_tongue"),
    "arms": ("neck", "arm"),
    "trunk": ("trunk",),
    "legs": ("leg",),
    "all": ("everywhere",),
}
"""Parts of the body in the order in which they are offered, and the groups of sites in each."""

SIDED: Final = ("left", "right", "both")
"""The sides that are part of a place's word."""

OTHER: Final = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Place:
    """A site with its side; the side is None for the middle, or where it was not noticed."""

    site: str
    side: str | None = None

    @classmethod
    def read(cls, word: str) -> Self:
        """Return the place that ``calf/left`` names.

        Raises
        ------
        UnknownSite, UserError
            There is no such place, or it has no such side.
        """
        code, _, side = word.partition("/")
        check_side(code, side or None)
        return cls(code, side or None)

    @property
    def word(self) -> str:
        """The place as one word, for forms and addresses."""
        return f"{self.site}/{self.side}" if self.side else self.site

    @property
    def name(self) -> str:
        """What a person reads, without "your"."""
        return place_name(self.site, self.side)

    @property
    def yours(self) -> str:
        """The place with "your", as the side must always be."""
        return your_place(self.site, self.side)

    @property
    def has_sides(self) -> bool:
        """Whether a side can be told."""
        return SITES[self.site].sides != "M"

    @property
    def other_side(self) -> "Place | None":
        """The same site on the other side, where there is one."""
        return Place(self.site, OTHER[self.side]) if self.side in OTHER else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One site in the list.

    Attributes
    ----------
    words : everything it is called, for the search
    left, right : its places with a side, where it has sides
    middle : the place without a side, where the site can have none
    """

    name: str
    words: str
    left: Place | None
    right: Place | None
    middle: Place | None


@once_per_language
def listed() -> tuple[Choice, ...]:
    """Return every site, head to foot."""
    return tuple(_choice(one) for one in SITES.values())


def found(text: str) -> tuple[Choice, ...]:
    """Return the sites of which every word of `text` begins a word; without text, all."""
    wanted = plain(text).split()
    return tuple(
        choice
        for choice in listed()
        if all(any(word.startswith(part) for word in choice.words.split()) for part in wanted)
    )


def _choice(one: Site) -> Choice:
    sided = one.sides != "M"
    return Choice(
        name=site_name(one.code),
        words=_searched(one.code),
        left=Place(one.code, "left") if sided else None,
        right=Place(one.code, "right") if sided else None,
        middle=Place(one.code) if one.sides != "LR" else None,
    )


def _searched(code: str) -> str:
    """Return the words to find a place by, as a script compares them and as `plain` does."""
    words = site_words(code)
    return " ".join(dict.fromkeys((*map(plain, words), *map(str.lower, words))))


def offered(places: Iterable[tuple[str, str | None]]) -> tuple[Place, ...]:
    """Return places of the journal as a page offers them."""
    return tuple(Place(*one) for one in places)


def read_places(words: Iterable[str]) -> tuple[Place, ...]:
    """Return the places that `words` name, each once; words that name none are left out."""
    found: list[Place] = []
    for word in words:
        try:
            found.append(Place.read(word))
        except UserError:
            continue
    return tuple(dict.fromkeys(found))


@once_per_language
def site_options() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return each part of the body, in words, with code and name of its sites."""
    words = load()
    return tuple(
        (
            words.template(f"page.log.part_{part}"),
            tuple((code, site_name(code)) for code, one in SITES.items() if one.group in groups),
        )
        for part, groups in PARTS.items()
    )
