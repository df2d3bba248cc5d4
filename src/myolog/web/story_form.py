"""Reading the story so far: since when, where first, where since, what changed, who examined it.

A rough answer is a full answer: "about three months" is stored as a date with the precision
"month". What is left blank is not stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole
from myolog.content.names import place_name
from myolog.content.problems import problem_in_words
from myolog.content.typed import day_typed
from myolog.errors import UserError
from myolog.journal.entries import Entry
from myolog.journal.records import (
    MEASURES,
    RESULTS,
    TRENDS,
    Examination,
    Question,
    Story,
    StorySite,
)
from myolog.web.shown import Shown, now_says, plain
from myolog.wording.places import Place

ROUGH: Final = {
    "days": (2, "day"),
    "week": (7, "week"),
    "two_weeks": (14, "week"),
    "month": (30, "month"),
    "three_months": (91, "month"),
    "half_year": (182, "month"),
    "year": (365, "year"),
    "years": (1095, "year"),
}
"""Days ago and precision that each rough answer stands for."""

FREE_ROWS: Final = 3
"""Empty rows offered for further places."""


@dataclass(slots=True, kw_only=True)
class StoryForm:
    """The story as typed, with what is wrong with it by field."""

    today: date
    data: Mapping[str, str]
    shown: Shown
    before: Story | None = None
    problems: dict[str, str] = field(default_factory=dict)

    def entries(self) -> tuple[Entry, ...]:
        """Return the story, the visit and the questions that were told."""
        told = self._story()
        if told is not None and self._is_told_already(told):
            told = None
        found = (told, self._examination(), *self._questions())
        return tuple(entry for entry in found if entry is not None)

    def _is_told_already(self, told: Story) -> bool:
        """Say whether the story is, word for word, what the form showed."""
        before = self.before
        return before is not None and replace(before, id=None, day=told.day) == replace(
            told, changed=before.changed if self._is_as_before("changed") else told.changed
        )

    def _is_as_before(self, name: str) -> bool:
        return plain(self._text(name)) == plain(told_before(self.before).get(name, "").strip())

    def _precision(self, began: tuple[date, str]) -> str:
        """Return how well the beginning is known; a date that was not touched is as before."""
        before = self.before
        untouched = before is not None and began == (before.onset_day, "day")
        return before.onset_precision if before is not None and untouched else began[1]

    def _text(self, name: str) -> str:
        return self.data.get(name, "").strip()

    def _day(self, name: str) -> tuple[date, str] | None:
        """Return the day a pair of fields means, and how well it is known."""
        typed, rough = self._text(f"{name}_day"), ROUGH.get(self._text(name))
        if typed and (rough is None or self.shown.touched(f"{name}_day")):
            try:
                return day_typed(typed), "day"
            except UserError:
                self.problems[f"{name}_day"] = load().template("page.story.bad_date")
                return None
        if rough is not None:
            return self.today - timedelta(days=rough[0]), rough[1]
        return None

    def _place(self, name: str) -> Place | None:
        site, side = self._text(f"{name}_site"), self._text(f"{name}_side")
        if not site:
            return None
        try:
            return Place.read(f"{site}/{side}" if side in ("left", "right", "both") else site)
        except UserError as wrong:
            self.problems[f"{name}_site"] = problem_in_words(wrong)
            return None

    def _story(self) -> Story | None:
        first, began = self._place("first"), self._day("since")
        if began is None and "since_day" not in self.problems:
            self.problems["since"] = load().template("page.story.when_missing")
        if first is None and "first_site" not in self.problems:
            self.problems["first_site"] = load().template("page.story.place_missing")
        if first is None or began is None:
            return None
        trend, measures = self._text("trend"), self._text("measures")
        try:
            return Story(
                day=self.today,
                onset_day=began[0],
                onset_precision=self._precision(began),
                first_site=first.site,
                first_side=first.side,
                sites=self._later(began[0]),
                ongoing=self._text("ongoing") != "no",
                trend=trend if trend in TRENDS else None,
                measures=measures if measures in MEASURES else None,
                changed=self._text("changed"),
            )
        except UserError as wrong:
            self.problems[""] = problem_in_words(wrong)
            return None

    def _later(self, onset: date) -> tuple[StorySite, ...]:
        found: list[StorySite] = []
        for row in range(self.n_rows):
            place, since = self._place(f"site{row}"), self._day(f"site{row}_since")
            if place is None:
                continue
            day = since[0] if since is not None else onset
            if since is not None and since[1] != "day":
                day = max(day, onset)
            found.append(StorySite(site=place.site, side=place.side, since=day))
        return tuple(found)

    @property
    def n_rows(self) -> int:
        """How many rows for further places the form has."""
        rows = [int(name[4:-5]) for name in self.data if _is_row(name)]
        return min(max(rows, default=-1) + 1, 30) or FREE_ROWS

    def _examination(self) -> Examination | None:
        what = self._text("exam_what")
        if not what:
            return None
        result = self._text("exam_result")
        when = self._day("exam")
        try:
            return Examination(
                day=when[0] if when is not None else self.today,
                what=what,
                by=self._text("exam_by"),
                result=result if result in RESULTS else "unknown",
                text=self._text("exam_text"),
            )
        except UserError as wrong:
            self.problems["exam_what"] = problem_in_words(wrong)
            return None

    def _questions(self) -> tuple[Question, ...]:
        told = ((self._text("fear"), True), (self._text("question"), False))
        try:
            return tuple(
                Question(day=self.today, text=text, fear=fear) for text, fear in told if text
            )
        except UserError as wrong:
            self.problems["question"] = problem_in_words(wrong)
            return ()


def _is_row(name: str) -> bool:
    return name.startswith("site") and name.endswith("_site") and name[4:-5].isdigit()


def told_before(story: Story | None) -> dict[str, str]:
    """Return the form's fields as the story was told before."""
    if story is None:
        return {"ongoing": "yes"}
    fields = {
        "since_day": story.onset_day.isoformat(),
        "first_site": story.first_site,
        "first_side": story.first_side or "",
        "ongoing": "yes" if story.ongoing else "no",
        "trend": story.trend or "",
        "measures": story.measures or "",
        "changed": story.changed,
    }
    for row, place in enumerate(story.sites):
        fields[f"site{row}_site"] = place.site
        fields[f"site{row}_side"] = place.side or ""
        fields[f"site{row}_since_day"] = place.since.isoformat()
    return fields


