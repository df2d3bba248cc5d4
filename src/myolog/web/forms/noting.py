"""How often the person is asked to note, about what, and when to look for two minutes."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from django import forms
from django.http import QueryDict

from myolog.attention.rest import Noting
from myolog.attention.windows import window_times
from myolog.content.catalogue import load
from myolog.content.names import exposure_name
from myolog.content.problems import problem_in_words
from myolog.content.typed import clock_typed
from myolog.errors import UserError
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.tracking import OFFERED, chosen
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import WINDOWS_AT_MOST, say_times
from myolog.web.forms.over import FormOver
from myolog.web.forms.typed import ListField
from myolog.web.shown import BETWEEN, boxes, now_says


class TimesField(ListField):
    """Times of day."""

    def clean(self, value: Any) -> list[time]:
        """Return the times in their order, each once."""
        try:
            return sorted({clock_typed(text) for text in self.prepare_value(value)})
        except UserError as wrong:
            raise forms.ValidationError(problem_in_words(wrong)) from wrong


class NotingAskedForm(forms.Form):
    """What the page of noting sends beside the choices: which it shows, and where it stands.

    Attributes
    ----------
    tracked, windows : whether it asks what is noted, and at what times to look
    today : whether it is the button of Today
    """

    tracked = forms.BooleanField(required=False)
    windows = forms.BooleanField(required=False)
    today = forms.BooleanField(required=False)


class NotingForm(FormOver):
    """How often to ask; what to ask about and the times of looks where the form shows them.

    Attributes
    ----------
    facts : what differs from before
    is_of_today : whether a button of Today was pressed
    """

    way = forms.CharField(required=False)
    window = TimesField(())

    def __init__(
        self, posted: QueryDict | None, journal: Journal, noting: Noting, *, today: date
    ) -> None:
        asked = NotingAskedForm(posted or {})
        asked.full_clean()
        self.asks_codes: bool = asked.cleaned_data["tracked"]
        self.asks_times: bool = asked.cleaned_data["windows"]
        self.is_of_today: bool = asked.cleaned_data["today"]
        super().__init__(
            posted,
            noting_now(journal, noting),
            said_of_noting,
            joined=("window",) if self.asks_times else (),
            code=OFFERED if self.asks_codes else (),
        )
        self.journal, self.noting, self.today = journal, noting, today
        self.facts: tuple[ProfileFact, ...] = ()

    def clean(self) -> None:
        """Make a fact of each choice that differs from before."""
        wished = {"noting": (self.cleaned_data["way"], self.noting.way)}
        if self.asks_codes:
            wished["tracked"] = " ".join(self.ticked()), " ".join(chosen(self.journal))
        if self.asks_times and "window" in self.cleaned_data:
            now = say_times(window_times(self.journal))
            wished["window_times"] = say_times(self.cleaned_data["window"]), now
        try:
            self.facts = tuple(
                ProfileFact(day=self.today, code=code, value=value)
                for code, (value, before) in wished.items()
                if value != before
            )
        except UserError as wrong:
            self.add_error(None, problem_in_words(wrong))

    def ticked(self) -> Iterator[str]:
        """Return the codes of what is kept track of."""
        told = self.data if self.is_bound else self.initial
        return (code for code in EXPOSURES if told.get(f"code:{code}"))

    def times(self) -> list[str]:
        """Return the times of looks as they were typed, with blank fields for further ones."""
        told: list[str] = self["window"].value()
        return told + [""] * (WINDOWS_AT_MOST - len(told))


def noting_now(journal: Journal, noting: Noting) -> dict[str, str]:
    """Return each field of the page, and what it holds as things are."""
    return {
        "way": noting.way,
        **boxes("code", EXPOSURES, chosen(journal)),
        "window": say_times(window_times(journal)).replace(" ", BETWEEN),
    }


def said_of_noting(name: str, text: str) -> str:
    """Return what a field of the page says by now, in words."""
    words = load()
    if name == "way":
        told = words.text(f"attention.noting.{text}.name")
        return now_says(words.text("attention.noting.title"), told)
    if name == "window":
        return now_says(words.text("page.window.title"), text.replace(BETWEEN, ", "))
    told = words.text("answer.yes" if text else "answer.no")
    return now_says(exposure_name(name.removeprefix("code:")), told)
