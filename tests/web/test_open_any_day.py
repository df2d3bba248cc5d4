"""Any day is reached and told: its neighbours, the gaps, and what is the same as the day before."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.test import Client

from myolog.journal.entries import DayExposure, NoneToday
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_zone
from myolog.store.services.zones import set_day_end
from tests.factories import episode, exposure, tally
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db

SAVE, ON, NONE, SAME = ("save", "1"), ("save", "on"), ("none", "1"), ("same", "1")
AT_TWO = datetime(2028, 3, 1, 1, 30, tzinfo=UTC)
"""02:30 in Berlin on 1 March, in the night of the leap day 29 February."""


@pytest.fixture
def person(person: Person) -> Iterator[Person]:
    """Give a person in Berlin whose day ends at 03:00, in the night after a leap day."""
    with time_machine.travel(AT_TWO, tick=True):
        set_zone(person=person, zone="Europe/Berlin", by="test")
        set_day_end(person=person, day_ends_hour=3, by="test")
        person.refresh_from_db()
        yield person


def page_of(client: Client, address: str) -> str:
    return re.sub(r"\s+", " ", unescape(client.get(address).content.decode()))


def beside(page: str) -> list[str]:
    (nav,) = re.findall(r'<nav class="turn".*?</nav>', page)
    return re.findall(r"</span> (\w+ \d+)</span>", nav)


def press(client: Client, address: str, button: tuple[str, str], **changed: str) -> str:
    sent = filled(fields_of(client.get(address).content.decode()), button, **changed)
    answer = client.post("/day/", sent)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def told(person: Person, day: date) -> dict[str, tuple[float, str]]:
    found = journal_of(person).between(day, day)
    return {one.code: (one.value, one.source) for one in found if isinstance(one, DayExposure)}


def test_the_days_beside_are_named_and_none_is_yet_to_come(client: Client, person: Person) -> None:
    assert beside(page_of(client, "/day/")) == ["Mon 28"], "at 02:30 it is still the 29th"
    assert beside(page_of(client, "/day/?date=2028-02-28")) == ["Sun 27", "Tue 29"]
    assert beside(page_of(client, "/day/?date=2028-01-31")) == ["Sun 30", "Tue 1"]
    assert beside(page_of(client, "/journal/2028-02-29/")) == ["Mon 28"]
    assert beside(page_of(client, "/day/?date=1900-01-01")) == ["Tue 2"]


def test_what_the_day_before_told_is_taken_over_by_one_tap_and_back_by_another(
    client: Client, person: Person
) -> None:
    before, day = date(2028, 2, 22), date(2028, 2, 23)
    log_entries(
        person=person, by="t",
        entries=[
            tally(day=before, amount="many"),
            exposure(day=before, value=180, servings={"filter_coffee": 2}),
            exposure(code="sleep_min", day=before, value=330, said="under_6"),
            exposure(code="steps", day=before, value=4000, source="watch"),
            exposure(code="sleep_min", day=day, value=450),
        ],
    )  # fmt: skip
    page = page_of(client, f"/day/?date={day}")
    assert "As on Tue 22, where nothing is noted yet: <b>caffeine 180 mg (2 × filter" in page
    assert "under 6 h" not in page, "sleep is noted of the day itself"
    assert press(client, f"/day/?date={day}", SAME) == "/day/?date=2028-02-23&back=list"
    assert told(person, day) == {
        "caffeine": (180, "same as yesterday"), "sleep_min": (450, "self"),
    }  # fmt: skip
    assert [one.day for one in journal_of(person).tallies] == [before], "no twitch is taken over"
    page = page_of(client, f"/day/?date={day}")
    assert "Filled in as on Tue 22." in page
    assert "where nothing is noted yet" not in page
    (undo,) = re.findall(r'action="(/journal/[^"]+/undo/)"', page)
    answer = client.post(undo, {"back": "form"})
    assert answer["Location"] == f"/day/?date={day}"
    assert told(person, day) == {"sleep_min": (450, "self")}


def test_a_forgotten_week_is_walked_through_day_by_day(client: Client, person: Person) -> None:
    address = "/day/?date=2028-02-24&back=list"
    log_entries(person=person, by="t", entries=[tally(day=date(2028, 2, 1))])
    address = press(client, address, ON, place__calf_to_left="some", stress="calm")
    for day in (25, 26, 27):
        assert address == f"/day/?date=2028-02-{day}&back=list"
        assert press(client, address, SAME) == address
        address = press(client, address, ON)
    assert address == "/day/?date=2028-02-28&back=list"
    assert press(client, address, NONE) == address
    assert "Saved: none on Monday 28 February." in page_of(client, address)
    assert "No twitch is noted for this day." in page_of(client, address)
    address = press(client, address, ON)
    assert address == "/day/?date=2028-02-29&back=list"
    assert press(client, address, SAVE, stress="some") == "/journal/#day-2028-02-29"
    found = journal_of(person)
    assert [told(person, date(2028, 2, n)).get("stress") for n in range(24, 30)] == [
        (1, "self"), *[(1, "same as yesterday")] * 3, None, (4, "self"),
    ]  # fmt: skip
    assert [one.day for one in found.of(NoneToday)] == [date(2028, 2, 28)]
    assert (client.get("/day/?date=2028-03-01").status_code) == 400, "that day has not begun"


def test_none_on_a_day_is_about_its_places_only(client: Client, person: Person) -> None:
    day = date(2028, 2, 24)
    log_entries(person=person, by="t", entries=[exposure(day=day, value=80)])
    press(client, f"/day/?date={day}", NONE, value__caffeine="90", sleep="7_to_8")
    assert told(person, day) == {"caffeine": (90, "self"), "sleep_min": (450, "self")}
    assert len(journal_of(person).of(NoneToday)) == 1


def test_every_day_of_a_gap_is_a_link_and_an_entry_leads_to_its_form_and_back(
    client: Client, person: Person
) -> None:
    noted = episode(started_at=datetime(2028, 2, 21, 9, 5, tzinfo=UTC), zone="Europe/Berlin")
    (stored, *_) = log_entries(person=person, by="t", entries=[noted])
    page = page_of(client, "/journal/")
    gaps = re.findall(r'class="chip" href="/day/\?date=(\S+)&back=list"', page)
    assert gaps == ["2028-02-28", "2028-02-29", *(f"2028-02-{n}" for n in range(22, 28))]
    form = f"/journal/{stored.id}/?back=list"
    assert f'<a class="change" href="{form}"> <span class="sr">Change:</span> Left calf</a>' in page
    sent = filled(fields_of(client.get(form).content.decode()), SAVE, intensity="3")
    assert client.post(f"/journal/{stored.id}/", sent)["Location"] == "/journal/#day-2028-02-21"
    assert press(client, "/day/?date=2027-11-03&back=list", SAVE, stress="calm") == (
        "/journal/?before=2027-11-08#day-2027-11-03"
    )
    assert 'id="day-2027-11-03"' in page_of(client, "/journal/?before=2027-11-08")


def test_an_address_names_no_other_way_back(client: Client, person: Person) -> None:
    page = page_of(client, "/day/?date=2028-02-20&back=//elsewhere.example/")
    assert "elsewhere" not in page
    assert '<input type="hidden" name="back" value="list">' in page
