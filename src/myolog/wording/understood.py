"""What was understood of one line, part by part, in words.

Decides the order of the parts and what is remarked beside each: why it deserves a second look, and
that a side was not said. The page and the terminal show the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.languages import mid_sentence
from myolog.content.names import duration_value, place_name, site_name
from myolog.phrases.entry import left_out
from myolog.phrases.result import Field, Understood
from myolog.vocabulary.sites import SITES
from myolog.wording.entries import day_in_words, when_in_words
from myolog.wording.kinds import amount_in_words, signs_in_words, suspects_in_words
from myolog.wording.known_dates import night_in_words, time_in_words

__all__ = ["Row", "obstacle", "rows", "said_of_a_day"]

_ORDER: Final[tuple[Field, ...]] = (
    "kind", "site", "when", "duration_s", "intensity", "suspected", "accompanied", "amount",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One part of a line.

    Parameters
    ----------
    field
        The field, or "note".
    label, value
        What it is and what was understood.
    words
        The person's words it came from; empty where they are the value itself.
    remarks
        Sentences that say why to look twice.
    """

    field: str
    label: str
    value: str
    words: str = ""
    remarks: tuple[str, ...] = ()


def rows(said: Understood, *, today: date, clock: str = "") -> tuple[Row, ...]:
    """Return the parts that were understood, then the note.

    Parameters
    ----------
    today
        The person's own day.
    clock
        The zone whose clock a time was read by, where that is to be said.
    """
    words = load()
    values = dict(_values(said, today))
    found = [
        Row(
            field=field,
            label=words.text(f"say.{field}"),
            value=values[field],
            words=_words(said, field, values[field]),
            remarks=_remarks(said, field, clock),
        )
        for field in _ORDER
        if field in values
    ]
    if said.note:
        found.append(
            Row(
                field="note",
                label=words.text("say.note"),
                value=said.note,
                remarks=_remarks(said, "note", ""),
            )
        )
    return tuple(found)


def obstacle(said: Understood) -> str | None:
    """Return the sentence that says why a line makes no entry, or None."""
    words = load()
    if said.obstacle is None:
        return None
    if said.obstacle == "no_place" and said.site_choices:
        choices = ", ".join(site_name(code) for code in said.site_choices)
        return words.text("say.vague_place", word=said.words("site"), choices=choices)
    if said.obstacle == "only_places" and said.site is not None:
        return words.text("say.only_places", place=place_name(said.site, said.side))
    return words.text(f"say.{said.obstacle}")


def said_of_a_day(said: Understood) -> str | None:
    """Return the sentence that says what a look back on a day cannot keep, or None."""
    words = load()
    fields = [mid_sentence(words.text(f"say.{field}")) for field in left_out(said)]
    if said.kind != "episode" and said.note:
        fields.append(mid_sentence(words.text("say.note")))
    return words.text("say.left_out", fields=", ".join(fields)) if fields else None


def _values(said: Understood, today: date) -> Iterator[tuple[Field, str]]:
    words = load()
    if said.kind == "tally":
        yield "kind", words.text("say.whole_day")
    elif said.kind == "none_today":
        yield "kind", words.text("say.none_today")
    if said.site is not None:
        yield "site", place_name(said.site, said.side)
    if said.day is not None:
        yield "when", _when(said, today)
    if said.duration_s is not None:
        yield "duration_s", duration_value(said.duration_s, said.duration_said)
    if said.intensity is not None:
        yield "intensity", words.text("say.of_ten", number=said.intensity)
    if said.suspected:
        yield "suspected", suspects_in_words(said.suspected)
    if said.accompanied:
        yield "accompanied", signs_in_words(said.accompanied)
    if said.amount is not None:
        yield "amount", amount_in_words(said.amount)


def _when(said: Understood, today: date) -> str:
    day = said.day or today
    if said.time_said == "night" and said.kind == "episode" and said.started_at is not None:
        return night_in_words(said.started_at)
    if said.time_said and said.kind == "episode":
        return f"{day_in_words(day, today=today)}, {time_in_words(said.time_said)}"
    if said.started_at is None:
        return day_in_words(day, today=today)
    return when_in_words(said.started_at, day=day, today=today)


def _words(said: Understood, field: Field, value: str) -> str:
    words = said.words("site", "side") if field == "site" else said.words(field)
    return "" if words.casefold() == value.casefold() else words


def _remarks(said: Understood, field: Field, clock: str) -> tuple[str, ...]:
    words = load()
    found = [words.text(f"say.{doubt}") for doubt in said.doubts(field)]
    if field == "when" and said.clock is not None and clock:
        found.append(words.text("say.clock", zone=clock))
    if field == "site" and said.side is None and said.site and SITES[said.site].sides == "LR":
        found.append(words.text("say.no_side"))
    return tuple(found)
