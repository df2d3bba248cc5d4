"""Reading places, tallies and daily values from typed words.

Decides the short forms of the command line: "calf left", "right forearm",
"calf left some", "caffeine=180 mg". What they may say is the vocabulary's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from myolog.cli.asking import YES_NO, settled
from myolog.cli.terminal import split_pair
from myolog.content.languages import LANGUAGES, once_per_language, spoken_language
from myolog.content.names import exposure_name, site_name, site_words
from myolog.content.own import own_meant
from myolog.content.typed import exposure_typed, whole_typed
from myolog.errors import UnknownExposure, UnknownSite, UserError
from myolog.journal.cycle import CYCLE_DAY
from myolog.journal.entries import AMOUNTS, DayExposure, DayTally
from myolog.vocabulary.choices import stands_for
from myolog.vocabulary.exposures import Exposure, exposure, find_exposure, validate
from myolog.vocabulary.own import is_own
from myolog.vocabulary.sites import SITES, Side, Site, check_side, find_site
from myolog.vocabulary.words import plain

__all__ = [
    "exposure_meant",
    "read_exposure",
    "read_place",
    "read_suspect",
    "read_tally",
    "read_value",
    "value_told",
]

_SIDES: dict[str, Side] = {
    "left": "left", "l": "left", "right": "right", "r": "right", "both": "both",
    "links": "left", "linke": "left", "linker": "left", "linkes": "left",
    "rechts": "right", "rechte": "right", "rechter": "right", "rechtes": "right",
    "beide": "both", "beiden": "both", "beidseits": "both",
}  # fmt: skip
_FILLERS = frozenset(
    {"my", "the", "side", "sides", "auf", "mein", "meine", "der", "die", "das", "seite", "seiten"}
)
_FIRST = frozenset({"first", "erster"})
_AMOUNTS = {
    "keine": "none", "kein": "none", "nichts": "none", "einige": "some", "etwas": "some",
    "viele": "many", "viel": "many",
}  # fmt: skip
_NUMBERED = {"true": True, "1": True, "false": False, "0": False}


def read_place(words: Iterable[str]) -> tuple[Site, Side | None]:
    """Return the site and side that words name, in any order.

    Raises
    ------
    UnknownSite
        No place is called so.
    UserError
        Two sides are named, or a side that this place cannot have.

    Examples
    --------
    >>> site, side = read_place(["left", "calf"])
    >>> site.code, side
    ('calf', 'left')
    """
    tokens = " ".join(words).casefold().replace(",", " ").split()
    sides = list(dict.fromkeys(_SIDES[token] for token in tokens if token in _SIDES))
    name = " ".join(token for token in tokens if token not in _SIDES and token not in _FILLERS)
    if not name:
        raise UnknownSite("Say where it twitched, such as: myolog log calf left.", key="say_where")
    if len(sides) > 1:
        raise UserError(
            "Name one side only: left, right or both.", code="invalid_side", key="one_side_only"
        )
    if any(letter.isdecimal() for letter in name) or _goes_on(name):
        raise UnknownSite(
            "“{text}” says more than a place; give a whole sentence like this: "
            'myolog log --say "left calf 2 min after espresso".',
            text=" ".join(words)[:60],
            key="whole_sentence_with_say",
        )
    site = _singular(name)
    return site, check_side(site.code, sides[0] if sides else None)


def _goes_on(name: str) -> bool:
    """Say whether a place is named and then more is said of it, such as "calf now"."""
    place, *more = name.split()
    return bool(more) and _is_known(place) and not _is_known(name)


def _is_known(name: str) -> bool:
    with suppress(UnknownSite):
        return bool(_singular(name))
    return False


def _singular(name: str) -> Site:
    spoken = _spoken().get(_bare(name))
    if spoken is not None:
        return SITES[spoken]
    try:
        return find_site(name)
    except UnknownSite:
        if name.endswith("s"):
            try:
                return find_site(name[:-1])
            except UnknownSite:
                pass
        raise


@once_per_language
def _spoken() -> Mapping[str, str]:
    """Return the code of each place by its words in the language in force; English ones aside."""
    if spoken_language() == LANGUAGES[0]:
        return {}
    words = [(code, word) for code in SITES for word in site_words(code)]
    named = [(code, site_name(code)) for code in SITES]
    return {_bare(word): code for code, word in reversed((*named, *words))}


def _bare(text: str) -> str:
    return " ".join(word for word in plain(text).replace(",", " ").split() if word not in _FILLERS)


def read_tally(text: str, *, day: date) -> DayTally:
    """Return the day tally that "calf left some" or "calf left 12" says.

    Raises
    ------
    UserError
        The place or the amount cannot be read.
    """
    *place, amount = text.replace("=", " ").split() or [""]
    if not place:
        raise UserError(
            "“{text}” is not a place with an amount; write it like “calf left some”.",
            text=text[:40],
            code="invalid_tally",
            key="not_a_place_with_amount",
        )
    site, side = read_place(place)
    word, count = _amount(amount)
    return DayTally(day=day, site=site.code, side=side, amount=word, count=count)


def _amount(text: str) -> tuple[str | None, int | None]:
    word = text.casefold()
    word = _AMOUNTS.get(word, word)
    if word in AMOUNTS:
        return word, None
    if any(sign.isdecimal() for sign in word):
        return None, settled(whole_typed, word)
    raise UserError(
        "“{text}” is not an amount; say none, some, many or a whole number.",
        text=text[:40],
        code="invalid_tally",
        key="not_a_tally",
    )


def read_exposure(text: str, *, day: date) -> DayExposure:
    """Return the daily value that "caffeine=180" says; a unit of the same kind is turned.

    Raises
    ------
    UserError
        The name is unknown or the value cannot be.
    """
    name, value = split_pair(text, "caffeine=180")
    return value_told(exposure_meant(name), value, day=day)


def exposure_meant(text: str) -> Exposure:
    """Return what a person means: a thing of their own by its name, else one of the vocabulary.

    Raises
    ------
    UnknownExposure
        Nothing is called so.
    """
    code = own_meant(text)
    return find_exposure(text) if code is None else exposure(code)


def value_told(what: Exposure, text: str, *, day: date) -> DayExposure:
    """Return the value that a number says, or a word that stands for one, such as "under 6".

    Raises
    ------
    UserError
        It is no number, no yes or no, or out of range.

    Examples
    --------
    >>> told = value_told(find_exposure("stress"), "a lot", day=date(2026, 3, 9))
    >>> told.value, told.said
    (8.0, 'a_lot')
    """
    word = "_".join(text.casefold().split())
    number = stands_for(what.code, word)
    if number is not None:
        return DayExposure(day=day, code=what.code, value=number, said=word)
    if what.code == CYCLE_DAY and word in _FIRST:
        return DayExposure(day=day, code=what.code, value=1)
    return DayExposure(day=day, code=what.code, value=read_value(what, text))


def read_value(what: Exposure, text: str) -> float:
    """Return a typed value in the exposure's unit.

    Raises
    ------
    UserError
        It is no number, no yes or no, or out of range.
    """
    if what.kind == "yes_no":
        if (said := (YES_NO | _NUMBERED).get(text.strip().casefold())) is not None:
            return float(said)
        raise UserError(
            "Say yes or no for {codes}.",
            codes=(exposure_name(what.code) if is_own(what.code) else what.code,),
            code="invalid_amount",
            key="say_yes_or_no",
        )
    return validate(what.code, settled(lambda typed: exposure_typed(typed, what), text))


def read_suspect(text: str) -> str:
    """Return the exposure code that a word means, or the word itself."""
    try:
        return find_exposure(text).code
    except UnknownExposure:
        return text.strip()
