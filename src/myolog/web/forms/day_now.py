"""What a day says so far, as the fields of its form hold it."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.measures import to_measured
from myolog.content.names import drink_name, exposure_name
from myolog.content.numbers import figure
from myolog.journal.cups import cups_noted
from myolog.journal.entries import DayExposure, DayTally, Entry
from myolog.journal.model import Journal
from myolog.vocabulary.choices import SAID
from myolog.vocabulary.exposures import EXPOSURES, exposure
from myolog.web.shown import now_says
from myolog.wording.entries import one_line
from myolog.wording.places import Place

QUICK: Final = {
    "sleep": ("sleep_min", SAID["sleep_min"]),
    "stress": ("stress", SAID["stress"]),
    "exercise": ("exercise_min", SAID["exercise_min"]),
    "screens": ("screen_h", SAID["screen_h"]),
}
"""Questions answered with one tap: the exposure of each, and what its choices stand for."""


def fields_of(journal: Journal, day: date) -> dict[str, str]:
    """Return each field of the form that the day fills, and its text."""
    entries = [entry for entry in journal.entries if entry.day == day]
    told = journal.exposures_told.get(day, {})
    found = {
        f"place:{Place(entry.site, entry.side).word}": amount_of(entry)
        for entry in entries
        if isinstance(entry, DayTally)
    }
    found |= {f"drink:{code}": figure(n) for code, n in cups_noted(exposures(entries)).items()}
    found |= {
        name: told[code].said
        for name, (code, _) in QUICK.items()
        if code in told and told[code].said
    }
    found |= {
        f"value:{code}": value_typed(code, entry.value)
        for code, entry in told.items()
        if not entry.said
    }
    return found


def exposures(entries: Iterable[Entry]) -> tuple[DayExposure, ...]:
    """Return the values among the entries of a day."""
    return tuple(entry for entry in entries if isinstance(entry, DayExposure))


def noted_in_words(journal: Journal, day: date) -> tuple[str, ...]:
    """Return what is noted of a day's values."""
    told = journal.exposures_told.get(day, {})
    own = sorted(code for code in told if code not in EXPOSURES)
    return tuple(one_line(told[code]) for code in (*EXPOSURES, *own) if code in told)


def said_of_field(name: str, text: str) -> str:
    """Return what a field of the form holds now, in words."""
    words = load()
    kind, _, what = name.partition(":")
    if kind == "place":
        named, told = Place.read(what).name, words.labels("page.day").get(text, text)
    elif kind == "drink":
        named, told = drink_name(what), text
    elif kind == "value":
        value = exposure(what).kind == "yes_no" and text in YES_NO
        named, told = exposure_name(what), YES_NO[text]() if value else text
    else:
        named = exposure_name(QUICK[name][0])
        told = words.labels("page.day").get(f"{name}_{text}", text)
    return now_says(named, told)


_HOUR: Final = 60
"""Minutes."""

YES_NO: Final = {
    "1": lambda: load().text("answer.yes"),
    "0": lambda: load().text("answer.no"),
}


def amount_of(tally: DayTally) -> str:
    """Return what the field of a place holds: a word, or the count as it was given."""
    return tally.amount if tally.amount is not None else str(tally.count)


def value_typed(code: str, value: float) -> str:
    """Return a value as the person would type it."""
    what = exposure(code)
    if what.kind == "yes_no":
        return f"{value:.0f}"
    if what.code == "sleep_min" and value >= _HOUR and not value % 1:
        return f"{value // _HOUR:.0f}:{value % _HOUR:02.0f}"
    return figure(to_measured(value, what.unit))
