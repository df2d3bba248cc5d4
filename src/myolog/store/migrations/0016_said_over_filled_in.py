"""Let what "same as yesterday" filled in give way to what was typed for the same day beside it."""

from typing import Any

from django.db import migrations

TYPED, FILLED_IN = "/self", "/same as yesterday"


def give_way(apps: Any, schema_editor: object) -> None:
    """Retire each value that was filled in and stands beside a typed one; nothing is deleted."""
    del schema_editor
    standing = apps.get_model("store", "EntryRow").objects.filter(
        kind="exposure", retired_at__isnull=True
    )
    for row in standing.filter(slot__endswith=FILLED_IN):
        slot = row.slot.removesuffix(FILLED_IN) + TYPED
        typed = standing.filter(person_id=row.person_id, slot=slot).first()
        if typed is not None:
            row.retired_at = max(row.created_at, typed.created_at)
            row.save(update_fields=["retired_at"])


class Migration(migrations.Migration):
    dependencies = [("store", "0015_planned_visits")]

    operations = [migrations.RunPython(give_way, migrations.RunPython.noop)]
