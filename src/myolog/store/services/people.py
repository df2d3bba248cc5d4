"""The person: made on first use, then their time zone, country, language and measures."""

import os
from datetime import UTC, datetime

from django.db import transaction

from myolog.content.languages import OFFERED, spoken_language
from myolog.content.measures import MEASURES, usual_in
from myolog.errors import InvalidEntry
from myolog.journal.checks import zone_of
from myolog.store.models import Person
from myolog.store.services.audit import record


def local_zone() -> str:
    """Return this computer's time zone, or UTC where it has none that is known."""
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
        zone_of(name)
    except (InvalidEntry, LookupError, ValueError, OSError):
        return "UTC"
    return name


def local_country() -> str:
    """Return the country of this computer's language setting, such as "GB", or nothing.

    Without a setting Python itself says "en_US", which would show a wrong emergency number.
    """
    setting = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    _, _, country = setting.partition(".")[0].partition("@")[0].partition("_")
    return country if len(country) == 2 and country.isascii() and country.isupper() else ""


@transaction.atomic
def make_person(*, now: datetime) -> Person:
    """Return the one person of this data folder, making them on first use."""
    person = Person.objects.order_by("created_at", "id").first()
    return person or Person.objects.create(
        zone=local_zone(), country=local_country(), created_at=now
    )


def set_zone(*, person: Person, zone: str, by: str, now: datetime | None = None) -> Person:
    """Change the home time zone; entries keep the zone and date they were made with.

    Raises
    ------
    InvalidEntry
        No time zone has this name.
    """
    zone_of(zone)
    return _set(person, "zone", zone, by=by, now=now)


def set_country(*, person: Person, country: str, by: str, now: datetime | None = None) -> Person:
    """Change the country whose emergency number is shown; empty for none.

    Raises
    ------
    InvalidEntry
        This is not a two-letter country code.
    """
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise InvalidEntry(
            "The country must be a two-letter code such as GB.", code="invalid_country"
        )
    return _set(person, "country", country.upper(), by=by, now=now)


def set_language(*, person: Person, language: str, by: str, now: datetime | None = None) -> Person:
    """Change the language that pages and commands speak; empty for that of the browser.

    Raises
    ------
    InvalidEntry
        Myolog does not speak it.
    """
    if language and language not in OFFERED:
        raise InvalidEntry("Myolog does not speak that language yet.", code="unknown_language")
    return _set(person, "language", language, by=by, now=now)


def language_of(person: Person) -> str:
    """Return the language to speak to the person: the one they chose, else the one in force."""
    return person.language if person.language in OFFERED else spoken_language()


def measures_of(person: Person) -> str:
    """Return the measures in which the person is told amounts."""
    return person.measures or usual_in(person.country)


def set_measures(*, person: Person, measures: str, by: str, now: datetime | None = None) -> Person:
    """Change the measures in which amounts are said; empty for what is usual in the country.

    Raises
    ------
    InvalidEntry
        There are no such measures.
    """
    if measures and measures not in MEASURES:
        raise InvalidEntry("Choose metric or US measures.", code="unknown_measures")
    return _set(person, "measures", measures, by=by, now=now)


@transaction.atomic
def _set(person: Person, field: str, value: str, *, by: str, now: datetime | None) -> Person:
    setattr(person, field, value)
    person.save(update_fields=[field])
    record(person=person, by=by, action=f"set_{field}", now=now or datetime.now(UTC))
    return person
