"""What happened after a result as typed: booked, seen, or not yet."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole
from myolog.content.typed import day_typed
from myolog.errors import InvalidEntry
from myolog.journal.checks import NOTE_LIMIT, WORDS_LIMIT
from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.triage.answers import INPUTS
from myolog.triage.due import asks_whether_after
from myolog.triage.told import Told
from myolog.vocabulary.visits import OUTCOMES, ROLES, TESTS, TO_RESULT, VISIT
from myolog.web.forms.over import FormOver
from myolog.web.forms.typed import ListField
from myolog.web.shown import BETWEEN

EVENTS: Final = ("booked", "seen", "later")
OTHER: Final = "other"
IN_DAYS: Final = {"in_2_days": 2, "in_a_week": 7}
ON_A_DAY: Final = "on_a_day"


def _choices(*codes: str) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class VisitForm(FormOver):
    """One of three things; what stands under the other two is left alone.

    Parameters
    ----------
    told
        The entry that is changed; None where one is told anew.
    is_gone
        Whether it was deleted meanwhile, so that it is stored only as a new one.
    results
        What was told; of a visit on the day of one it is asked whether it was before or after it.
    """

    event = forms.ChoiceField(choices=_choices(*EVENTS), required=False)
    on = forms.CharField(required=False, max_length=WORDS_LIMIT)
    role = forms.ChoiceField(choices=_choices("", *ROLES, OTHER), required=False)
    role_other = forms.CharField(required=False, max_length=WORDS_LIMIT)
    seen_on = forms.CharField(required=False, max_length=WORDS_LIMIT)
    seen_by = forms.ChoiceField(choices=_choices("", *ROLES, OTHER), required=False)
    seen_by_other = forms.CharField(required=False, max_length=WORDS_LIMIT)
    tests = ListField(TESTS)
    said = forms.ChoiceField(choices=_choices("", *OUTCOMES), required=False)
    signs = ListField(tuple(INPUTS))
    to_result = forms.ChoiceField(choices=_choices("", *TO_RESULT), required=False)
    text = forms.CharField(required=False, max_length=NOTE_LIMIT)
    review = forms.CharField(required=False, max_length=WORDS_LIMIT)
    when = forms.ChoiceField(choices=_choices("", *IN_DAYS, ON_A_DAY), required=False)
    later_on = forms.CharField(required=False, max_length=WORDS_LIMIT)

    def __init__(
        self,
        posted: QueryDict | None,
        told: Visit | Examination | None = None,
        said: Callable[[str, str], str] | None = None,
        *,
        is_gone: bool = False,
        results: Sequence[Told] = (),
    ) -> None:
        saves = not is_gone or "as_new" in (posted or ())
        now = None if told is None else fields_of(told)
        super().__init__(posted, now, said, part_of, saves=saves, joined=("tests", "signs"))
        self.told, self.results = told, results

    def asks_whether_after(self, day: date) -> bool:
        """Say whether a visit on a day is told as one before or after the result of that day."""
        noted = self.told.id if isinstance(self.told, Examination) else None
        return asks_whether_after(self.results, day, visit=noted)

    def fill_in(self, booked: Visit, *, chosen: bool) -> None:
        """Fill in the day and the role of a visit that was booked.

        Parameters
        ----------
        chosen
            Whether it is chosen that it took place.
        """
        told = fields_of(booked)
        filled = {"seen_on": told["on"], "seen_by": told.get("role", "")}
        filled["seen_by_other"] = told.get("role_other", "")
        event = {"event": "seen"} if chosen else {}
        self.initial = {**self.initial, **filled, **event}

    def entry(self, *, today: date) -> Visit | Examination | None:
        """Return what is told; None where it cannot be, and the form says why."""
        return self.refusal_in(lambda: self._entry(today))

    def _entry(self, today: date) -> Visit | Examination:
        told = self.cleaned_data
        said_on = self.told.day if isinstance(self.told, Visit) else today
        if told["event"] == "booked":
            on = self._day("on")
            return Visit(day=said_on, event="booked", on=on, by=self._role("role"))
        if told["event"] == "later":
            by = self.told.by if isinstance(self.told, Visit) else ""
            return Visit(day=said_on, event="later", on=self._reminded_on(today), by=by)
        if told["event"] == "seen":
            return self._seen(today)
        raise InvalidEntry(load().template("visit.page.choose"))

    def _seen(self, today: date) -> Examination:
        told, day = self.cleaned_data, self._day("seen_on")
        was = self.told if isinstance(self.told, Examination) else None
        if day > today:
            raise InvalidEntry(load().template("visit.page.in_future"))
        said = told["said"] or "unknown"
        return Examination(
            day=day,
            what=VISIT,
            by=self._role("seen_by"),
            result=said,
            text=told["text"].strip() if was is None or self.is_touched("text") else was.text,
            tests=tuple(told["tests"]),
            signs=tuple(told["signs"]) if said == "explained" else (),
            review=self._day("review") if told["review"].strip() else None,
            to_result=self._to_result(day),
        )

    def _to_result(self, day: date) -> str:
        """Return whether it was before or after the result of its day; "" where none is."""
        said: str = self.cleaned_data["to_result"]
        if not self.asks_whether_after(day):
            return ""
        if not said:
            raise InvalidEntry(load().text("visit.page.to_result_needed", date=spoken_whole(day)))
        return said

    def _reminded_on(self, today: date) -> date:
        told = self.cleaned_data
        if told["when"] == ON_A_DAY or (not told["when"] and told["later_on"].strip()):
            return self._day("later_on")
        return today + timedelta(days=IN_DAYS.get(told["when"], 7))

    def _role(self, name: str) -> str:
        role: str = self.cleaned_data[name]
        typed: str = self.cleaned_data[f"{name}_other"].strip()
        return typed if role in ("", OTHER) else role

    def _day(self, name: str) -> date:
        text: str = self.cleaned_data[name].strip()
        if not text:
            raise InvalidEntry(load().template("visit.page.day_needed"))
        return day_typed(text)

    def holds(self, name: str) -> Any:
        """Return what a field holds, as it was sent."""
        return self[name].value() or ""


_PARTS: Final = {"role_other": "role", "seen_by_other": "seen_by", "signs": "said"}


def part_of(name: str) -> str:
    """Return what a field belongs to: who it was, and what was said, are one thing each."""
    return _PARTS.get(name, name)


def fields_of(told: Visit | Examination) -> dict[str, str]:
    """Return the text of each field that tells an entry; one that is blank is left out."""
    is_known = told.by in ROLES
    role, other = (told.by, "") if is_known else (OTHER if told.by else "", told.by)
    if isinstance(told, Examination):
        fields = {
            "event": "seen",
            "seen_on": told.day.isoformat(),
            "seen_by": role,
            "seen_by_other": other,
            "tests": BETWEEN.join(told.tests),
            "said": "" if told.result == "unknown" else told.result,
            "signs": BETWEEN.join(told.signs),
            "text": told.text,
            "review": "" if told.review is None else told.review.isoformat(),
            "to_result": told.to_result,
        }
    elif told.event == "later":
        fields = {"event": "later", "when": ON_A_DAY, "later_on": told.on.isoformat()}
    else:
        fields = {"event": "booked", "on": told.on.isoformat(), "role": role, "role_other": other}
    return {name: text for name, text in fields.items() if text}
