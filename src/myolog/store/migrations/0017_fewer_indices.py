"""Drop two indices of the entries that every write paid for and no question needs.

Those that begin with the person answer for the first; of the second only the few rows that revise
another are left.
"""

from django.db import migrations, models

PERSON, REVISES = "store_entryrow_person_id_0a561675", "store_entryrow_revises_id_480ad897"


class Migration(migrations.Migration):
    dependencies = [("store", "0016_said_over_filled_in")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX IF EXISTS "{name}"',
                    f'CREATE INDEX "{name}" ON "store_entryrow" ("{column}")',
                )
                for name, column in ((PERSON, "person_id"), (REVISES, "revises_id"))
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="entryrow",
                    name="person",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=models.deletion.CASCADE,
                        related_name="entries",
                        to="store.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="entryrow",
                    name="revises",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=models.deletion.SET_NULL,
                        related_name="revisions",
                        to="store.entryrow",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(
                condition=models.Q(revises__isnull=False),
                fields=["revises"],
                name="entry_revises",
            ),
        ),
    ]
