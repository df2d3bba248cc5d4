"""One table for every kind of journal entry, and the keys that make a repeated write harmless.

The payload is the entry as the native file writes it; the other columns are copies for looking up
and for limits. A row is never overwritten: a correction is a new row that `revises` the old one,
which is then retired. A row that is `set_aside` is the version of another device: it does not
hold, and the person has still to choose. A "none today" that is `overruled` has stepped back from a
twitch of its day, and holds again once there is none. See docs/decisions/0003-one-entry-table.md.
"""

from django.db import models

from myolog.journal.entries import Entry
from myolog.journal.kinds import ALL_KINDS
from myolog.store.identifiers import new_id
from myolog.store.models.order import Changing
from myolog.store.models.people import Person
from myolog.store.models.sealed import Sealed

KINDS = list(ALL_KINDS)
TIMED_KINDS = [kind for kind, one in ALL_KINDS.items() if one.moment is not Entry.moment]


class EntryRow(Changing):
    """One journal entry of one person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="entries", db_index=False
    )
    kind = models.CharField(max_length=20)
    day = models.DateField()
    at = models.DateTimeField(null=True)
    zone = models.CharField(max_length=64, blank=True, default="")
    slot = models.CharField(max_length=300, null=True)  # noqa: DJ001 - null: the kind has no slot
    site = models.CharField(max_length=60, blank=True, default="")
    payload = models.JSONField()
    revises = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="revisions", db_index=False
    )
    retired_at = models.DateTimeField(null=True)
    set_aside = models.BooleanField(default=False)
    overruled = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person", "kind", "day"], name="entry_person_kind_day"),
            models.Index(
                fields=["person", "kind", "at", "id"],
                name="entry_person_kind_moment",
                condition=models.Q(at__isnull=False),
            ),
            models.Index(fields=["person", "stored_nth"], name="entry_person_nth"),
            models.Index(fields=["person", "changed_nth"], name="entry_person_changed"),
            models.Index(
                fields=["revises"],
                name="entry_revises",
                condition=models.Q(revises__isnull=False),
            ),
            models.Index(
                fields=["person"], name="entry_set_aside", condition=models.Q(set_aside=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="entry_kind_known"),
            models.CheckConstraint(
                condition=~models.Q(kind__in=TIMED_KINDS)
                | (models.Q(at__isnull=False) & ~models.Q(zone="")),
                name="entry_timed_has_time",
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "slot"],
                condition=models.Q(slot__isnull=False, retired_at__isnull=True),
                name="entry_slot_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"


class IdempotencyKey(Sealed):
    """A client's name for one write: the same name and content again changes nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="idempotency_keys")
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    entries = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="idempotency_key_once"),
        ]

    def __str__(self) -> str:
        return self.key
