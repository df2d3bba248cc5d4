"""The person's clock: the zone they live in, and when their day ends."""

from django import forms
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import UserError
from myolog.journal.instants import LATEST_END
from myolog.store.computer import zone_meant
from myolog.store.selectors import Person
from myolog.web.forms.over import FormOver
from myolog.web.shown import now_says


class ClockForm(FormOver):
    """The zone as typed, and the hour after midnight that ends the day."""

    zone = forms.CharField(required=False, max_length=64)
    day_ends = forms.TypedChoiceField(required=False, coerce=int)

    entries = forms.ChoiceField(required=False, choices=[("move", "move"), ("leave", "leave")])

    def __init__(self, posted: QueryDict | None, person: Person) -> None:
        now = {"zone": person.zone, "day_ends": str(person.day_ends_hour)}
        super().__init__(posted, now, _said)
        self.person = person
        self.fields["day_ends"].choices = [  # type: ignore[attr-defined]
            (hour, _hour(hour)) for hour in map(str, range(LATEST_END + 1))
        ]

    def clean_zone(self) -> str:
        """Return the zone that is meant; that of now where nothing is typed."""
        try:
            return zone_meant(self.cleaned_data["zone"] or self.person.zone)
        except UserError as wrong:
            raise forms.ValidationError(problem_in_words(wrong)) from wrong

    def wished(self) -> tuple[str, int]:
        """Return the zone and the hour."""
        zone, hour = self.cleaned_data["zone"], self.cleaned_data["day_ends"]
        return zone, self.person.day_ends_hour if hour == "" else hour


def _said(name: str, text: str) -> str:
    words = load()
    if name == "zone":
        return now_says(words.text("page.settings.zone"), text)
    return now_says(words.text("page.time.day_ends"), _hour(text))


def _hour(hour: str) -> str:
    return f"{hour}:00" if hour != "0" else load().text("page.time.midnight")
