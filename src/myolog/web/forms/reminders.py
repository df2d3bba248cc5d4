"""When to be reminded of the check-in, the weekly look and each step; a blank time is none."""

from collections.abc import Iterator

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.dates import weekday_name
from myolog.content.problems import problem_in_words
from myolog.content.typed import clock_typed
from myolog.errors import UserError
from myolog.programme.record import OFF
from myolog.store.services.reminders import Choices
from myolog.vocabulary.profile import check_fact
from myolog.vocabulary.reminding import WEEKDAYS, Ring, say_quiet, say_ring
from myolog.web.forms.button import ButtonForm, CodeField
from myolog.web.forms.over import FormOver
from myolog.web.forms.typed import LONGEST, DayField, TypedField
from myolog.web.shown import boxes, now_says

_SUNDAY = WEEKDAYS[-1]


class RemindersForm(FormOver):
    """Times and days; for each of some steps a time, of which the store says whether it is one.

    Attributes
    ----------
    facts : what differs from now of the reminders that are no steps
    """

    day = TypedField(required=False)
    week = TypedField(required=False)
    week_on = forms.ChoiceField(required=False, choices=[(one, one) for one in WEEKDAYS])
    quiet_from = DayField(required=False)
    quiet_to = DayField(required=False)

    def __init__(self, posted: QueryDict | None, choices: Choices) -> None:
        self.choices = choices
        now = _now(choices)
        super().__init__(posted, now, _said, _part_of, day_on=WEEKDAYS)
        self.facts: dict[str, str] = {}
        words = load()
        for code in choices.steps:
            self.fields[code] = forms.CharField(
                required=False,
                max_length=LONGEST,
                label=words.text(f"thing.{code}.short"),
                help_text=words.text("page.reminders.shown", text=words.text(f"reminder.{code}")),
            )

    def clean(self) -> None:
        """Make a fact of what the person touched, and refuse what can be none."""
        days = [nth for nth, on in enumerate(self.days_on()) if on["on"]]
        week = WEEKDAYS.index(self.cleaned_data.get("week_on") or _SUNDAY)
        self._take_ring("day", tuple(days))
        self._take_ring("week", (week,))
        self._take_quiet()

    def _take_ring(self, name: str, weekdays: tuple[int, ...]) -> None:
        if not self._is_told(name):
            return
        typed, ring = self.cleaned_data[name], None
        if typed and not weekdays:
            self.add_error(name, load().text("page.reminders.no_day"))
            return
        try:
            ring = Ring(at=clock_typed(typed), weekdays=weekdays) if typed else None
        except UserError as wrong:
            self.add_error(name, problem_in_words(wrong))
            return
        if ring != self.choices.rings.get(name):
            self.facts[f"remind_{name}"] = say_ring(ring)

    def _take_quiet(self) -> None:
        if not self._is_told("quiet_from", "quiet_to"):
            return
        first, last = self.cleaned_data["quiet_from"], self.cleaned_data["quiet_to"]
        if (first is None) != (last is None):
            self.add_error("quiet_from", load().text("page.reminders.quiet_both"))
            return
        span = (first, last) if first and last else None
        try:
            check_fact("remind_quiet", say_quiet(span))
        except UserError as wrong:
            self.add_error("quiet_from", problem_in_words(wrong))
            return
        if span != self.choices.quiet:
            self.facts["remind_quiet"] = say_quiet(span)

    def _is_told(self, *names: str) -> bool:
        """Say whether fields were sent that can be read, and their part was touched."""
        sent = self.data.keys() & self.cleaned_data.keys()
        part = _part_of(names[0])
        return sent.issuperset(names) and any(
            self.is_touched(name) for name in self.data if _part_of(name) == part
        )

    def days_on(self) -> list[dict[str, object]]:
        """Return the days of the week, and which are ticked for the check-in."""
        told = self.data if self.is_bound else self.initial
        return [
            {"code": code, "name": weekday_name(nth), "on": bool(told.get(f"day_on:{code}"))}
            for nth, code in enumerate(WEEKDAYS)
        ]

    def week_days(self) -> list[tuple[str, str]]:
        """Return the days of the week with their names."""
        return [(code, weekday_name(nth)) for nth, code in enumerate(WEEKDAYS)]

    def times(self) -> Iterator[BoundField]:
        """Return the field of each step."""
        return (self[code] for code in self.choices.steps)

    def changed(self) -> dict[str, str]:
        """Return the times of steps that differ from now; "off" for one that was taken away."""
        told = self.touched()
        return {
            code: told[code] or OFF
            for code in self.choices.steps
            if code in told and told[code] != self.now.get(code, "")
        }


class AddressForm(ButtonForm):
    """What becomes of the address that a calendar follows."""

    act = CodeField("make", "revoke")


def _now(choices: Choices) -> dict[str, str]:
    """Return each field of the page, and what it holds as things are."""
    day, week = choices.rings.get("day"), choices.rings.get("week")
    first, last = choices.quiet or (None, None)
    return {
        "day": f"{day.at:%H:%M}" if day else "",
        **boxes("day_on", WEEKDAYS, (WEEKDAYS[nth] for nth in day.weekdays) if day else WEEKDAYS),
        "week": f"{week.at:%H:%M}" if week else "",
        "week_on": WEEKDAYS[week.weekdays[0]] if week else _SUNDAY,
        "quiet_from": first.isoformat() if first else "",
        "quiet_to": last.isoformat() if last else "",
        **choices.times,
    }


def _part_of(name: str) -> str:
    """Return what a field belongs to: a time is changed together with its days."""
    return name.partition("_")[0]


def _said(name: str, text: str) -> str:
    words = load()
    if name.startswith("day_on:"):
        return now_says(weekday_name(WEEKDAYS.index(name.partition(":")[2])), _yes_no(text))
    if name == "week_on":
        text = weekday_name(WEEKDAYS.index(text))
    key = f"page.reminders.{name}"
    return now_says(words.text(key if key in words else f"thing.{name}.short"), text)


def _yes_no(text: str) -> str:
    return load().text("answer.yes" if text else "answer.no")
