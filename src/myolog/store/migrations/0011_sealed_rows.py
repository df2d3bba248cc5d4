from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0010_changed_order'),
    ]

    operations = [
        migrations.AddField(
            model_name=name,
            name='seal',
            field=models.CharField(blank=True, default='', editable=False, max_length=32),
        )
        for name in ('assessmentrow', 'auditevent', 'entryrow', 'idempotencykey', 'key', 'person')
    ]
