"""Whose journal it is, and which keys open it.

Every other table names its person first, in the row and in every index.
"""

from django.db import models

from myolog.store.identifiers import new_id
from myolog.store.models.sealed import Sealed


class Person(Sealed):
    """One person with a journal.

    `zone` is the home time zone (IANA name), `zone_from` who said so; `day_ends_hour` the hour
    after midnight at which their day ends; `country` an ISO 3166 code for emergency numbers, or
    empty, `country_from` who said so; `language` the code of the language they chose, or empty for
    that of the browser; `measures` metric or us, or empty for what is usual in the country.
    """

    class ZoneFrom(models.TextChoices):
        """Who told the zone or the country; of an unknown one nobody did."""

        UNKNOWN = "unknown"
        COMPUTER = "computer"
        PERSON = "person"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    zone = models.CharField(max_length=64, default="UTC")
    zone_from = models.CharField(max_length=8, choices=ZoneFrom.choices, default=ZoneFrom.UNKNOWN)
    day_ends_hour = models.PositiveSmallIntegerField(default=0)
    country = models.CharField(max_length=2, blank=True, default="")
    country_from = models.CharField(
        max_length=8, choices=ZoneFrom.choices, default=ZoneFrom.UNKNOWN
    )
    language = models.CharField(max_length=2, blank=True, default="")
    measures = models.CharField(max_length=6, blank=True, default="")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Key(Sealed):
    """Something that opens the journal: a launch link, a browser, a program, or a calendar.

    Only the SHA-256 of the secret is kept. A launch link works once (`used_at`); the others work
    until they expire or are revoked. A browser's `used_at` is when it got its cookie for a proof. A
    calendar's key opens the reminders and nothing else.
    """

    class Kind(models.TextChoices):
        """What the key is for."""

        LAUNCH = "launch"
        OWNER = "owner"
        API = "api"
        FEED = "feed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=100, blank=True, default="")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "kind"], name="key_person_kind")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["launch", "owner", "api", "feed"]),
                name="key_kind_known",
            ),
            models.UniqueConstraint(
                fields=["person", "name"],
                condition=models.Q(kind="api", revoked_at__isnull=True),
                name="key_api_name_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}".strip()
