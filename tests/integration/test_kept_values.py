"""What a column keeps is what Django would keep, and the seal of a new row is that of the row."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from django.db import connection

from myolog.store.models import AssessmentRow, AuditEvent, EntryRow, IdempotencyKey, Key, Person
from myolog.store.models.sealed import kept_by
from myolog.store.seals import rows_of
from myolog.store.services.journal import log_entry
from myolog.store.wholeness import faults_in
from tests.factories import episode, exposure

pytestmark = pytest.mark.store

TABLES = (Person, Key, EntryRow, IdempotencyKey, AssessmentRow, AuditEvent)
VALUES: tuple[object, ...] = (
    None,
    True,
    False,
    3,
    "",
    "Wade \u00fc \u202e\x1f",
    date(1900, 1, 2),
    datetime(2026, 3, 9, 14, 20, tzinfo=UTC),
    datetime(2026, 3, 9, 14, 20, 1, 5, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    UUID("0190b2c4-6a3b-7c1d-8e2f-0123456789ab"),
    {"note": "Wade \u00fc", "value": 2.0, "suspected": ["caffeine"]},
    ["a", 1],
)
FITTING: dict[str, tuple[type, ...]] = {
    "BigIntegerField": (int,),
    "BooleanField": (bool,),
    "CharField": (str,),
    "DateField": (date,),
    "DateTimeField": (datetime,),
    "JSONField": (dict, list),
    "PositiveIntegerField": (int,),
    "PositiveSmallIntegerField": (int,),
    "UUIDField": (UUID,),
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="what SQLite keeps")
@pytest.mark.parametrize("table", TABLES)
def test_every_column_keeps_what_django_keeps(table: type[EntryRow]) -> None:
    for field in table._meta.concrete_fields:
        kind = field.target_field if field.is_relation else field
        for value in VALUES:
            if value is None or type(value) in FITTING[type(kind).__name__]:
                expected = field.get_db_prep_save(value, connection)
                assert kept_by(field, connection)(value) == expected, (field.name, value)


def test_a_choice_is_kept_and_sealed_as_plain_text() -> None:
    zone_from = Person._meta.get_field("zone_from")
    kept = kept_by(zone_from, connection)(Person.ZoneFrom.COMPUTER)
    assert (type(kept), kept) == (str, "computer")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has its own checksums")
def test_new_rows_are_sealed_as_they_are_kept(person: Person, now: datetime) -> None:
    log_entry(person=person, entry=episode(note="Wade \u00fc \u2028"), by="t", now=now)
    log_entry(person=person, entry=exposure(), by="t", now=now)
    assert faults_in(connection.connection) == ()
    names, rows = rows_of(connection.connection, "store_entryrow")
    assert [len(row[names.index("seal")]) for row in rows] == [32, 32]
