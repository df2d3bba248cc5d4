"""Places on the face and the tongue that the journal holds, beside the question about them.

Decides which notes stand beside an answer. They suggest no answer: the guide has these questions
asked and not derived, so that no level rises by itself. Source: the guide, sections 3b and 3d.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.model import Journal
from myolog.triage.derive import SPAN_DAYS
from myolog.vocabulary.sites import SITES

__all__ = ["DeniedButNoted", "NotedPlace", "places_noted"]

NotedPlace = tuple[str, str | None, int]
"""A site, its side, and the number of days on which it was noted."""

_SITES_OF: Final[Mapping[str, frozenset[str]]] = FrozenDict(
    {
        "eye_face": frozenset(
            code for code, one in SITES.items() if one.group in {"bulbar_eyelid", "bulbar_face"}
        ),
        "tongue_twitch": frozenset({"tongue"}),
    }
)
"""Question to the sites that it asks about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeniedButNoted:
    """A question that was denied, and the places noted about that time that it asks about."""

    name: str
    day: date
    places: tuple[NotedPlace, ...]


def places_noted(
    journal: Journal, name: str, *, asked: date, today: date
) -> tuple[NotedPlace, ...]:
    """Return the places of a question that were noted from 28 days before it was asked until today.

    Parameters
    ----------
    asked
        The day of the answer, itself one of the 28 days.

    Returns
    -------
    places : site, side and number of days, the place with the most days first
    """
    first, sites = asked - timedelta(days=SPAN_DAYS - 1), _SITES_OF.get(name, frozenset())
    found = [
        (site, side, n_days)
        for (site, side), days in journal.place_days.items()
        if site in sites and (n_days := sum(first <= day <= today for day in days))
    ]
    return tuple(sorted(found, key=lambda one: (-one[2], one[0], one[1] or "")))
