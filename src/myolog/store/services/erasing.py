"""Erasing everything: no row, no page of the file and no log of it keeps a word.

The person stays, empty, with the browser that asked; tokens of programs go too, and so do the
copies that a restore has kept. Copies that were saved elsewhere are not ours to find.
"""

from django.db import connection, transaction

from myolog.store.folder import data_folder
from myolog.store.journals import forget
from myolog.store.models import AssessmentRow, AuditEvent, EntryRow, IdempotencyKey, Key, Person
from myolog.store.services.backups import BEFORE_RESTORE


def erase_everything(*, person: Person) -> None:
    """Delete all that was ever noted for this person, and overwrite where it stood."""
    lite = connection.vendor == "sqlite"
    if lite:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")
    with transaction.atomic():
        IdempotencyKey.objects.filter(person=person).delete()
        AssessmentRow.objects.filter(person=person).delete()
        EntryRow.objects.filter(person=person).update(revises=None)
        EntryRow.objects.filter(person=person).delete()
        AuditEvent.objects.filter(person=person).delete()
        Key.objects.filter(person=person).exclude(kind=Key.Kind.OWNER).delete()
    forget()
    for copy in data_folder().glob(f"{BEFORE_RESTORE}*"):
        copy.unlink()
    if lite and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
