"""The story so far: since when, where first, where since, what changed, who examined it.

A rough answer is a full answer: "about three months" is stored as a date with the precision
"month". What is left blank is not stored.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Final

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole
from myolog.content.names import place_name
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.entries import Entry
from myolog.journal.records import (
    MEASURES,
    TRENDS,
    Question,
    Story,
    StorySite,
)
from myolog.vocabulary.sites import SITES
from myolog.web.forms.details import ExaminationFields
from myolog.web.forms.over import FormOver
from myolog.web.forms.typed import DayField, NoteField, named
from myolog.web.shown import now_says
from myolog.wording.places import SIDED, Place

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


MOST_ROWS: Final = 30


class PlaceRow:
    """The fields of one place in the form: where, and since when it twitches there.

    Parameters
    ----------
    name : what the names of its fields begin with
    """

    def __init__(self, form: "StoryForm", name: str) -> None:
        self.form, self.name = form, name

    @staticmethod
    def fields() -> dict[str, forms.Field]:
        """Return new fields, by the end of their names."""
        return {
            "site": forms.ChoiceField(required=False, choices=[(code, code) for code in SITES]),
            "side": forms.ChoiceField(required=False, choices=[(side, side) for side in SIDED]),
            "since": forms.ChoiceField(required=False, choices=named("page.story.rough_", ROUGH)),
            "since_day": DayField(required=False),
        }

    def __getitem__(self, part: str) -> BoundField:
        return self.form[f"{self.name}_{part}"]

    def place(self) -> Place | None:
        """Return the place that was told; what is wrong with it becomes the form's own error."""
        site, side = (self.form.cleaned_data.get(f"{self.name}_{one}") for one in ("site", "side"))
        if not site:
            return None
        try:
            return Place.read(f"{site}/{side}" if side else site)
        except UserError as wrong:
            self.form.add_error(f"{self.name}_site", problem_in_words(wrong))
            return None


class StoryForm(FormOver, ExaminationFields):
    """The story as typed, with a visit and questions that come along.

    Attributes
    ----------
    entries : the story, the visit and the questions that were told, where they differ from before
    rows : the places since the beginning
    """

    since = forms.ChoiceField(required=False, choices=named("page.story.rough_", ROUGH))
    since_day = DayField(required=False)
    ongoing = forms.ChoiceField(required=False, choices=[("yes", "yes"), ("no", "no")])
    trend = forms.ChoiceField(required=False, choices=named("input.trend.values.", TRENDS))
    measures = forms.ChoiceField(
        required=False, choices=named("input.measures_tried.values.", MEASURES)
    )
    changed = NoteField(required=False)
    fear = forms.CharField(required=False)
    question = forms.CharField(required=False)
    then = forms.CharField(required=False)

    def __init__(
        self,
        posted: QueryDict | None,
        before: Story | None,
        *,
        today: date,
        born: date | None = None,
    ) -> None:
        now = told_before(before)
        super().__init__(posted, now, partial(said_of_story, now), part_of)
        self.today, self.before, self.born = today, before, born
        self.entries: tuple[Entry, ...] = ()
        told = self.data if self.is_bound else self.initial
        filled = [row for row in range(MOST_ROWS) if told.get(f"site{row}_site")]
        n_rows = min(max(FREE_ROWS, max(filled, default=0) + 2), MOST_ROWS)
        self.first = PlaceRow(self, "first")
        self.rows = tuple(PlaceRow(self, f"site{row}") for row in range(n_rows))
        for row in (self.first, *self.rows):
            for part, field in PlaceRow.fields().items():
                self.fields[f"{row.name}_{part}"] = field

    def clean(self) -> None:
        """Make the entries; each problem stands at its field."""
        first, began = self.first.place(), self._day("since")
        if began is None and "since_day" not in self.errors:
            self.add_error("since_day", load().text("page.story.when_missing"))
        if first is None and "first_site" not in self.errors:
            self.add_error("first_site", load().text("page.story.place_missing"))
        makers: dict[str | None, Callable[[], Entry | None]] = {}
        if first is not None and began is not None:
            makers[None] = partial(self._story, first, began)
        if any(map(self.cleaned_data.get, ("exam_what", "exam_by", "exam_text"))):
            makers["exam_what"] = partial(self.examination, self.today)
        for name in ("fear", "question"):
            if self.cleaned_data.get(name):
                makers[name] = partial(self._question, name)
        for field, make in makers.items():
            try:
                told = make()
            except UserError as wrong:
                self.add_error(field, problem_in_words(wrong))
            else:
                self.entries += () if told is None else (told,)

    def _question(self, name: str) -> Question:
        return Question(day=self.today, text=self.cleaned_data[name], fear=name == "fear")

    def _day(self, name: str) -> tuple[date, str] | None:
        """Return the day a pair of fields means, and how well it is known."""
        typed = self.cleaned_data.get(f"{name}_day")
        rough = ROUGH.get(self.cleaned_data.get(name, ""))
        if typed and (rough is None or self.shown.touched(f"{name}_day")):
            return typed, "day"
        return None if rough is None else (self.today - timedelta(days=rough[0]), rough[1])

    def _story(self, first: Place, began: tuple[date, str]) -> Story | None:
        """Return the story; None where it is, word for word, what was told before."""
        told, before = self.cleaned_data, self.before
        same_day = before is not None and began == (before.onset_day, "day")
        same_words = before is not None and not self.is_touched("changed")
        story = Story(
            day=self.today,
            onset_day=began[0],
            onset_precision=before.onset_precision if before and same_day else began[1],
            first_site=first.site,
            first_side=first.side,
            sites=self._later(began[0]),
            ongoing={"yes": True, "no": False}.get(told.get("ongoing", "")),
            trend=told.get("trend") or None,
            measures=told.get("measures") or None,
            changed=before.changed if before and same_words else told.get("changed", ""),
        )
        story.refuse_before(self.born)
        return None if before and replace(before, id=None, day=self.today) == story else story

    def _later(self, onset: date) -> tuple[StorySite, ...]:
        found: list[StorySite] = []
        for row in self.rows:
            place, since = row.place(), self._day(f"{row.name}_since")
            if place is None:
                continue
            day = since[0] if since is not None else onset
            if since is not None and since[1] != "day":
                day = max(day, onset)
            found.append(StorySite(site=place.site, side=place.side, since=day))
        return tuple(found)


def told_before(story: Story | None) -> dict[str, str]:
    """Return the form's fields as the story was told before."""
    if story is None:
        return {}
    fields = {
        "since_day": story.onset_day.isoformat(),
        "first_site": story.first_site,
        "first_side": story.first_side or "",
        "ongoing": {True: "yes", False: "no", None: ""}[story.ongoing],
        "trend": story.trend or "",
        "measures": story.measures or "",
        "changed": story.changed,
    }
    for row, place in enumerate(story.sites):
        fields[f"site{row}_site"] = place.site
        fields[f"site{row}_side"] = place.side or ""
        later = place.since > story.onset_day
        fields[f"site{row}_since_day"] = place.since.isoformat() if later else ""
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
        said = words.text(f"answer.{text}") if text else ""
        return now_says(words.text("page.story.ongoing"), said)
    if part in ("trend", "measures"):
        asked = {"measures": "measures_tried"}.get(part, part)
        told = words.text(f"input.{asked}.values.{text}") if text else ""
        return now_says(words.text(f"page.story.{part}"), told)
    return now_says(words.text("page.story.changed"), text)


def _dated(text: str) -> str:
    return spoken_whole(date.fromisoformat(text))
