"""What Myolog said, and who changed what.

An assessment keeps the answers it saw and the rules it used, so that it can be worked out again. An
audit event names the entry and never repeats what is in it.
"""

from django.db import models

from myolog.store.identifiers import new_id
from myolog.store.models.journal import EntryRow
from myolog.store.models.order import StoredInOrder
from myolog.store.models.people import Person
from myolog.store.models.sealed import Sealed


class AssessmentRow(StoredInOrder):
    """One result of the check, as it was said.

    `answered_at` is when the person answered (the result expires from then); `at` is when it was
    worked out, later for one that was re-run over new entries; which one is the newest says
    `stored_nth`, because a clock may lie. `raised_at` is set when a re-run raised the urgency,
    `seen_at` when the person saw that. `checked_day` is the last day on which a re-run came to this
    result, and `revision` that of the journal then.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="assessments")
    at = models.DateTimeField()
    answered_at = models.DateTimeField()
    day = models.DateField()
    rules_version = models.CharField(max_length=40)
    digest = models.CharField(max_length=128)
    payload = models.JSONField()
    answers = models.ForeignKey(
        EntryRow, on_delete=models.SET_NULL, null=True, related_name="assessments"
    )
    raised_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    checked_day = models.DateField(null=True)
    revision = models.CharField(max_length=90, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "stored_nth"], name="assessment_person_nth")]

    def __str__(self) -> str:
        return f"{self.rules_version} {self.at:%Y-%m-%d}"


class AuditEvent(Sealed):
    """Who did what to which entry, and when; `undone` when the person took it back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="audit_events")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    action = models.CharField(max_length=40)
    entry = models.UUIDField(null=True)
    undone = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["person", "at"], name="audit_person_at")]

    def __str__(self) -> str:
        return f"{self.action} by {self.by}"
