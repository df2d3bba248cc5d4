"""Finding entries of the journal: by words, place, what came along, suspected cause, kind, period.

Decides what a word is compared with (everything that is told of an entry, and everyday names of its
place), that case, accents and the two ways to type an umlaut do not matter, and what is offered
where nothing fits: the same search without one of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final
from unicodedata import normalize

from myolog.content.catalogue import load
from myolog.content.dates import whole_date
from myolog.content.grammar import range_of
from myolog.content.languages import mid_sentence
from myolog.content.names import drink_name, exposure_name, site_words
from myolog.frozen import FrozenDict
from myolog.journal.entries import DayExposure, DayTally, Entry, Episode, ProfileFact
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.model import Journal
from myolog.journal.records import Story
from myolog.vocabulary.exposures import EXPOSURES, exposure
from myolog.vocabulary.own import is_own
from myolog.wording.kinds import amount_of, line_of, signs_in_words, suspects_in_words
from myolog.wording.places import Place

__all__ = ["Offer", "Wanted", "excerpt", "found_in", "kind_name", "offers", "parts_in_words"]

ANYWHERE: Final = 4
"""Letters from which a word is found within another one, as in "Oberarm" or "Muskelzucken"."""

SHOWN: Final = 300
"""Characters of a note that are shown."""

LEAD: Final = 80
"""Characters before the first word found in a longer note."""

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_MARKS: Final = re.compile("[\u0300-\u036f]")
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; what is left empty does not matter.

    Attributes
    ----------
    words : each of them has to be told of an entry
    place : a site, on either side where it has none
    sign : what came with a twitch
    cause : a suspected cause, the code of an exposure or words
    kind : one of `ALL_KINDS`
    first, last : the period, both days included
    """

    words: str = ""
    place: Place | None = None
    sign: str = ""
    cause: str = ""
    kind: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """What of it is told."""
        told = {
            "kind": self.kind,
            "period": self.first or self.last,
            "place": self.place,
            "sign": self.sign,
            "cause": self.cause,
            "words": self.words.strip(),
        }
        return tuple(part for part, value in told.items() if value)

    def without(self, part: str) -> Wanted:
        """Return the same search less one part."""
        if part == "period":
            return replace(self, first=None, last=None)
        if part == "place":
            return replace(self, place=None)
        empty: dict[str, Any] = {part: ""}
        return replace(self, **empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The same search without one part.

    Attributes
    ----------
    part : which one
    says : the part in words
    n_found : how many entries are found without it
    """

    part: str
    says: str
    n_found: int


def found_in(journal: Journal, wanted: Wanted) -> tuple[Entry, ...]:
    """Return the entries that fit, the newest first; facts about the person are no entries."""
    fits = tuple(_TESTS[part](wanted) for part in wanted.parts)
    return tuple(
        entry
        for entry in reversed(journal.entries)
        if not isinstance(entry, ProfileFact) and all(test(entry) for test in fits)
    )


def offers(journal: Journal, wanted: Wanted) -> tuple[Offer, ...]:
    """Return the search without each of its parts, those first that find something."""
    says = parts_in_words(wanted)
    made = (
        Offer(part=part, says=says[part], n_found=len(found_in(journal, wanted.without(part))))
        for part in wanted.parts
    )
    return tuple(sorted(made, key=lambda one: not one.n_found))


def parts_in_words(wanted: Wanted) -> Mapping[str, str]:
    """Say each part of a search."""
    words, told = load(), dict[str, str]()
    if wanted.words.strip():
        told["words"] = words.text("page.find.said_words", words=wanted.words.strip())
    if wanted.place:
        told["place"] = wanted.place.name
    if wanted.sign:
        sign = signs_in_words((wanted.sign,))
        told["sign"] = words.text("page.find.said_sign", sign=sign)
    if wanted.cause:
        cause = suspects_in_words((wanted.cause,))
        told["cause"] = words.text("page.find.said_cause", cause=cause)
    if wanted.kind:
        told["kind"] = mid_sentence(kind_name(wanted.kind))
    if wanted.first and wanted.last:
        told["period"] = range_of(whole_date(wanted.first), whole_date(wanted.last))
    elif wanted.first or wanted.last:
        end, day = ("since", wanted.first) if wanted.first else ("until", wanted.last)
        told["period"] = words.text(f"page.find.said_{end}", date=whole_date(day or date.min))
    return FrozenDict(told)


def kind_name(kind: str) -> str:
    """Return what entries of a kind are called."""
    return load().text(f"page.backups.kind.{kind}")


def excerpt(note: str, words: str) -> str:
    """Return a note as it is shown; of a long one the part in which a word was found."""
    if len(note) <= SHOWN:
        return note
    written, tests = note.split(), _word_tests(words)
    hit = (n for n, one in enumerate(written) if any(test(_spellings(one)) for test in tests))
    begin = next(hit, 0)
    start = max(0, len(" ".join(written[:begin])) - LEAD)
    text = " ".join(written)[start:]
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return f"…{shown}" if start else shown


# ---- the tests, the quickest first

Test = Callable[[Entry], bool]


def _of_kind(wanted: Wanted) -> Test:
    kind = ALL_KINDS[wanted.kind]
    return lambda entry: isinstance(entry, kind)


def _in_period(wanted: Wanted) -> Test:
    first, last = wanted.first or date.min, wanted.last or date.max
    first, last = min(first, last), max(first, last)
    return lambda entry: first <= entry.day <= last


def _at_place(wanted: Wanted) -> Test:
    place = wanted.place
    return lambda entry: any(_covers(place, told) for told in _places_of(entry))


def _covers(place: Place | None, told: Place) -> bool:
    if place is None or told.site != place.site:
        return False
    return place.side is None or told.side in (place.side, "both")


def _places_of(entry: Entry) -> Iterable[Place]:
    if isinstance(entry, Episode | DayTally):
        return (Place(entry.site, entry.side),)
    if isinstance(entry, Story):
        since = (Place(one.site, one.side) for one in entry.sites)
        return (Place(entry.first_site, entry.first_side), *since)
    return ()


def _with_sign(wanted: Wanted) -> Test:
    return lambda entry: isinstance(entry, Episode) and wanted.sign in entry.accompanied


def _of_cause(wanted: Wanted) -> Test:
    spelled = cache(_spellings)
    cause = spelled(wanted.cause)
    return lambda entry: (
        isinstance(entry, Episode) and any(cause == spelled(one) for one in entry.suspected)
    )


def _with_words(wanted: Wanted) -> Test:
    """Return the test of words; what many entries tell alike, such as a place, is read once."""
    tests = _word_tests(wanted.words)
    every = frozenset(range(len(tests)))

    @cache
    def held(told: Hashable, say: Callable[[Any], str]) -> frozenset[int]:
        spelled = _spellings(say(told))
        return frozenset(n for n, test in enumerate(tests) if test(spelled))

    def fits(entry: Entry) -> bool:
        left = every
        for told, say in _told_of(entry):
            left = left - held(told, say)
            if not left:
                break
        return not left

    return fits


_TESTS: Final[Mapping[str, Callable[[Wanted], Test]]] = {
    "kind": _of_kind,
    "period": _in_period,
    "place": _at_place,
    "sign": _with_sign,
    "cause": _of_cause,
    "words": _with_words,
}


# ---- words

Spellings = tuple[str, str]
"""A text in small letters without accents: umlauts with an "e", and as bare letters."""


def _spellings(text: str) -> Spellings:
    if text.isascii():
        return (low := text.lower()), low
    small = normalize("NFC", text).casefold()
    return _bare(small.translate(_UMLAUTS)), _bare(small)


def _bare(text: str) -> str:
    return _MARKS.sub("", normalize("NFKD", text))


def _word_tests(words: str) -> tuple[Callable[[Spellings], bool], ...]:
    asked = _WORD.findall(normalize("NFC", words)) or words.split()
    return tuple(_word_test(_spellings(word)) for word in asked)


def _word_test(word: Spellings) -> Callable[[Spellings], bool]:
    with_e, bare = word
    if len(bare) >= ANYWHERE:
        return lambda told: with_e in told[0] or bare in told[1]
    begins = tuple(re.compile(rf"(?<![^\W_]){re.escape(one)}") for one in word)
    return lambda told: any(one.search(text) for one, text in zip(begins, told, strict=True))


def _told_of(entry: Entry) -> Iterable[tuple[Hashable, Callable[[Any], str]]]:
    """Return the parts of what is told of an entry, each with what says it in words."""
    if isinstance(entry, Episode):
        return (
            (Place(entry.site, entry.side), _place_said),
            (entry.suspected, _causes_said),
            (entry.accompanied, signs_in_words),
            (entry.note, str),
        )
    if isinstance(entry, DayTally):
        return ((Place(entry.site, entry.side), _place_said), (amount_of(entry), str))
    if isinstance(entry, DayExposure):
        drinks = tuple(sorted(entry.servings))
        return ((entry.code, _exposure_said), (drinks, _drinks_said), (entry.source, str))
    return ((_line_said(entry), str),)


def _place_said(place: Place) -> str:
    return " ".join((place.name, *site_words(place.site)))


def _causes_said(causes: Iterable[str]) -> str:
    return " ".join(
        _exposure_said(one) if one in EXPOSURES or is_own(one) else one for one in causes
    )


def _exposure_said(code: str) -> str:
    return " ".join((exposure_name(code), *exposure(code).also, code))


def _drinks_said(drinks: Iterable[str]) -> str:
    return " ".join(drink_name(one) for one in drinks)


def _line_said(entry: Entry) -> str:
    line = line_of(entry)
    return " ".join((line.text, line.at_right, line.more, line.note))
