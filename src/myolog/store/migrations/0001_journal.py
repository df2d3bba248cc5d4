import django.db.models.deletion
import myolog.store.identifiers
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=myolog.store.identifiers.new_id, editable=False, primary_key=True, serialize=False)),
                ('zone', models.CharField(default='UTC', max_length=64)),
                ('country', models.CharField(blank=True, default='', max_length=2)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='EntryRow',
            fields=[
                ('id', models.UUIDField(default=myolog.store.identifiers.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('day', models.DateField()),
                ('at', models.DateTimeField(null=True)),
                ('zone', models.CharField(blank=True, default='', max_length=64)),
                ('slot', models.CharField(max_length=300, null=True)),
                ('site', models.CharField(blank=True, default='', max_length=60)),
                ('payload', models.JSONField()),
                ('retired_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField()),
                ('revises', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='revisions', to='store.entryrow')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='store.person')),
            ],
        ),
        migrations.CreateModel(
            name='AuditEvent',
            fields=[
                ('id', models.UUIDField(default=myolog.store.identifiers.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=120)),
                ('action', models.CharField(max_length=40)),
                ('entry', models.UUIDField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='audit_events', to='store.person')),
            ],
        ),
        migrations.CreateModel(
            name='AssessmentRow',
            fields=[
                ('id', models.UUIDField(default=myolog.store.identifiers.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('answered_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('rules_version', models.CharField(max_length=40)),
                ('digest', models.CharField(max_length=128)),
                ('payload', models.JSONField()),
                ('raised_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('answers', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assessments', to='store.entryrow')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assessments', to='store.person')),
            ],
        ),
        migrations.CreateModel(
            name='Key',
            fields=[
                ('id', models.UUIDField(default=myolog.store.identifiers.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('launch', 'Launch'), ('owner', 'Owner'), ('api', 'Api')], max_length=8)),
                ('name', models.CharField(blank=True, default='', max_length=100)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField(null=True)),
                ('used_at', models.DateTimeField(null=True)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='store.person')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'kind'], name='key_person_kind')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['launch', 'owner', 'api'])), name='key_kind_known'), models.UniqueConstraint(condition=models.Q(('kind', 'api'), ('revoked_at__isnull', True)), fields=('person', 'name'), name='key_api_name_once')],
            },
        ),
        migrations.CreateModel(
            name='IdempotencyKey',
            fields=[
                ('id', models.UUIDField(default=myolog.store.identifiers.new_id, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=200)),
                ('digest', models.CharField(max_length=64)),
                ('entries', models.JSONField()),
                ('created_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='idempotency_keys', to='store.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'key'), name='idempotency_key_once')],
            },
        ),
        migrations.AddIndex(
            model_name='entryrow',
            index=models.Index(fields=['person', 'kind', 'day'], name='entry_person_kind_day'),
        ),
        migrations.AddIndex(
            model_name='entryrow',
            index=models.Index(fields=['person', 'kind', 'at', 'id'], name='entry_person_kind_at'),
        ),
        migrations.AddConstraint(
            model_name='entryrow',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['episode', 'tally', 'none_today', 'exposure', 'medicine', 'window', 'tasks', 'profile', 'story', 'examination', 'question', 'answers', 'programme', 'experiment_plan', 'experiment_day'])), name='entry_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='entryrow',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['episode', 'window', 'answers']), _negated=True), models.Q(('at__isnull', False), models.Q(('zone', ''), _negated=True)), _connector='OR'), name='entry_timed_has_time'),
        ),
        migrations.AddConstraint(
            model_name='entryrow',
            constraint=models.UniqueConstraint(condition=models.Q(('retired_at__isnull', True), ('slot__isnull', False)), fields=('person', 'kind', 'slot'), name='entry_slot_once'),
        ),
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['person', 'at'], name='audit_person_at'),
        ),
        migrations.AddIndex(
            model_name='assessmentrow',
            index=models.Index(fields=['person', 'at', 'id'], name='assessment_person_at'),
        ),
    ]
