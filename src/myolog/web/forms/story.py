"""The story so far: since when, where first, where since, what changed, who examined it.

A rough answer is a full answer: "about three months" is stored as a date with the precision
"month". What is left blank is not stored.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from django import forms
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole
from myolog.content.names import place_name
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.frozen import FrozenDict
from myolog.journal.doubt import NOT_SURE
from myolog.journal.entries import Entry
from myolog.journal.records import (
    MEASURES,
    TRENDS,
    Question,
    Story,
    StorySite,
)
from myolog.web.forms.details import ExaminationFields
from myolog.web.forms.over import FormOver
from myolog.web.forms.place import PlaceForm
from myolog.web.forms.typed import DayField, NoteField, named
from myolog.web.shown import now_says
from myolog.wording.known_dates import roughly
from myolog.wording.places import Place, read_places

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

SINCE: Final = (*ROUGH, NOT_SURE)
"""Answers to since when it began."""

FREE_ROWS: Final = 3
"""Empty rows offered for further places."""


MOST_ROWS: Final = 30

FIRST: Final = "first"
LATER: Final = "site"
"""What the fields of the first place, and of the further ones, begin with."""


class PlaceSinceForm(PlaceForm):
    """A place, and since when it twitches there.

    Attributes
    ----------
    told_roughly : how that was told before, where no day was; empty otherwise
    """

    told_roughly = ""
    since = forms.ChoiceField(required=False, choices=named("page.story.rough_", ROUGH))
    since_day = DayField(required=False)


Places = forms.formset_factory(PlaceSinceForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


def places_since(told: Mapping[str, str], *, takes: bool) -> "forms.BaseFormSet[PlaceSinceForm]":
    """Return the places since the beginning: a row for each, and free ones.

    Parameters
    ----------
    told
        Field of the page to its text.
    takes
        Whether this is to be stored; else it is shown.
    """
    filled = [row for row in range(MOST_ROWS) if told.get(f"{LATER}-{row}-site")]
    n_rows = min(max(FREE_ROWS, max(filled, default=0) + 2), MOST_ROWS)
    counted = {f"{LATER}-TOTAL_FORMS": n_rows, f"{LATER}-INITIAL_FORMS": 0}
    if takes:
        return Places({**told, **counted}, prefix=LATER)
    shown = [fields_at(f"{LATER}-{row}", told) for row in range(n_rows)]
    return Places(prefix=LATER, initial=shown)


def fields_at(prefix: str, told: Mapping[str, str]) -> dict[str, str]:
    """Return what the fields of a place hold."""
    names = (*PlaceSinceForm.base_fields,)
    return {name: told[named] for name in names if (named := f"{prefix}-{name}") in told}


class StoryAskedForm(forms.Form):
    """What the page of the story sends beside it: what is looked for, and what was pressed."""

    find = forms.CharField(required=False)
    look_up = forms.CharField(required=False)
    choose = forms.CharField(required=False)
    take_away = forms.CharField(required=False)
    look = forms.CharField(required=False)

    def __init__(self, posted: QueryDict | None) -> None:
        super().__init__(posted or {})
        self.full_clean()
        self.told = {name: self.cleaned_data.get(name, "") for name in self.fields}

    @property
    def asks(self) -> bool:
        """Whether a button was pressed that stores nothing."""
        return any(self.told[name] for name in ("look_up", "choose", "take_away", "look"))

    def places_in(self, told: Mapping[str, str]) -> dict[str, str]:
        """Return the fields of the page with a place more, or one less."""
        if place := read_places([self.told["choose"]]):
            return with_place(told, place[0])
        gone = self.told["take_away"]
        return {
            name: "" if gone and name.startswith(f"{gone}-") else text
            for name, text in told.items()
        }


class StoryForm(FormOver, ExaminationFields):
    """The story as typed, with a visit and questions that come along.

    Attributes
    ----------
    entries : the story, the visit and the questions that were told, where they differ from before
    rows : the places since the beginning
    page : what was asked in place of saving
    known : names of fields that the check has told, where no story tells them
    """

    since = forms.ChoiceField(required=False, choices=named("page.story.rough_", SINCE))
    since_day = DayField(required=False)
    ongoing = forms.ChoiceField(required=False, choices=[("yes", "yes"), ("no", "no")])
    trend = forms.ChoiceField(required=False, choices=named("page.story.trend_", TRENDS))
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
        checked: Mapping[str, object] = FrozenDict(),
    ) -> None:
        now = told_before(before)
        self.page = StoryAskedForm(posted)
        said = partial(said_of_story, now)
        super().__init__(posted, now, said, part_of, saves=not self.page.asks)
        self.today, self.before, self.born = today, before, born
        self.known = known_from(checked) if posted is None and before is None else {}
        self.initial = {**self.initial, **self.known}
        if self.page.asks:
            self.initial = self.page.places_in(self.initial)
        self.entries: tuple[Entry, ...] = ()
        told = self.data if self.is_bound else self.initial
        self.first = PlaceForm(
            self.data if self.is_bound else None, prefix=FIRST, initial=fields_at(FIRST, told)
        )
        self.rows = places_since(told, takes=self.is_bound)
        for row, place in zip(self.rows, before.sites if before else (), strict=False):
            if place.since_precision != "day":
                row.told_roughly = roughly(place.since, place.since_precision)

    def clean(self) -> None:
        """Make the entries; each problem stands at its field."""
        began = self._beginning()
        if began is None and "since_day" not in self.errors:
            self.add_error("since_day", load().text("page.story.when_missing"))
        if self.first.is_valid() and self.first.place is None:
            self.first.add_error("site", load().text("page.story.place_missing"))
        for problem in (one for row in (self.first, *self.rows) for one in row.errors.values()):
            self.add_error(None, list(problem))
        first = self.first.place
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

    def _day(self, name: str, told: Mapping[str, Any]) -> tuple[date, str] | None:
        """Return the day that was told of a pair of fields, and how well it is known."""
        typed, rough = told.get("since_day"), ROUGH.get(told.get("since", ""))
        if typed and (rough is None or self.shown.touched(f"{name}_day")):
            return typed, "day"
        return None if rough is None else (self.today - timedelta(days=rough[0]), rough[1])

    def _beginning(self) -> tuple[date, str] | None:
        """Return the day it began; of a beginning that nobody knows the latest that can be."""
        told, before = self.cleaned_data, self.before
        if told.get("since") != NOT_SURE or (
            told.get("since_day") and self.shown.touched("since_day")
        ):
            return self._day("since", told)
        each = [self._day(f"{row.prefix}-since", row.cleaned_data) for row in self._filled()]
        days = [one[0] for one in each if one is not None]
        if before is not None and before.onset_precision == NOT_SURE:
            days.append(before.onset_day)
        return min([self.today, *days]), NOT_SURE

    def _filled(self) -> "list[PlaceSinceForm]":
        return [row for row in self.rows if row.is_valid() and row.place is not None]

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
            if row.place is None:
                continue
            place, since = row.place, self._day(f"{row.prefix}-since", row.cleaned_data)
            day, precision = since or (onset, "day")
            if precision != "day":
                day = max(day, onset)
            one = StorySite(site=place.site, side=place.side, since=day, since_precision=precision)
            found.append(self._as_known(one))
        return tuple(found)

    def _as_known(self, one: StorySite) -> StorySite:
        """Return a place as it was told before where its date is the one shown."""
        told = self.before.sites if self.before else ()
        same = (was for was in told if replace(was, since_precision="day") == one)
        return next(same, one)

    def filled_rows(self) -> "list[PlaceSinceForm]":
        """Return the rows that hold a place, or something that is wrong."""
        return [row for row in self.rows if row["site"].value() or row.errors]

    @property
    def told_roughly(self) -> str:
        """How the beginning was told, where no day was; empty otherwise."""
        story = self.before
        if story is None or story.onset_precision == "day":
            return ""
        return roughly(story.onset_day, story.onset_precision)


def told_before(story: Story | None) -> dict[str, str]:
    """Return the form's fields as the story was told before."""
    if story is None:
        return {}
    unknown = story.onset_precision == NOT_SURE
    fields = {
        "since": NOT_SURE if unknown else "",
        "since_day": "" if unknown else story.onset_day.isoformat(),
        f"{FIRST}-site": story.first_site,
        f"{FIRST}-side": story.first_side or "",
        "ongoing": {True: "yes", False: "no", None: ""}[story.ongoing],
        "trend": story.trend or "",
        "measures": story.measures or "",
        "changed": story.changed,
    }
    for row, place in enumerate(story.sites):
        later = place.since > story.onset_day
        fields[f"{LATER}-{row}-site"] = place.site
        fields[f"{LATER}-{row}-side"] = place.side or ""
        fields[f"{LATER}-{row}-since_day"] = place.since.isoformat() if later else ""
    return fields


