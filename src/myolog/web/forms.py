"""Reading what a person typed. Parsing only: choices and limits come from the vocabulary.

A form turns text into values and ties each problem to its field; whether the values can be true is
for the journal's own classes to say (`refusal_in`). Every form that writes carries `key`, a UUID
made with the page, so that a double tap stores once.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar
from uuid import UUID, uuid4

from django import forms

from myolog.errors import UserError
from myolog.journal.checks import NOTE_LIMIT
from myolog.journal.entries import ACCOMPANIED
from myolog.vocabulary.tasks import ANSWERS, TASKS

T = TypeVar("T")

DURATIONS: Final = {"seconds": 10, "minute": 60, "minutes": 300, "hours": 7_200}
"""What each word for a length is stored as, in seconds: the middle of what people mean by it."""


def fresh_key() -> str:
    """Return a new name for one write."""
    return str(uuid4())


class WritingForm(forms.Form):
    """A form that stores something, once for each `key`."""

    key = forms.UUIDField(required=False)

    def refusal_in(self, write: Callable[[], T]) -> T | None:
        """Run `write`; a refusal becomes the form's own error, and the result is None."""
        try:
            return write()
        except UserError as refused:
            self.add_error(None, refused.message)
            return None

    @property
    def write_key(self) -> str | None:
        """The key of this write, where the page gave one."""
        key = self.cleaned_data.get("key")
        return str(key) if key else None


class NoteField(forms.CharField):
    """Free text; a line's end counts as one character, though browsers send two."""

    def to_python(self, value: Any) -> str:
        """Return the text as it was typed."""
        return str(super().to_python(value) or "").replace("\r\n", "\n")


class EpisodeForm(WritingForm):
    """One twitch; everything but the place may be left out."""

    place = forms.CharField(max_length=60)
    day = forms.DateField(required=False)
    clock = forms.TimeField(required=False)
    duration = forms.ChoiceField(required=False, choices=[(word, word) for word in DURATIONS])
    duration_s = forms.IntegerField(required=False, min_value=1, max_value=86_400)
    accompanied = forms.MultipleChoiceField(
        required=False, choices=[(word, word) for word in ACCOMPANIED]
    )
    intensity = forms.IntegerField(required=False, min_value=0, max_value=10)
    suspected = forms.CharField(required=False, max_length=1_000)
    note = NoteField(required=False, max_length=NOTE_LIMIT, strip=False)

    def values(self) -> dict[str, Any]:
        """Return what `log_episode` takes, apart from the place and the time."""
        data = self.cleaned_data
        return {
            "duration_s": data["duration_s"] or DURATIONS.get(data["duration"]),
            "accompanied": tuple(data["accompanied"]),
            "intensity": data["intensity"],
            "suspected": tuple(
                word for part in data["suspected"].split(",") if (word := part.strip())
            ),
            "note": data["note"],
        }


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


def posted_key(data: Mapping[str, Any]) -> str | None:
    """Return the key of a write, where the form gave one that is a UUID."""
    try:
        return str(UUID(str(data.get("key", ""))))
    except ValueError:
        return None
