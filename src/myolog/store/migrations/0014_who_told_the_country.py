from typing import Any

from django.db import migrations, models


def find_who_told(apps: Any, schema_editor: object) -> None:
    """A country that was set was chosen; any other was told by the computer."""
    told = apps.get_model('store', 'AuditEvent').objects.filter(action='set_country')
    people = apps.get_model('store', 'Person').objects
    people.exclude(country='').update(country_from='computer')
    people.filter(id__in=told.values('person')).update(country_from='person')


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0013_revision_of_the_journal'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='country_from',
            field=models.CharField(choices=[('unknown', 'Unknown'), ('computer', 'Computer'), ('person', 'Person')], default='unknown', max_length=8),
        ),
        migrations.RunPython(find_who_told, migrations.RunPython.noop),
    ]
