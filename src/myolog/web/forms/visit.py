"""What happened after a result as typed: booked, seen, or not yet."""

from datetime import date, timedelta
from typing import Any, Final

from django import forms

from myolog.content.catalogue import load
from myolog.content.typed import day_typed
from myolog.errors import InvalidEntry
from myolog.journal.checks import NOTE_LIMIT, WORDS_LIMIT
from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.triage.answers import INPUTS
from myolog.vocabulary.visits import OUTCOMES, ROLES, TESTS, VISIT
from myolog.web.forms.writing import WritingForm

EVENTS: Final = ("booked", "seen", "later")
OTHER: Final = "other"
IN_DAYS: Final = {"in_2_days": 2, "in_a_week": 7}
ON_A_DAY: Final = "on_a_day"


def _choices(*codes: str) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class VisitForm(WritingForm):
    """One of three things; what stands under the other two is left alone."""

    event = forms.ChoiceField(choices=_choices(*EVENTS), required=False)
    on = forms.CharField(required=False, max_length=WORDS_LIMIT)
    role = forms.ChoiceField(choices=_choices("", *ROLES, OTHER), required=False)
    role_other = forms.CharField(required=False, max_length=WORDS_LIMIT)
    seen_on = forms.CharField(required=False, max_length=WORDS_LIMIT)
    seen_by = forms.ChoiceField(choices=_choices("", *ROLES, OTHER), required=False)
    seen_by_other = forms.CharField(required=False, max_length=WORDS_LIMIT)
    tests = forms.MultipleChoiceField(choices=_choices(*TESTS), required=False)
    said = forms.ChoiceField(choices=_choices("", *OUTCOMES), required=False)
    signs = forms.MultipleChoiceField(choices=_choices(*INPUTS), required=False)
    text = forms.CharField(required=False, max_length=NOTE_LIMIT)
    review = forms.CharField(required=False, max_length=WORDS_LIMIT)
    when = forms.ChoiceField(choices=_choices("", *IN_DAYS, ON_A_DAY), required=False)
    later_on = forms.CharField(required=False, max_length=WORDS_LIMIT)

    def entry(self, *, today: date) -> Visit | Examination | None:
        """Return what is told; None where it cannot be, and the form says why."""
        return self.refusal_in(lambda: self._entry(today))

    def _entry(self, today: date) -> Visit | Examination:
        told = self.cleaned_data
        if told["event"] == "booked":
            on = self._day("on")
            return Visit(day=today, event="booked", on=on, by=self._role("role"))
        if told["event"] == "later":
            return Visit(day=today, event="later", on=self._reminded_on(today))
        if told["event"] == "seen":
            return self._seen(today)
        raise InvalidEntry(load().template("visit.page.choose"))

    def _seen(self, today: date) -> Examination:
        told, day = self.cleaned_data, self._day("seen_on")
        if day > today:
            raise InvalidEntry(load().template("visit.page.in_future"))
        said = told["said"] or "unknown"
        return Examination(
            day=day,
            what=VISIT,
            by=self._role("seen_by"),
            result=said,
            text=told["text"].strip(),
            tests=tuple(told["tests"]),
            signs=tuple(told["signs"]) if said == "explained" else (),
            review=self._day("review") if told["review"].strip() else None,
        )

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

    def shown(self, name: str) -> Any:
        """Return what a field holds, as it was sent."""
        return self[name].value() or ""
