"""How often the person wants to be asked, in words: on Today, and on its own page in Settings."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from myolog.attention.rest import Noting, noting_on
from myolog.attention.windows import window_times
from myolog.content.catalogue import load
from myolog.content.dates import spoken, weekday
from myolog.journal.model import Journal
from myolog.journal.tracking import DEFAULT, tracked
from myolog.store.selectors import Person
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import WAYS_OF_NOTING, WINDOWS_AT_MOST, say_times
from myolog.web.day_form import QUICK


def noting_of(person: Person, journal: Journal, *, today: date) -> Noting:
    """Return how the person notes today; the drawn days are the person's own."""
    return noting_on(journal, today, seed=person.id.int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """What Today says on a day without a question."""

    title: str
    text: str


def rest_in_words(noting: Noting) -> Resting | None:
    """Return the words for a day on which nothing is asked; None where it is."""
    if noting.asked:
        return None
    words, table = load(), f"attention.rest.{noting.way}"
    values = {
        "date": spoken(noting.last_day) if noting.last_day else "",
        "days": ", ".join(weekday(day) for day in noting.drawn),
    }
    return Resting(title=words.template(f"{table}.title"), text=words.fill(f"{table}.text", values))


COMMON: Final = frozenset({*DEFAULT, *(code for code, _ in QUICK.values()), "alcohol_g"})
"""What is offered first to be kept track of."""

APART: Final = ("anxiety",)
"""What is never typed into the check-in, because it has a page of its own."""


def tracking(journal: Journal) -> dict[str, Any]:
    """Return what can be kept track of and what is chosen, with the times of check windows."""
    times = say_times(window_times(journal)).split()
    return {
        "times": (*times, *[""] * (WINDOWS_AT_MOST - len(times))),
        "tracked": tracked(journal),
        "common": tuple(one for code, one in EXPOSURES.items() if code in COMMON),
        "rest": tuple(
            one for code, one in EXPOSURES.items() if code not in COMMON and code not in APART
        ),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of noting, as offered."""

    code: str
    name: str
    hint: str
    chosen: bool


def ways(noting: Noting) -> tuple[Way, ...]:
    """Return every way of noting with the present one marked."""
    words = load()
    return tuple(
        Way(
            code=code,
            name=words.template(f"attention.noting.{code}.name"),
            hint=words.template(f"attention.noting.{code}.hint"),
            chosen=code == noting.way,
        )
        for code in WAYS_OF_NOTING
    )
