"""The person: home zone and country, and who may open the journal."""

from datetime import datetime, timedelta

import pytest

from myolog.errors import Conflict, InvalidEntry, NotFound
from myolog.store.models import AuditEvent
from myolog.store.selectors import Person, the_person
from myolog.store.services import access
from myolog.store.services.people import set_country, set_language, set_measures, set_zone

pytestmark = pytest.mark.store


def test_the_home_zone_can_be_changed(person: Person) -> None:
    set_zone(person=person, zone="Asia/Kathmandu", by="t")
    assert the_person().zone == "Asia/Kathmandu"
    with pytest.raises(InvalidEntry, match="not a time zone"):
        set_zone(person=person, zone="../etc/localtime", by="t")
    assert the_person().zone == "Asia/Kathmandu"


@pytest.mark.parametrize(("given", "kept"), [("gb", "GB"), ("", ""), ("DE", "DE")])
def test_the_country_can_be_changed(person: Person, given: str, kept: str) -> None:
    set_country(person=person, country=given, by="t")
    assert the_person().country == kept


@pytest.mark.parametrize("wrong", ["G", "GBR", "1A", "ÄÖ", "<b>"])
def test_only_a_country_code_is_a_country(person: Person, wrong: str) -> None:
    with pytest.raises(InvalidEntry, match="two-letter code"):
        set_country(person=person, country=wrong, by="t")


def test_what_is_set_again_writes_nothing(person: Person) -> None:
    for say in (
        lambda: set_zone(person=person, zone="Asia/Kathmandu", by="t"),
        lambda: set_country(person=person, country="np", by="t"),
        lambda: set_language(person=person, language="de", by="t"),
        lambda: set_measures(person=person, measures="us", by="t"),
    ):
        before = AuditEvent.objects.count()
        say()
        say()
        assert AuditEvent.objects.count() == before + 1
    kept = the_person()
    assert (kept.zone, kept.country, kept.language) == ("Asia/Kathmandu", "NP", "de")


def test_a_zone_that_a_person_confirms_is_theirs(person: Person) -> None:
    Person.objects.update(zone="Asia/Kolkata", zone_from="computer")
    set_zone(person=the_person(), zone="Asia/Kolkata", by="t")
    assert the_person().zone_from == "person"


def test_a_token_is_listed_by_name_and_revoked(person: Person, now: datetime) -> None:
    secret = access.create_api_token(person=person, name="phone", by="t", now=now)
    assert access.program_of(secret, now=now) == (person, "phone")
    assert access.program_of(secret + "x", now=now) is None
    (token,) = access.api_tokens(person, now=now)
    assert (token.name, token.used_at) == ("phone", now)
    with pytest.raises(Conflict, match='called "phone" exists'):
        access.create_api_token(person=person, name="phone", by="t", now=now)
    access.revoke_api_token(person=person, name="phone", by="t", now=now)
    assert access.program_of(secret, now=now) is None
    assert access.api_tokens(person, now=now) == ()
    with pytest.raises(NotFound):
        access.revoke_api_token(person=person, name="phone", by="t", now=now)
    access.create_api_token(person=person, name="phone", by="t", now=now)
    actions = AuditEvent.objects.filter(person=person).values_list("action", flat=True)
    assert sorted(set(actions)) == ["create_api_token", "revoke_api_token", "set_zone"]


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "a\nb", "a\x00b"])
def test_a_token_needs_a_plain_name(person: Person, now: datetime, name: str) -> None:
    with pytest.raises(InvalidEntry):
        access.create_api_token(person=person, name=name, by="t", now=now)


def test_use_of_a_token_is_noted_once_a_day(person: Person, now: datetime) -> None:
    secret = access.create_api_token(person=person, name="phone", by="t", now=now)
    for hours, noted in ((0, 0), (2, 0), (25, 25)):
        access.program_of(secret, now=now + timedelta(hours=hours))
        (token,) = access.api_tokens(person, now=now)
        assert token.used_at == now + timedelta(hours=noted)
