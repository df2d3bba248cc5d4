from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0005_set_aside'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='measures',
            field=models.CharField(blank=True, default='', max_length=6),
        ),
    ]
