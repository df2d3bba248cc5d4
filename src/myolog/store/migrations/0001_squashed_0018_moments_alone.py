"""Every table as the eighteen steps before leave it, made at once where there is none yet.

The steps stay: a journal that stands between two of them goes on step by step. What they do to
rows is not repeated, for there are none. Made tables and stepped ones are compared in
`tests/integration/test_tables.py`.
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import myolog.store.identifiers

KINDS = [
    "episode", "tally", "none_today", "exposure", "medicine", "window", "tasks", "profile", "story",
    "examination", "visit", "question", "answers", "programme", "experiment_plan", "experiment_day",
]  # fmt: skip
KEYS = [("launch", "Launch"), ("owner", "Owner"), ("api", "Api"), ("feed", "Feed")]
TELLERS = [("unknown", "Unknown"), ("computer", "Computer"), ("person", "Person")]


def key() -> tuple[str, Any]:
    new = myolog.store.identifiers.new_id
    return "id", models.UUIDField(default=new, editable=False, primary_key=True, serialize=False)


def seal() -> tuple[str, Any]:
    return "seal", models.CharField(blank=True, default="", editable=False, max_length=32)


def person(related_name: str, *, db_index: bool = True) -> tuple[str, Any]:
    return "person", models.ForeignKey(
        db_index=db_index,
        on_delete=django.db.models.deletion.CASCADE,
        related_name=related_name,
        to="store.person",
    )


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("store", "0001_journal"),
        ("store", "0002_checked_results"),
        ("store", "0003_calendar_feed"),
        ("store", "0004_chosen_language"),
        ("store", "0005_set_aside"),
        ("store", "0006_chosen_measures"),
        ("store", "0007_who_told_the_zone"),
        ("store", "0008_overruled"),
        ("store", "0009_stored_order"),
        ("store", "0010_changed_order"),
        ("store", "0011_sealed_rows"),
        ("store", "0012_when_a_day_ends"),
        ("store", "0013_revision_of_the_journal"),
        ("store", "0014_who_told_the_country"),
        ("store", "0015_planned_visits"),
        ("store", "0016_said_over_filled_in"),
        ("store", "0017_fewer_indices"),
        ("store", "0018_moments_alone"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                key(),
                ("zone", models.CharField(default="UTC", max_length=64)),
                ("country", models.CharField(blank=True, default="", max_length=2)),
                ("created_at", models.DateTimeField()),
                ("language", models.CharField(blank=True, default="", max_length=2)),
                ("measures", models.CharField(blank=True, default="", max_length=6)),
                (
                    "zone_from",
                    models.CharField(choices=TELLERS, default="unknown", max_length=8),
                ),
                seal(),
                ("day_ends_hour", models.PositiveSmallIntegerField(default=0)),
                (
                    "country_from",
                    models.CharField(choices=TELLERS, default="unknown", max_length=8),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EntryRow",
            fields=[
                key(),
                ("kind", models.CharField(max_length=20)),
                ("day", models.DateField()),
                ("at", models.DateTimeField(null=True)),
                ("zone", models.CharField(blank=True, default="", max_length=64)),
                ("slot", models.CharField(max_length=300, null=True)),
                ("site", models.CharField(blank=True, default="", max_length=60)),
                ("payload", models.JSONField()),
                ("retired_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField()),
                (
                    "revises",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="revisions",
                        to="store.entryrow",
                    ),
                ),
                person("entries", db_index=False),
                ("set_aside", models.BooleanField(default=False)),
                ("overruled", models.BooleanField(default=False)),
                ("stored_nth", models.BigIntegerField(editable=False)),
                ("changed_nth", models.BigIntegerField(editable=False)),
                seal(),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "kind", "day"], name="entry_person_kind_day"),
                    models.Index(
                        condition=models.Q(set_aside=True),
                        fields=["person"],
                        name="entry_set_aside",
                    ),
                    models.Index(fields=["person", "stored_nth"], name="entry_person_nth"),
                    models.Index(fields=["person", "changed_nth"], name="entry_person_changed"),
                    models.Index(
                        condition=models.Q(revises__isnull=False),
                        fields=["revises"],
                        name="entry_revises",
                    ),
                    models.Index(
                        condition=models.Q(at__isnull=False),
                        fields=["person", "kind", "at", "id"],
                        name="entry_person_kind_moment",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(kind__in=KINDS), name="entry_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(kind__in=["episode", "window", "answers"])
                        | (models.Q(at__isnull=False) & ~models.Q(zone="")),
                        name="entry_timed_has_time",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(retired_at__isnull=True, slot__isnull=False),
                        fields=("person", "kind", "slot"),
                        name="entry_slot_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                key(),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
                ("action", models.CharField(max_length=40)),
                ("entry", models.UUIDField(null=True)),
                person("audit_events"),
                ("undone", models.BooleanField(default=False)),
                seal(),
            ],
            options={
                "indexes": [models.Index(fields=["person", "at"], name="audit_person_at")],
            },
        ),
        migrations.CreateModel(
            name="AssessmentRow",
            fields=[
                key(),
                ("at", models.DateTimeField()),
                ("answered_at", models.DateTimeField()),
                ("day", models.DateField()),
                ("rules_version", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=128)),
                ("payload", models.JSONField()),
                ("raised_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "answers",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="assessments",
                        to="store.entryrow",
                    ),
                ),
                person("assessments"),
                ("checked_day", models.DateField(null=True)),
                ("stored_nth", models.BigIntegerField(editable=False)),
                seal(),
                ("revision", models.CharField(default="", max_length=90)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "stored_nth"], name="assessment_person_nth")
                ],
            },
        ),
        migrations.CreateModel(
            name="Key",
            fields=[
                key(),
                ("kind", models.CharField(choices=KEYS, max_length=8)),
                ("name", models.CharField(blank=True, default="", max_length=100)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(null=True)),
                ("used_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                person("keys"),
                seal(),
            ],
            options={
                "indexes": [models.Index(fields=["person", "kind"], name="key_person_kind")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(kind__in=["launch", "owner", "api", "feed"]),
                        name="key_kind_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(kind="api", revoked_at__isnull=True),
                        fields=("person", "name"),
                        name="key_api_name_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdempotencyKey",
            fields=[
                key(),
                ("key", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("entries", models.JSONField()),
                ("created_at", models.DateTimeField()),
                person("idempotency_keys"),
                seal(),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person", "key"), name="idempotency_key_once")
                ],
            },
        ),
    ]
