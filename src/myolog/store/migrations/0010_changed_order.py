from typing import Any

from django.db import migrations, models
from django.db.models import F


def number(apps: Any, _editor: object) -> None:
    apps.get_model("store", "EntryRow").objects.update(changed_nth=F("stored_nth"))


class Migration(migrations.Migration):
    dependencies = [("store", "0009_stored_order")]

    operations = [
        migrations.AddField(
            model_name="entryrow",
            name="changed_nth",
            field=models.BigIntegerField(default=0, editable=False),
            preserve_default=False,
        ),
        migrations.RunPython(number, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(fields=["person", "changed_nth"], name="entry_person_changed"),
        ),
    ]
