"""What was stored before there was an order of storing is put in order once."""

from datetime import datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from myolog.journal.records import TriageAnswers
from myolog.store.models import AssessmentRow, EntryRow
from myolog.store.selectors import Person, journal_of, latest_assessment
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from tests import factories as make

pytestmark = pytest.mark.store

MIGRATION = import_module("myolog.store.migrations.0009_stored_order")


def test_old_rows_are_put_in_the_order_in_which_they_came(person: Person, now: datetime) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite still knows in which order old rows came")
    ahead, later = now + timedelta(hours=2), now + timedelta(minutes=10)
    record_answers(person=person, answers={"weakness": "none"}, by="t", now=ahead)
    record_answers(person=person, answers={"weakness": "progressive"}, by="t", now=now)
    old = make.answers({"weakness": "none"}, at=now - timedelta(days=3), zone="Europe/Berlin")
    log_entry(person=person, entry=old, by="t", now=later)
    for row in EntryRow.objects.all():
        row.payload.pop("after", None)
        EntryRow.objects.filter(id=row.id).update(payload=row.payload, stored_nth=0)
    AssessmentRow.objects.update(stored_nth=0)

    editor = connection.SchemaEditorClass(connection)
    MIGRATION.number(apps, editor)
    MIGRATION.name_what_came_before(apps, editor)

    given = [one.answers["weakness"] for one in journal_of(person).of(TriageAnswers)]
    assert given == ["none", "none", "progressive"]
    held = latest_assessment(person, now=now)
    assert held is not None
    assert held.assessment.inputs["weakness"] == "progressive"