def known_from(checked: Mapping[str, object]) -> dict[str, str]:
    """Return what answers of the check tell of the story, by the fields of the page."""
    asked = (("trend", "trend", TRENDS), ("measures", "measures_tried", MEASURES))
    return {
        field: str(checked[name])
        for field, name, choices in asked
        if name in checked and checked[name] in choices
    }


def with_place(told: Mapping[str, str], place: Place) -> dict[str, str]:
    """Return the fields of the page with a place in the first free row; one that stands, once."""
    rows = (FIRST, *(f"{LATER}-{row}" for row in range(MOST_ROWS)))
    taken = [(told.get(f"{row}-site", ""), told.get(f"{row}-side", "")) for row in rows]
    free = next((row for row, (site, _) in zip(rows, taken, strict=True) if not site), None)
    if free is None or (place.site, place.side or "") in taken:
        return dict(told)
    return {**told, f"{free}-site": place.site, f"{free}-side": place.side or ""}


def part_of(name: str) -> str:
    """Return what a field belongs to: a place with its side and date, or a date."""
    place, _, _ = name.rpartition("-")
    return place or name.partition("_")[0]


def said_of_story(now: Mapping[str, str], name: str, text: str) -> str:
    """Return what the part that a field belongs to says by now, in words.

    Parameters
    ----------
    now
        Each field of the story as it is told.
    """
    words, part = load(), part_of(name)
    if part == FIRST or part.startswith(LATER):
        label = words.text("page.story.first_site" if part == FIRST else "page.story.place")
        says = fields_at(part, now)
        site, since = says.get("site", ""), says.get("since_day", "")
        place = place_name(site, says.get("side") or None) if site else ""
        return now_says(label, ", ".join(filter(None, (place, since and _dated(since)))))
    if part == "since":
        since = _dated(now["since_day"]) if now["since_day"] else words.text("answer.not_sure")
        return now_says(words.text("page.story.since"), since)
    if part == "ongoing":
        said = words.text(f"answer.{text}") if text else ""
        return now_says(words.text("page.story.ongoing"), said)
    if part in ("trend", "measures"):
        of = {"measures": "input.measures_tried.values."}.get(part, "page.story.trend_")
        told = words.text(f"{of}{text}") if text else ""
        return now_says(words.text(f"page.story.{part}"), told)
    return now_says(words.text("page.story.changed"), text)


def _dated(text: str) -> str:
    return spoken_whole(date.fromisoformat(text))
