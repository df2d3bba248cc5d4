"""The weekly look at daily tasks as typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms

from myolog.journal.entries import TaskCheck
from myolog.vocabulary.tasks import EXPLAINED, GIVEN, SINCE, TASKS, is_hard
from myolog.web.forms.over import FormOver

_PARTS: Final = {"answers": ("", GIVEN), "since": ("since:", SINCE),
                 "explained": ("explained:", EXPLAINED)}  # fmt: skip
"""Field of a look to what its fields of the form begin with, and their choices."""


class TasksForm(FormOver):
    """The weekly look at daily tasks; a task may be left out, and so may what is asked of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for start, choices in _PARTS.values():
            for code in TASKS:
                self.fields[f"{start}{code}"] = forms.ChoiceField(
                    required=False, choices=[(answer, answer) for answer in choices]
                )

    def told(self) -> dict[str, str]:
        """Return what was answered, by field."""
        return {name: text for name, text in self.cleaned_data.items() if text and name != "key"}


def fields_of_look(look: TaskCheck | None) -> dict[str, str]:
    """Return each field of the form that a look fills, and its text."""
    if look is None:
        return {}
    return {
        f"{start}{code}": text
        for part, (start, _) in _PARTS.items()
        for code, text in getattr(look, part).items()
    }


def look_of(fields: Mapping[str, str], *, day: date) -> TaskCheck:
    """Return the look that fields tell of; nothing more is kept of a task that is not hard."""
    answers = {code: fields[code] for code in TASKS if fields.get(code)}
    hard = [code for code, answer in answers.items() if is_hard(answer)]
    since, explained = (
        {code: text for code in hard if (text := fields.get(f"{start}:{code}"))}
        for start in ("since", "explained")
    )
    return TaskCheck(day=day, answers=answers, since=since, explained=explained)
