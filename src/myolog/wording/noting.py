"""How often a person is asked to note, in words: each way of noting, and a day of rest."""

from dataclasses import dataclass

from myolog.attention.rest import Noting
from myolog.content.catalogue import load
from myolog.content.dates import spoken, weekday
from myolog.vocabulary.profile import WAYS_OF_NOTING


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of noting, as offered."""

    code: str
    name: str
    hint: str
    chosen: bool


def ways(chosen: str) -> tuple[Way, ...]:
    """Return every way of noting with one marked."""
    words = load()
    return tuple(
        Way(
            code=code,
            name=words.template(f"attention.noting.{code}.name"),
            hint=words.template(f"attention.noting.{code}.hint"),
            chosen=code == chosen,
        )
        for code in WAYS_OF_NOTING
    )
