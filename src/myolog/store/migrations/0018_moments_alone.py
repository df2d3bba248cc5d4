"""Keep the order of moments for the entries that have one, and not for values of a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0017_fewer_indices")]

    operations = [
        migrations.RemoveIndex(model_name="entryrow", name="entry_person_kind_at"),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(
                condition=models.Q(at__isnull=False),
                fields=["person", "kind", "at", "id"],
                name="entry_person_kind_moment",
            ),
        ),
    ]
