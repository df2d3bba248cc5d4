"""When to be reminded of each step; a blank time is none."""

from collections.abc import Collection, Iterator, Mapping

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.programme.record import OFF
from myolog.web.forms.button import ButtonForm, CodeField
from myolog.web.forms.over import FormOver
from myolog.web.forms.typed import LONGEST
from myolog.web.shown import now_says


class RemindersForm(FormOver):
    """A time for each of some steps; the store says whether it is one."""

    def __init__(
        self, posted: QueryDict | None, now: Mapping[str, str], steps: Collection[str]
    ) -> None:
        super().__init__(posted, now, _said)
        self.steps = steps
        words = load()
        for code in steps:
            self.fields[code] = forms.CharField(
                required=False,
                max_length=LONGEST,
                label=words.text(f"thing.{code}.short"),
                help_text=words.text("page.reminders.shown", text=words.text(f"reminder.{code}")),
            )

    def times(self) -> Iterator[BoundField]:
        """Return the field of each step."""
        return (self[code] for code in self.steps)

    def changed(self) -> dict[str, str]:
        """Return the times that differ from now; "off" for one that was taken away."""
        told = self.touched()
        return {
            code: told[code] or OFF
            for code in self.steps
            if code in told and told[code] != self.now.get(code, "")
        }


class AddressForm(ButtonForm):
    """What becomes of the address that a calendar follows."""

    act = CodeField("make", "revoke")


def _said(code: str, time: str) -> str:
    return now_says(load().text(f"thing.{code}.short"), time)
