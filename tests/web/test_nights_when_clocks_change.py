"""The nights when clocks change, in every kind of zone, and a server whose clock is set back."""

import os
import re
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from myolog.errors import InvalidEntry
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_entries, log_entry
from myolog.store.services.people import set_zone
from myolog.web.moment import moment_of, today_for
from tests.factories import episode, tally
from tests.unit.journal.test_time_zones import MORE_ZONES

pytestmark = [pytest.mark.django_db]


ODD_ZONES = (
    "Africa/Cairo", "Africa/El_Aaiun", "America/Santiago", "America/St_Johns", "Antarctica/Troll",
    "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Berlin", "Pacific/Apia", "Pacific/Auckland",
)  # fmt: skip
"""One of each kind: at midnight, around Ramadan, by half an hour, by two, never. All 40 are
compared with the C library in `tests/unit/journal/test_time_zones.py`."""


def nights_of(zone: str) -> tuple[date, ...]:
    """Give the days of the last year on which clocks changed; two plain ones where none did."""
    last = datetime.now(ZoneInfo(zone)).replace(hour=12) - timedelta(days=3)
    noons = [last - timedelta(days=back) for back in range(366, -1, -1)]
    days = tuple(two.date() for one, two in pairwise(noons) if one.utcoffset() != two.utcoffset())
    return days or (noons[0].date(), noons[-1].date())


@pytest.mark.parametrize("zone", MORE_ZONES if "MYOLOG_SOAK" in os.environ else ODD_ZONES)
def test_the_day_and_the_check_in_count_what_was_noted_on_the_wall(
    zone: str, client: Client, person: Person
) -> None:
    set_zone(person=person, zone=zone, by="test")
    for night in nights_of(zone):
        noon = datetime.combine(night, time(12), UTC)
        hours = [noon + timedelta(hours=step) for step in range(-36, 37)]
        entries = [episode(started_at=instant, zone=zone) for instant in hours]
        log_entries(person=person, entries=entries, by="test")
        on_the_wall = Counter(instant.astimezone(ZoneInfo(zone)).date() for instant in hours)
        for day in (night - timedelta(days=1), night):
            page = client.get(f"/journal/{day}/").content.decode()
            lines = re.findall(r'<div class="entry">\s*<p>\s*Left calf', page)
            assert len(lines) == on_the_wall[day]
            check_in = client.get(f"/day/?date={day}").content.decode()
            assert f"{on_the_wall[day]} noted one by one" in check_in
            form = {"date": f"{day}", "shown": "calf/left", "place:calf/left": "many", "save": "1"}
            assert client.post("/day/", form).status_code == 302
    days = [one.day for one in journal_of(person).tallies]
    assert days == sorted(
        day for night in nights_of(zone) for day in (night - timedelta(days=1), night)
    )


@pytest.mark.parametrize("zone", MORE_ZONES)
def test_a_time_that_is_typed_keeps_its_day(zone: str) -> None:
    nobody = Person(zone="UTC")
    for night in nights_of(zone):
        left_out = 0
        for half_hours in range(48):
            clock = time(half_hours // 2, 30 * (half_hours % 2))
            try:
                told = moment_of(nobody, night, clock, zone=zone).astimezone(ZoneInfo(zone))
            except InvalidEntry as refused:
                left_out += refused.code == "time_left_out"
            else:
                assert (told.date(), told.time()) == (night, clock)
        assert left_out <= (4 if zone == "Antarctica/Troll" else 2), "an hour; at Troll, two"


PAGES = ("/", "/journal/", "/day/", "/log/", "/patterns/", "/programme/", "/result/", "/report/",
         "/journal/kept/", "/look/", "/story/", "/settings/")  # fmt: skip


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=2)])
def test_a_clock_set_back_loses_and_doubles_nothing(
    back: timedelta, client: Client, person: Person
) -> None:
    before = datetime.now(UTC) + back  # what the computer's clock showed until now
    log_entry(person=person, entry=episode(started_at=before, zone="UTC"), by="test", now=before)
    log_entry(person=person, entry=tally(day=before.date()), by="test", now=before)
    for page in PAGES:
        assert client.get(page, follow=True).status_code == 200, page
    assert client.post("/log/", {"place": "calf/left", "save": "1"}).status_code == 302
    form = {"shown": "thigh/left", "place:thigh/left": "some", "save": "1"}
    assert client.post("/day/", form).status_code == 302
    journal = journal_of(person)
    assert len(journal.episodes) == 2
    assert {(one.site, one.day) for one in journal.tallies} == {
        ("calf", before.date()),
        ("thigh", today_for(person)),
    }
