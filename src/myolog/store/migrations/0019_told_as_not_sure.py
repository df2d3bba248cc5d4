"""Tell an older Myolog by a number that answers may be "not sure" that it cannot read."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("store", "0018_moments_alone")]

    operations = ()
