"""Numbers and times typed on pages: read whole, or asked beside the field with the text kept."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from myolog.store.selectors import Person, journal_of
from myolog.store.services.people import set_language, set_measures
from myolog.web.moment import today_for

pytestmark = pytest.mark.django_db


def day(person: Person, **told: str) -> dict[str, str]:
    return {"key": str(uuid4()), "save": "1", "date": today_for(person).isoformat()} | told


@pytest.mark.parametrize(
    ("language", "typed", "asked"),
    [
        ("en", "1,000", "“1,000” can be read in two ways. Write 1000 or 1.0."),
        ("en", "1.000", "“1.000” can be read in two ways. Write 1000 or 1.0."),
        ("de", "1.000 mg", "Schreiben Sie 1000 mg oder 1,0 mg."),
        ("de", "1e3", "„e3“ passt hier nicht."),
        ("en", "5 ml", "“ml” does not fit here; give the amount in mg."),
        ("en", "0x10", "does not fit here"),
        ("en", "inf", "is not an amount"),
    ],
)
def test_a_number_with_two_readings_or_none_is_asked_beside_its_field(
    client: Client, person: Person, language: str, typed: str, asked: str
) -> None:
    set_language(person=person, language=language, by="test")
    answer = client.post("/day/", day(person, **{"value:caffeine": typed}))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert asked in page
    assert f'value="{typed}"' in page
    assert 'aria-describedby="value:caffeine-err"' in page
    assert journal_of(person).entries == ()


@pytest.mark.parametrize(
    ("name", "typed", "code", "stored"),
    [
        ("value:caffeine", "1 000", "caffeine", 1000),
        ("value:caffeine", "1,000.5", "caffeine", 1000.5),
        ("value:sleep_min", "7:30", "sleep_min", 450),
        ("value:sleep_min", "8 h", "sleep_min", 480),
        ("value:sleep_min", "6,5", "sleep_min", 390),
        ("value:water_ml", "1,5 L", "water_ml", 1500),
        ("drink:espresso", "½", "caffeine", 40),
        ("drink:espresso", "1,5", "caffeine", 120),
    ],
)
def test_a_number_is_stored_as_it_was_typed(
    client: Client, person: Person, name: str, typed: str, code: str, stored: float
) -> None:
    told = day(person, **{name: typed, "sure": f"{code}={stored}"})
    assert client.post("/day/", told).status_code == 302
    assert journal_of(person).exposure_values[today_for(person)] == {code: stored}


def test_one_more_cup_keeps_the_half_that_was_typed(client: Client, person: Person) -> None:
    told = day(person, **{"drink:espresso": "1,5", "bump": "espresso:+1"})
    del told["save"]
    assert 'value="2.5"' in client.post("/day/", told).content.decode()
    told["drink:espresso"] = "1,000"
    page = client.post("/day/", told).content.decode()
    assert "Write 1000 or 1.0." in page
    assert 'value="1,000"' in page


def test_the_clock_of_a_twitch_keeps_its_minutes(client: Client, person: Person) -> None:
    told = {"key": str(uuid4()), "place": "calf/left", "save": "1", "day": "2026-03-09"}
    assert client.post("/log/", told | {"clock": "18.30"}).status_code == 302
    (episode,) = journal_of(person).episodes
    shown = client.get(f"/journal/{episode.id}/").content.decode()
    assert re.search(r'name="clock"[^>]* value="18:30"', shown)


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("clock", "24:00", "is the end of a day"),
        ("clock", "half past six", "Write 06:30 or 18:30."),
        ("clock", "18.5", "is not a time of day"),
        ("day", "03/09/2026", "The date must be written as year-month-day"),
        ("day", "20260309", "The date must be written as year-month-day"),
        ("intensity", "1_0", "is not an amount"),
        ("intensity", "4,5", "is not a whole number"),
        ("intensity", "11", "must be a whole number from 0 to 10"),
    ],
)
def test_what_cannot_be_read_of_a_twitch_is_said_and_kept(
    client: Client, person: Person, field: str, typed: str, says: str
) -> None:
    told = {"key": str(uuid4()), "place": "calf/left", "save": "1", field: typed}
    answer = client.post("/log/", told)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert says in page
    assert f'value="{typed}"' in page
    assert journal_of(person).entries == ()


def test_facts_about_a_person_are_read_the_same_way(client: Client, person: Person) -> None:
    answer = client.post("/settings/about/", {"key": str(uuid4()), "weight_kg": "1,000"})
    assert "Write 1000 or 1.0." in answer.content.decode()
    set_measures(person=person, measures="us", by="test")
    client.post("/settings/about/", {"key": str(uuid4()), "weight_kg": "150", "age_years": "42"})
    told = {code: fact.value for code, fact in journal_of(person).profile.items()}
    assert told == {"weight_kg": 68.04, "age_years": 42}


def test_times_of_looks_keep_their_minutes(client: Client, person: Person) -> None:
    told = {"key": str(uuid4()), "windows": "1", "way": "usual", "window": ["9.30", "8:15 pm", ""]}
    assert client.post("/settings/noting/", told).status_code == 302
    assert journal_of(person).profile["window_times"].value == "09:30 20:15"


def test_a_night_comes_back_in_hours_and_is_read_again(client: Client, person: Person) -> None:
    client.post("/day/", day(person, **{"value:sleep_min": "6.5", "sure": "sleep_min=390"}))
    page = client.get("/day/").content.decode()
    assert re.search(r'name="value:sleep_min"[^>]* value="6:30"', page)
