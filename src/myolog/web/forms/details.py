"""What the page for the doctor needs beside the journal: one small form for each kind."""

from datetime import date
from typing import Any, Final

from django import forms

from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import InvalidEntry, UserError
from myolog.journal.entries import Entry, MedicineEvent
from myolog.journal.records import Examination, Question
from myolog.vocabulary.visits import OUTCOMES
from myolog.web.forms.typed import DayField, NoteField, named
from myolog.web.forms.writing import WritingForm

ACTIONS: Final = ("taken", "start", "change", "stop")


class DetailForm(WritingForm):
    """A form of a kind that there is not; those that there are follow.

    Attributes
    ----------
    entry : what the journal keeps of it
    """

    kind = forms.CharField(required=False)
    entry: Entry

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> None:
        """Make the entry."""
        if self.errors:
            return
        try:
            self.entry = self.told()
        except UserError as wrong:
            self.add_error(None, problem_in_words(wrong))

    def told(self) -> Entry:
        """Return the entry that was told; it may be one that cannot be."""
        raise InvalidEntry(load().template("page.report.no_kind"))


class QuestionForm(DetailForm):
    """A question to the doctor."""

    text = forms.CharField(required=False)
    is_fear = False

    def told(self) -> Entry:
        """Return the question."""
        return Question(day=self.today, text=self.cleaned_data["text"], fear=self.is_fear)


class FearForm(QuestionForm):
    """What the person fears most."""

    is_fear = True


class RemarkForm(DetailForm):
    """What else the doctor should know, in one line."""

    text = forms.CharField(required=False)

    def told(self) -> Entry:
        """Return the line."""
        return Question(day=self.today, text=self.cleaned_data["text"], remark=True)


class MedicineForm(DetailForm):
    """A medicine that was begun, changed or stopped, or taken all along; a blank day is unknown."""

    name = forms.CharField(required=False)
    dose = forms.CharField(required=False)
    action = forms.ChoiceField(required=False, choices=named("page.journal.medicine_", ACTIONS))
    day = DayField(required=False)

    def told(self) -> Entry:
        """Return the change of the medicine."""
        told = self.cleaned_data
        if told["name"] and not told["action"]:
            raise UserError(
                "Choose what happened with the medicine: begun, changed, stopped, or taken all "
                "along.",
                code="invalid_choice",
                key="medicine_without_choice",
            )
        since = told["day"] if told["action"] == "taken" else None
        return MedicineEvent(
            day=told["day"] or self.today,
            name=told["name"],
            action="start" if since else told["action"],
            dated=told["day"] is not None,
            dose=told["dose"],
        )


class ExaminationFields(forms.Form):
    """A visit or a test."""

    exam_what = forms.CharField(required=False)
    exam_day = DayField(required=False)
    exam_by = forms.CharField(required=False)
    exam_result = forms.ChoiceField(required=False, choices=named("page.journal.result_", OUTCOMES))
    exam_text = NoteField(required=False)

    def examination(self, today: date) -> Examination:
        """Return what was told.

        Raises
        ------
        UserError
            It cannot be true.
        """
        told = self.cleaned_data
        return Examination(
            day=told.get("exam_day") or today,
            what=told["exam_what"],
            by=told["exam_by"],
            result=told.get("exam_result") or "unknown",
            text=told["exam_text"],
        )


class ExaminationForm(DetailForm, ExaminationFields):
    """A visit or a test, by itself."""

    def told(self) -> Entry:
        """Return the visit or the test."""
        return self.examination(self.today)


DETAILS: Final[dict[str, type[DetailForm]]] = {
    "question": QuestionForm,
    "fear": FearForm,
    "remark": RemarkForm,
    "medicine": MedicineForm,
    "examination": ExaminationForm,
}
"""The form of each kind."""
