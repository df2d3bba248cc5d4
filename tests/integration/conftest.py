"""A person in an empty store."""

from datetime import UTC, datetime

import pytest

from myolog.store.selectors import Person, the_person
from myolog.store.services.people import set_zone

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@pytest.fixture
def person(db: None) -> Person:
    """Give a person living in Berlin."""
    return set_zone(person=the_person(), zone="Europe/Berlin", by="test")


@pytest.fixture
def now() -> datetime:
    """Give the noon after the factories' day, UTC."""
    return NOW
