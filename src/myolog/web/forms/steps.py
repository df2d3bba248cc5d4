"""The buttons of the steps: a tick, a headache, and pausing."""

from typing import Final

from django import forms

from myolog.programme.steps import STEPS
from myolog.web.forms.button import ButtonForm, CodeField
from myolog.web.forms.typed import DayField
from myolog.web.forms.writing import WritingForm

SCORES: Final = range(11)
"""How bad a headache can be."""

UNDONE: Final = "0"


class TickForm(ButtonForm, WritingForm):
    """A tick of a step, or a tick taken back."""

    step = CodeField(*STEPS)
    day = DayField(required=False)
    done = CodeField("1", UNDONE, required=False)
    then = forms.CharField(required=False)

    @property
    def is_undone(self) -> bool:
        """Whether the tick is taken back."""
        return bool(self.cleaned_data["done"] == UNDONE)


class HeadacheForm(ButtonForm):
    """How bad a headache is."""

    score = forms.TypedChoiceField(choices=[(one, str(one)) for one in SCORES], coerce=int)


class PauseForm(ButtonForm):
    """What becomes of the programme from today on."""

    act = CodeField("pause", "resume", "stop")
