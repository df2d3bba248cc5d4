"""What a person chooses before the steps begin."""

from typing import Any

from django import forms

from myolog.content.typed import whole_amount_typed
from myolog.programme.steps import STEPS
from myolog.store.services.programme_start import TARGETS, Wishes
from myolog.web.forms.typed import LONGEST, TypedField
from myolog.web.forms.writing import WordedForm


class DrinksField(TypedField):
    """A goal of drinks a day in the person's own measures."""

    def clean(self, value: Any) -> int | None:
        """Return mL, or None where nothing was typed."""
        return self.read(value, lambda typed: whole_amount_typed(typed, "mL"))


class StartForm(WordedForm):
    """Which steps, where the caffeine ends, and two goals; the store says whether they can be."""

    step = forms.MultipleChoiceField(required=False, choices=[(code, code) for code in STEPS])
    target = forms.CharField(required=False, max_length=LONGEST, initial=TARGETS[0])
    drinks = DrinksField(required=False)
    bedtime = forms.CharField(required=False, max_length=LONGEST)
    anyway = forms.BooleanField(required=False)

    def wishes(self) -> Wishes:
        """Return what was chosen."""
        told = self.cleaned_data
        return Wishes(
            leave_out=frozenset(STEPS) - set(told["step"]),
            target=told["target"] or TARGETS[0],
            drinks_ml=told["drinks"],
            bedtime=told["bedtime"] or None,
        )

    @property
    def problems(self) -> list[str]:
        """Every sentence about what is wrong."""
        return [str(sentence) for told in self.errors.values() for sentence in told]
