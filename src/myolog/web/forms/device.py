"""Closing the journal in a device."""

from django import forms

from myolog.web.forms.button import ButtonForm


class CloseForm(ButtonForm):
    """Closing: how much was not sent yet, as the script counted, and whether that may go."""

    unsent = forms.CharField(required=False)
    anyway = forms.CharField(required=False)

    @property
    def may_empty(self) -> bool:
        """Whether nothing would be lost, or may be."""
        told = self.cleaned_data
        return bool(told["unsent"] == "0" or told["anyway"])
