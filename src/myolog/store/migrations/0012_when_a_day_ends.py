from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0011_sealed_rows'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='day_ends_hour',
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
