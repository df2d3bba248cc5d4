"""What one line said: values, the words each came from, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

__all__ = ["Doubt", "Field", "Kind", "Obstacle", "Part", "Understood"]

Kind = Literal["episode", "tally", "none_today"]
Field = Literal[
    "kind",
    "site",
    "side",
    "when",
    "duration_s",
    "intensity",
    "suspected",
    "accompanied",
    "amount",
    "note",
]
Obstacle = Literal["nothing", "part_of_a_day", "future", "no_place", "only_places"]
"""What keeps a line from making an entry.

nothing: no part was understood; part_of_a_day: it tells of no twitch in a part of a day, which no
entry can hold, or that there is none by now; future: it speaks of a time to come; no_place: no
place, or a vague one; only_places: it names several places and nothing else.
"""

Doubt = Literal[
    "about",
    "day_or_night",
    "day_or_month",
    "spelling",
    "after",
    "amount_or_day",
    "long_ago",
    "unread",
    "second_place",
    "word_or_side",
    "not_today",
]
"""Why a part deserves a second look.

about: a part of the day or a rough length stands for a number; day_or_night: a clock without am or
pm; day_or_month: a date that can be read both ways; spelling: a word was taken for a similar one;
after: the length may be the time that had passed since something; amount_or_day: "1/2" may be a
part of one; long_ago: the day lies months back; unread: the note names a day or a time;
second_place: only the first place was taken; word_or_side: "right" may be no side;
not_today: a clock without a day has not come yet today.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words of the line and the field they fill.

    Parameters
    ----------
    field
        The field.
    start, end
        Where the words stand in the text: from `start` up to, not including, `end`.
    doubt
        Why to look twice, or None.
    """

    field: Field
    start: int
    end: int
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One line, read. None or empty means that it was not said.

    Parameters
    ----------
    text
        The line as typed.
    kind
        An episode, a tally of a day, a day without twitches; None when a part of a day without
        twitches is told, which no entry can hold.
    site, side
        Where.
    site_choices
        Codes that a vague word ("leg") may mean; empty when a site was read.
    day, clock
        When, on the person's own clock; a day without a clock is a day alone. The day is theirs,
        which may end after midnight.
    started_at
        The instant, aware, in the person's zone; None unless a clock was said.
    duration_s, duration_said, time_said, intensity, suspected, accompanied
        As in `myolog.journal.entries.Episode`.
    amount
        For a tally: none, some, many or a count.
    note
        What no field holds, in the person's words.
    in_the_future
        A time was said that has not come yet; it was left in the note.
    only_places
        Several places were named, and nothing else was said.
    parts
        The words behind each value, in the order of the text.
    remarks
        Why to look twice at a field, beside what its words say.
    """

    text: str
    kind: Kind | None = "episode"
    site: str | None = None
    side: str | None = None
    site_choices: tuple[str, ...] = ()
    day: date | None = None
    clock: time | None = None
    started_at: datetime | None = None
    duration_s: int | None = None
    duration_said: str = ""
    time_said: str = ""
    intensity: int | None = None
    suspected: tuple[str, ...] = ()
    accompanied: tuple[str, ...] = ()
    amount: str | int | None = None
    note: str = ""
    in_the_future: bool = False
    only_places: bool = False
    parts: tuple[Part, ...] = ()
    remarks: tuple[tuple[Field, Doubt], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing but a note came out of the line."""
        return not self.parts

    @property
    def obstacle(self) -> Obstacle | None:
        """What keeps the line from making an entry, or None."""
        if self.empty:
            return "nothing"
        if self.kind is None:
            return "part_of_a_day"
        if self.in_the_future:
            return "future"
        if self.site is None and self.kind != "none_today":
            return "no_place"
        return "only_places" if self.only_places else None

    def words(self, *fields: Field) -> str:
        """Return the words that fields came from, with "..." where others stand between."""
        pieces: list[list[int]] = []
        for part in self.parts:
            if part.field not in fields:
                continue
            if pieces and not self.text[pieces[-1][1] : part.start].strip(" ,()-"):
                pieces[-1][1] = max(part.end, pieces[-1][1])
            else:
                pieces.append([part.start, part.end])
        return " ... ".join(self.text[start:end] for start, end in pieces)

    def doubts(self, field: Field) -> tuple[Doubt, ...]:
        """Return why to look twice at a field, each reason once."""
        found = [part.doubt for part in self.parts if part.field == field]
        found += [doubt for name, doubt in self.remarks if name == field]
        return tuple(dict.fromkeys(doubt for doubt in found if doubt is not None))
