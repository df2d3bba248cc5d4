from datetime import timedelta
from typing import Any, Final

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

NUMBER: Final = {
    "sqlite": "UPDATE {table} SET stored_nth = rowid",
    "postgresql": (
        "UPDATE {table} SET stored_nth = counted.nth FROM (SELECT id, row_number() OVER "
        "(PARTITION BY person_id ORDER BY {time}, id) AS nth FROM {table}) AS counted "
        "WHERE counted.id = {table}.id"
    ),
}
"""SQLite's own row numbers still tell in which order rows came; elsewhere only their times do."""


FIVE_MINUTES: Final = timedelta(minutes=5)


def number(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    sentence = NUMBER[editor.connection.vendor]
    for table, time in (("store_entryrow", "created_at"), ("store_assessmentrow", "at")):
        editor.execute(sentence.format(table=table, time=time))


def name_what_came_before(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Let answers given at their time name earlier ones that a wrong clock has dated later."""
    rows = apps.get_model("store", "EntryRow").objects.using(editor.connection.alias)
    given = rows.filter(kind="answers", retired_at__isnull=True).order_by("person", "stored_nth")
    before: list[Any] = []
    for row in given:
        if abs(row.at - row.created_at) > FIVE_MINUTES:
            continue
        before = [one for one in before if one.person_id == row.person_id]
        ahead = [str(one.id) for one in before if one.at > row.created_at]
        if ahead:
            row.payload["after"] = ahead[-30:]
            row.save(update_fields=["payload"])
        before.append(row)


class Migration(migrations.Migration):
    dependencies = [("store", "0008_overruled")]

    operations = [
        migrations.RemoveIndex(model_name="assessmentrow", name="assessment_person_at"),
        migrations.AddField(
            model_name="assessmentrow",
            name="stored_nth",
            field=models.BigIntegerField(default=0, editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="entryrow",
            name="stored_nth",
            field=models.BigIntegerField(default=0, editable=False),
            preserve_default=False,
        ),
        migrations.RunPython(number, migrations.RunPython.noop),
        migrations.RunPython(name_what_came_before, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="assessmentrow",
            index=models.Index(fields=["person", "stored_nth"], name="assessment_person_nth"),
        ),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(fields=["person", "stored_nth"], name="entry_person_nth"),
        ),
    ]
