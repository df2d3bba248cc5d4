"""Places that the journal holds, in words, beside the line of the check that asks about them."""

from collections.abc import Iterable
from datetime import date

from myolog.content.catalogue import load
from myolog.content.grammar import counted, joined
from myolog.content.names import place_name
from myolog.journal.model import Journal
from myolog.triage.noted_places import NotedPlace, places_noted

__all__ = ["named_with_days", "noted_beside"]


def noted_beside(journal: Journal, names: Iterable[str], *, today: date) -> str:
    """Return what the journal of the last four weeks holds of these questions; "" for nothing."""
    places = [
        one for name in names for one in places_noted(journal, name, asked=today, today=today)
    ]
    return load().text("derived.noted", places=named_with_days(places)) if places else ""


def named_with_days(places: Iterable[NotedPlace]) -> str:
    """Name places, each with the number of its days: "left eyelid (10 days)"."""
    return joined(
        [f"{place_name(site, side)} ({counted('report.count.day', n)})" for site, side, n in places]
    )
