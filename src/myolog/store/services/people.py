"""The person: made on first use, then their time zone, country, language and measures."""

from datetime import UTC, datetime
from typing import Final

from django.db import transaction

from myolog.content.languages import OFFERED, spoken_language
from myolog.content.measures import MEASURES, usual_in
from myolog.errors import InvalidEntry
from myolog.journal.model import Journal
from myolog.store.compared import hold
from myolog.store.computer import computer_country, computer_zone, zone_meant
from myolog.store.models import Person
from myolog.store.services.audit import record

_TOLD_BY: Final = {"zone": ("zone_from",), "country": ("country_from",)}
"""What is stored along with a setting: who told it."""


@transaction.atomic
def make_person(*, now: datetime) -> Person:
    """Return the one person of this data folder, making them on first use."""
    person: Person | None = Person.objects.order_by("created_at", "id").first()
    if person is not None:
        return person
    zone = computer_zone()
    country = computer_country(zone)
    made: Person = Person.objects.create(
        zone=zone or "UTC",
        zone_from="unknown" if zone is None else "computer",
        country=country,
        country_from="computer" if country else "unknown",
        created_at=now,
    )
    return made


def set_zone(*, person: Person, zone: str, by: str, now: datetime | None = None) -> Person:
    """Change the home time zone; entries keep the zone and date they were made with.

    Parameters
    ----------
    zone
        IANA name in any letter case, or its city.

    Raises
    ------
    InvalidEntry
        No time zone has this name.
    """
    meant = zone_meant(zone)
    person.zone_from = Person.ZoneFrom.PERSON
    return _set(person, "zone", meant, by=by, now=now)


@transaction.atomic
def take_clock(*, person: Person, journal: Journal, by: str, now: datetime) -> None:
    """Make the zone and the end of days of a journal that was brought in the person's own.

    Every journal of an earlier Myolog says UTC, so nobody is taken to have chosen that.
    """
    person.day_ends_hour = journal.day_ends_hour
    if journal.zone != person.zone:
        person.zone = journal.zone
        person.zone_from = (
            Person.ZoneFrom.UNKNOWN if journal.zone == "UTC" else Person.ZoneFrom.PERSON
        )
        record(person=person, by=by, action="set_zone", now=now)
    person.save(update_fields=["zone", "zone_from", "day_ends_hour"])


def is_country_open(person: Person) -> bool:
    """Say whether nobody has told the country, so that it is asked about once."""
    return bool(person.country_from == Person.ZoneFrom.UNKNOWN)


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
    person.country_from = Person.ZoneFrom.PERSON
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
    hold(person)
    fields = [field, *_TOLD_BY.get(field, ())]
    kept = Person.objects.values_list(*fields).get(id=person.id)
    if kept == (value, *(getattr(person, one) for one in fields[1:])):
        return person
    setattr(person, field, value)
    person.save(update_fields=fields)
    record(person=person, by=by, action=f"set_{field}", now=now or datetime.now(UTC))
    return person
