"""Tables: people and keys, journal rows, care. Only the store imports them."""

from myolog.store.models.care import AssessmentRow, AuditEvent
from myolog.store.models.journal import TIMED_KINDS, EntryRow, IdempotencyKey
from myolog.store.models.people import Key, Person

__all__ = [
    "TIMED_KINDS",
    "AssessmentRow",
    "AuditEvent",
    "EntryRow",
    "IdempotencyKey",
    "Key",
    "Person",
]
