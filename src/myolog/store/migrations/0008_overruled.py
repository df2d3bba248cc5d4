"""Let "none today" step back from a twitch of its day, where an edit had left both beside it."""

from typing import Any

from django.db import migrations, models

TELLING = ("episode", "tally", "window")


def step_back(apps: Any, schema_editor: object) -> None:
    """Mark every "none today" that stands beside a twitch; nothing is deleted."""
    del schema_editor
    Entry = apps.get_model("store", "EntryRow")
    standing = Entry.objects.filter(retired_at__isnull=True)
    days = {
        (person, day)
        for person, day, kind, payload in standing.filter(kind__in=TELLING).values_list(
            "person_id", "day", "kind", "payload"
        )
        if kind == "episode"
        or bool(payload.get("count"))
        or payload.get("amount") in ("some", "many")
    }
    for row in standing.filter(kind="none_today"):
        if (row.person_id, row.day) in days:
            row.retired_at, row.overruled = _newest(standing, row), True
            row.save(update_fields=["retired_at", "overruled"])


def _newest(standing: Any, none: Any) -> Any:
    """Return when the newest entry of that day was written: from then on none could not hold."""
    told = standing.filter(person_id=none.person_id, day=none.day, kind__in=TELLING)
    return max(none.created_at, told.order_by("-created_at").first().created_at)


class Migration(migrations.Migration):
    dependencies = [("store", "0007_who_told_the_zone")]

    operations = [
        migrations.AddField(
            model_name="entryrow",
            name="overruled",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="undone",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(step_back, migrations.RunPython.noop),
    ]
