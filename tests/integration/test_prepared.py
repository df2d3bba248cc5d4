"""A query that is built once gives what Django's own way gives, on every database."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from myolog.store.models import EntryRow, IdempotencyKey
from myolog.store.prepared import DAY, NOW, PERSON, TEXT, Prepared
from myolog.store.selectors import Person
from myolog.store.services.journal import log_entry
from tests.factories import AT, exposure

pytestmark = pytest.mark.store


def test_values_come_back_as_django_gives_them(person: Person) -> None:
    stored = log_entry(
        person=person, entry=exposure(day=date(2026, 3, 9)), by="t", idempotency_key="é%s'", now=AT
    )
    by_day = Prepared(
        lambda: EntryRow.objects.filter(person_id=PERSON, kind="exposure", day=DAY).values_list(
            "id", "day", "payload", "retired_at", "created_at", "set_aside"
        )
    )
    (row,) = by_day.rows(person=person.id, day=date(2026, 3, 9))
    id, day, payload, retired_at, created_at, set_aside = row
    assert (id, day, retired_at, created_at, set_aside) == (
        UUID(str(stored.id)), date(2026, 3, 9), None, AT, False,
    )  # fmt: skip
    assert payload["value"] == exposure().value
    assert by_day.rows(person=person.id, day=date(2026, 3, 10)) == []
    assert by_day.first(person=UUID(int=1), day=date(2026, 3, 9)) is None

    by_key = Prepared(lambda: IdempotencyKey.objects.filter(key=TEXT).values_list("entries"))
    assert by_key.first(text="é%s'") == ([stored.id],)


def test_an_instant_may_be_moved_and_nothing_is_built_twice(person: Person) -> None:
    now = NOW
    built = []

    def build():  # type: ignore[no-untyped-def]
        built.append(1)
        since, until = now - timedelta(hours=1), now + timedelta(hours=1)
        return EntryRow.objects.filter(created_at__gt=since, created_at__lte=until).values_list(
            "kind"
        )

    log_entry(person=person, entry=exposure(), by="t", now=AT)
    near = Prepared(build)
    found = [len(near.rows(now=AT + timedelta(minutes=m))) for m in (-61, -60, 0, 59, 60, 61)]
    assert found == [0, 1, 1, 1, 0, 0]
    assert (built, connection.vendor in ("sqlite", "postgresql")) == ([1], True)
    assert near.rows(now=datetime(2020, 1, 1, tzinfo=UTC)) == []
