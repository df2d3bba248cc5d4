"""The weekly look at daily tasks as typed."""

from typing import Any

from django import forms

from myolog.vocabulary.tasks import ANSWERS, TASKS
from myolog.web.forms.writing import WritingForm


class TasksForm(WritingForm):
    """The weekly look at daily tasks; a task may be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in TASKS:
            self.fields[code] = forms.ChoiceField(
                required=False, choices=[(answer, answer) for answer in ANSWERS]
            )

    def answers(self) -> dict[str, str]:
        """Return the tasks that were answered."""
        return {code: self.cleaned_data[code] for code in TASKS if self.cleaned_data[code]}
