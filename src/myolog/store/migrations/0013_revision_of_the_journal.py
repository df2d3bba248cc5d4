from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0012_when_a_day_ends'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='assessmentrow',
            name='n_writes',
        ),
        migrations.AddField(
            model_name='assessmentrow',
            name='revision',
            field=models.CharField(default='', max_length=90),
        ),
    ]
