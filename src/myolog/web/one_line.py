"""One line of a person's own words, made ready for the form that notes a twitch."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Self

from myolog.content.heard import may_be_loss
from myolog.content.languages import spoken_language
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.tracking import tracked
from myolog.phrases.reading import MONTH_FIRST, read_line
from myolog.phrases.result import Understood
from myolog.store.selectors import Person, journal_of, today_in
from myolog.vocabulary.sites import SITES
from myolog.web.forms.episode import length_shown, suspects_told
from myolog.web.moment import now_for
from myolog.web.shown import BETWEEN
from myolog.wording.places import Place
from myolog.wording.understood import Row, obstacle, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRead:
    """What the page shows of a line, and what it puts into the form.

    Attributes
    ----------
    text : the line as typed
    zone : whose clock it was read by
    rows : what was understood, part by part
    problem : why it makes no entry yet, in one sentence
    refused : whether the line could not be read at all
    place : where, or None; a line that makes no episode fills nothing
    choices : places that a vague word may mean, with the side that was said
    tells_a_day : whether it tells of a whole day, which another page asks about
    may_be_loss : whether it may tell of less strength, which the check asks about
    day : the day it speaks of
    initial : texts of the form's fields
    """

    text: str
    zone: str = ""
    rows: tuple[Row, ...] = ()
    problem: str | None = None
    refused: bool = False
    place: Place | None = None
    choices: tuple[Place, ...] = ()
    tells_a_day: bool = False
    may_be_loss: bool = False
    day: date | None = None
    initial: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, *, person: Person, zone: str = "") -> Self:
        """Read a line; one that cannot be read is told as a problem.

        Parameters
        ----------
        zone
            Whose clock was chosen for it; empty for that of home.
        """
        now, there = now_for(person), zone or person.zone
        try:
            said = read_line(
                text,
                now=now,
                zone=there,
                day_ends_hour=person.day_ends_hour,
                month_first=person.country in MONTH_FIRST,
                language=spoken_language(),
            )
        except UserError as refused:
            return cls(
                text=text,
                problem=problem_in_words(refused),
                refused=True,
                may_be_loss=may_be_loss(text),
            )
        fills = said.kind == "episode" and said.obstacle in (None, "no_place", "only_places")
        return cls(
            text=text,
            zone=there,
            rows=rows(
                said, today=today_in(person, now), clock="" if there == person.zone else there
            ),
            problem=obstacle(said),
            place=Place(said.site, said.side) if fills and said.site else None,
            choices=tuple(
                Place(code, said.side if SITES[code].sides != "M" else None)
                for code in said.site_choices
            ),
            tells_a_day=said.kind in ("tally", "none_today"),
            may_be_loss=may_be_loss(text),
            day=said.day,
            initial=_initial(said, tracked(journal_of(person))) if fills else {},
        )

    @property
    def marked(self) -> frozenset[str]:
        """The parts of the line that filled a field."""
        told = (row.field for row in self.rows)
        return frozenset(part for part in told if _FILLS.get(part, part) in self.initial)

    def beside(self, typed: Collection[str]) -> Self:
        """Return the line without what it says of fields that the person filled in."""
        return replace(
            self, initial={name: told for name, told in self.initial.items() if name not in typed}
        )


_FILLS: Final = {"when": "day", "duration_s": "duration"}
"""Field of the form that a part of a line fills, where its name is another one."""


def _initial(said: Understood, chips: Collection[str]) -> dict[str, str]:
    return {
        "day": said.day.isoformat() if said.day else "",
        "clock": f"{said.clock:%H:%M}" if said.clock and not said.time_said else "",
        "rough": said.time_said if said.clock else "",
        "duration": length_shown(said.duration_s, said.duration_said),
        "accompanied": BETWEEN.join(said.accompanied),
        "intensity": "" if said.intensity is None else str(said.intensity),
        **suspects_told(said.suspected, chips),
        "note": said.note,
    }
