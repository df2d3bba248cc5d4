"""The nine questions on worry and mood; each may be left out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from myolog.attention.worry import scored
from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.entries import Entry
from myolog.vocabulary.questionnaires import ANSWERS, QUESTIONNAIRES
from myolog.web.forms.writing import WritingForm


class WorryForm(WritingForm):
    """Both questionnaires, a field for each question, such as ``gad7-1``.

    Attributes
    ----------
    entries : what the journal keeps of the answers, of `today`
    """

    entries: tuple[Entry, ...] = ()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        words = load()
        answers = [(code, words.template(f"questionnaire.{code}")) for code in ANSWERS]
        for code in QUESTIONNAIRES:
            items = words.items(f"questionnaire.{code}.items")
            for name, item in zip(_fields_of(code), items, strict=True):
                self.fields[name] = forms.ChoiceField(required=False, choices=answers, label=item)

    def parts(self) -> Iterator[tuple[str, list[BoundField]]]:
        """Return the title and the questions of each questionnaire."""
        for code in QUESTIONNAIRES:
            title = load().template(f"questionnaire.{code}.title")
            yield title, [self[name] for name in _fields_of(code)]

    def clean(self) -> None:
        """Add the answers up; refuse a part that is half open, and a form without any answer."""
        told = {
            code: tuple(self.cleaned_data.get(name, "") for name in _fields_of(code))
            for code in QUESTIONNAIRES
        }
        try:
            self.entries = scored(told, day=self.today)
        except UserError as half_open:
            raise forms.ValidationError(problem_in_words(half_open)) from half_open
        if not self.entries:
            raise forms.ValidationError(load().text("worry.nothing"))


def _fields_of(code: str) -> tuple[str, ...]:
    return tuple(f"{code}-{n}" for n in range(1, QUESTIONNAIRES[code].n_items + 1))
