from typing import Any

from django.db import migrations, models


def find_who_told(apps: Any, schema_editor: object) -> None:
    """A zone that was set, or that is not the UTC of every earlier Myolog, was chosen."""
    told = apps.get_model('store', 'AuditEvent').objects.filter(action='set_zone')
    people = apps.get_model('store', 'Person').objects
    people.exclude(zone='UTC').update(zone_from='person')
    people.filter(id__in=told.values('person')).update(zone_from='person')


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0006_chosen_measures'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='zone_from',
            field=models.CharField(choices=[('unknown', 'Unknown'), ('computer', 'Computer'), ('person', 'Person')], default='unknown', max_length=8),
        ),
        migrations.RunPython(find_who_told, migrations.RunPython.noop),
    ]