def part_of(name: str) -> str:
    """Return what a field belongs to: a place with its side and date, or a date."""
    return name.partition("_")[0]


def said_of_story(now: Mapping[str, str], name: str, text: str) -> str:
    """Return what the part that a field belongs to says by now, in words.

    Parameters
    ----------
    now
        Each field of the story as it is told.
    """
    words, part = load(), part_of(name)
    if part == "first" or part.startswith("site"):
        label = words.text("page.story.first_site" if part == "first" else "page.story.place")
        site, since = now.get(f"{part}_site", ""), now.get(f"{part}_since_day", "")
        place = place_name(site, now.get(f"{part}_side") or None) if site else ""
        return now_says(label, ", ".join(filter(None, (place, since and _dated(since)))))
    if part == "since":
        return now_says(words.text("page.story.since"), _dated(now["since_day"]))
    if part == "ongoing":
        return now_says(words.text("page.story.ongoing"), words.text(f"answer.{text}"))
    if part in ("trend", "measures"):
        asked = {"measures": "measures_tried"}.get(part, part)
        told = words.text(f"input.{asked}.values.{text}") if text else ""
        return now_says(words.text(f"page.story.{part}"), told)
    return now_says(words.text("page.story.changed"), text)


def _dated(text: str) -> str:
    return spoken_whole(date.fromisoformat(text))
