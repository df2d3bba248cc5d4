"""The audit trail: who did what to which entry. It holds no health text."""

from datetime import datetime
from typing import Final
from uuid import UUID

from myolog.store.models import AuditEvent, Person

BY_LIMIT: Final = 120


def record(
    *, person: Person, by: str, action: str, now: datetime, entries: tuple[UUID, ...] = ()
) -> None:
    """Note an action, once for each entry it touched; call it inside the action's transaction."""
    AuditEvent.objects.bulk_create(
        AuditEvent(person=person, at=now, by=by[:BY_LIMIT], action=action, entry=entry)
        for entry in (entries or (None,))
    )
