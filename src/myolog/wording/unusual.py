"""What is unusual, in words: the sentence that asks, and the key by which "yes" is remembered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from myolog.content.about import spoken_about
from myolog.content.catalogue import load
from myolog.content.languages import capital
from myolog.content.names import (
    duration_value,
    exposure_name,
    exposure_value,
    fact_name,
    fact_value,
    place_name,
)
from myolog.content.numbers import figure
from myolog.journal.entries import CheckWindow, DayExposure, DayTally, Entry, Episode, ProfileFact
from myolog.journal.unusual import is_unusual

__all__ = ["Unusual", "unusual_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusual:
    """One value that few people have.

    Attributes
    ----------
    key : the value and what it is of; another value has another key
    sentence : what is unusual
    """

    key: str
    sentence: str


def unusual_of(entries: Iterable[Entry]) -> tuple[Unusual, ...]:
    """Return what is unusual among entries.

    Examples
    --------
    >>> from datetime import date
    >>> unusual_of([DayTally(day=date(2026, 3, 9), site="calf", side="left", count=99_999)])[0]
    Unusual(key='calf/left=99999', sentence='Left calf: 99,999 is unusual.')
    """
    told = tuple(entries)
    of_other = spoken_about().is_other or any(map(_tells_of_other, told))
    return tuple(_asked(entry) for entry in told if is_unusual(entry, of_other=of_other))


def _tells_of_other(entry: Entry) -> bool:
    if not isinstance(entry, ProfileFact):
        return False
    return entry.code == "answered_by" and entry.value != "self"


def _asked(entry: Entry) -> Unusual:
    match entry:
        case DayExposure():
            name = exposure_name(entry.code)
            value = exposure_value(entry.code, entry.value)
            key = f"{entry.code}={entry.value:g}"
        case ProfileFact():
            name, value = fact_name(entry.code), fact_value(entry.code, entry.value)
            key = f"{entry.code}={entry.value}"
        case DayTally():
            name, value = place_name(entry.site, entry.side), figure(entry.count or 0, ",")
            key = f"{entry.site}/{entry.side or ''}={entry.count}"
        case CheckWindow():
            name, value = load().text("page.window.title"), figure(entry.count, ",")
            key = f"look={entry.count}"
        case _:
            assert isinstance(entry, Episode)  # noqa: S101 - the only other kind that is asked about
            name = place_name(entry.site, entry.side)
            value = duration_value(entry.duration_s or 0)
            key = f"{entry.site}/{entry.side or ''}={entry.duration_s}"
    said = load().text("unusual.sentence", name=capital(name), value=value)
    return Unusual(key=key, sentence=said)
