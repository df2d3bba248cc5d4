"""Whose clock a page means: shown, chosen, sent back the same; and when a day ends. By hand."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from myolog.content.dates import whole_date
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.journal import log_episode
from myolog.store.services.people import set_zone
from tests.web.markup import in_one_line

pytestmark = [pytest.mark.django_db]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture
def nobody(person: Person) -> Person:
    """Give a person whose zone nobody has told."""
    person.zone, person.zone_from = "UTC", "unknown"
    person.save()
    return person


def noted(person: Person, text: str, zone: str | None = None) -> None:
    log_episode(person=person, site="calf", side="left", started_at=utc(text), zone=zone, by="test")


def test_the_welcome_shows_the_zone(client: Client, person: Person) -> None:
    set_zone(person=person, zone="Asia/Tokyo", by="test")
    assert "Times are those of Asia/Tokyo." in client.get("/").content.decode()


def test_a_zone_that_nobody_told_is_said_until_it_is_chosen(client: Client, nobody: Person) -> None:
    assert "does not tell its time zone" in client.get("/").content.decode()
    noted(nobody, "2026-03-09 15:45")
    today = client.get("/").content.decode()
    assert "nobody has chosen a time zone" in today
    assert 'href="/settings/time/"' in today
    shown = client.post("/settings/time/", {"zone": "tokyo", "day_ends": "0"})
    assert shown.status_code == 200
    assert "2026-03-09 15:45 in UTC, 2026-03-10 00:45 in your zone" in shown.content.decode()
    assert the_person().zone == "UTC", "nothing is changed before the person has seen it"
    form = {"zone": "Asia/Tokyo", "day_ends": "0", "entries": "move"}
    assert client.post("/settings/time/", form).status_code == 302
    (moved,) = journal_of(the_person()).episodes
    assert (moved.zone, moved.day) == ("Asia/Tokyo", date(2026, 3, 10))
    assert moved.started_at == utc("2026-03-09 15:45")
    assert "nobody has chosen" not in client.get("/").content.decode()


def test_the_zone_can_be_chosen_from_a_list(client: Client, person: Person) -> None:
    page = client.get("/settings/time/").content.decode()
    assert '<input id="zone"' in page
    assert 'list="zones"' in page
    listed = re.findall('<option value="([^"]+/[^"]+)"></option>', page)
    assert {"Europe/Berlin", "Asia/Kolkata", "America/New_York"} <= set(listed)
    assert "Asia/Calcutta" not in listed
    assert listed == sorted(listed)


def test_older_notes_may_be_left_as_they_are(client: Client, nobody: Person) -> None:
    noted(nobody, "2026-03-09 15:45")
    client.post("/settings/time/", {"zone": "Asia/Tokyo", "day_ends": "0", "entries": "leave"})
    (left,) = journal_of(the_person()).episodes
    assert (the_person().zone, left.zone, left.day) == ("Asia/Tokyo", "UTC", date(2026, 3, 9))


@pytest.mark.parametrize(
    "form",
    [
        {"zone": "Mars/Base"},
        {"zone": ""},
        {"day_ends": "7"},
        {"day_ends": "noon"},
        {"day_ends": "9" * 5000},
    ],
)
def test_a_wrong_zone_or_hour_changes_nothing(
    form: dict[str, str], client: Client, person: Person
) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="test")
    status = client.post("/settings/time/", {"zone": "Europe/Berlin", **form}).status_code
    assert status == (302 if form == {"zone": ""} else 400)
    assert (the_person().zone, the_person().day_ends_hour) == ("Europe/Berlin", 0)


def test_a_refused_time_comes_back_in_the_zone_it_was_typed_in(
    client: Client, person: Person
) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="test")
    page = client.get("/log/").content.decode()
    assert 'name="zone" value="Europe/Berlin" checked' in page
    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    form = {
        "place": "calf/left", "day": tomorrow, "clock": "12:00", "zone": "Asia/Tokyo", "save": "1",
    }  # fmt: skip
    refused = client.post("/log/", form)
    assert refused.status_code == 400
    shown = refused.content.decode()
    said = whole_date(date.fromisoformat(tomorrow))
    assert f"12:00 on {said} is in the future in Asia/Tokyo" in shown
    assert 'name="zone" value="Asia/Tokyo" checked' in shown
    assert 'name="zone" value="Europe/Berlin"' in shown
    assert client.post("/log/", form | {"day": "2026-03-10"}).status_code == 302
    (stored,) = journal_of(person).episodes
    assert (stored.started_at, stored.zone) == (utc("2026-03-10 03:00"), "Asia/Tokyo")
    assert client.post("/log/", form | {"zone": "Mars/Base"}).status_code == 400


def test_what_was_noted_elsewhere_says_where(client: Client, person: Person) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="test")
    noted(person, "2026-03-10 03:00", zone="Asia/Tokyo")
    noted(person, "2026-03-10 03:00")
    for address in ("/journal/2026-03-10/", "/journal/?before=2026-03-20"):
        page = client.get(address).content.decode()
        assert "12:00 (Asia/Tokyo)" in page
        assert "04:00 (Europe/Berlin)" not in page


def test_an_edit_that_leaves_the_time_alone_leaves_it_in_the_hour_that_comes_twice(
    client: Client, person: Person
) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="test")
    noted(person, "2025-10-26 00:50")  # the first 02:50 of that night
    (first,) = journal_of(person).episodes
    form = {
        "place": "calf/right", "day": "2025-10-26", "clock": "02:50", "zone": "Europe/Berlin",
        "save": "1",
    }  # fmt: skip
    assert client.post(f"/journal/{first.id}/", form).status_code == 302
    (kept,) = journal_of(person).episodes
    assert (kept.side, kept.started_at) == ("right", utc("2025-10-26 00:50"))
    client.post(f"/journal/{kept.id}/", form | {"zone": "Europe/London"})
    (moved,) = journal_of(person).episodes
    assert (moved.started_at, moved.zone) == (utc("2025-10-26 02:50"), "Europe/London")


def test_a_day_that_ends_late_is_told_and_kept(client: Client, person: Person) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="test")
    noted(person, "2026-03-10 00:10")
    assert "Your day ends at" not in client.get("/log/").content.decode()
    client.post("/settings/time/", {"zone": "Europe/Berlin", "day_ends": "4"})
    assert journal_of(the_person()).episodes[0].day == date(2026, 3, 9)
    assert "Your day ends at 4:00" in client.get("/log/").content.decode()
    form = {"place": "calf/left", "day": "2026-03-09", "clock": "02:10", "save": "1"}
    assert client.post("/log/", form).status_code == 302
    stored = journal_of(the_person()).episodes[-1]
    assert (stored.started_at, stored.day) == (utc("2026-03-10 01:10"), date(2026, 3, 9))
    shown = client.get(f"/journal/{stored.id}/").content.decode()
    assert 'name="day" value="2026-03-09"' in in_one_line(shown)
    edited = {**form, "note": "in bed", "zone": "Europe/Berlin"}
    client.post(f"/journal/{stored.id}/", edited)
    again = journal_of(the_person()).episodes[-1]
    assert (again.started_at, again.day) == (utc("2026-03-10 01:10"), date(2026, 3, 9))
