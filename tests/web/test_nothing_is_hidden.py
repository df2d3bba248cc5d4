"""The overview of the journal shows every entry, those that look alike too."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.test import Client

from myolog.journal.records import ProgrammeEvent
from myolog.store.selectors import Person
from myolog.store.services.journal import log_entries, store_episode
from myolog.store.services.people import set_zone
from tests.factories import episode

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


def lines_of_day(client: Client, day: date) -> list[str]:
    """Give what the overview says of a day, line by line."""
    page = client.get("/journal/?before=2026-03-16").content.decode()
    found = re.search(rf'<li id="day-{day}">.*?<ul>(.*?)</ul>', page, re.S)
    assert found, page
    lines = re.findall(r"<li[^>]*>(.*?)</li>", found[1], re.S)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", line)).split()) for line in lines]


def test_two_twitches_of_one_minute_are_two_lines(client: Client, person: Person) -> None:
    set_zone(person=person, zone="America/Chicago", by="t")
    for second in (5, 40):
        at = datetime(2026, 3, 10, 11, 42, second, tzinfo=UTC)
        noted = episode(site="eyelid", side="right", started_at=at, zone="America/Chicago")
        store_episode(person=person, episode=noted, by="t")
    assert lines_of_day(client, DAY) == ["Change: Right eyelid 06:42"] * 2


def test_steps_say_what_was_chosen_and_none_of_them_is_left_out(
    client: Client, person: Person
) -> None:
    def event(name: str, step: str | None = None, value: str | None = None) -> ProgrammeEvent:
        return ProgrammeEvent(day=DAY, event=name, step=step, value=value)

    given = [
        event("started"), event("baseline", "STEP-1", "270"),
        event("goal", "STEP-3", "22:30"), event("goal", "STEP-2", "1800"),
        event("goal", "STEP-4", "off"), event("goal", "STEP-5", "off"),
        event("reminder", "STEP-3", "22:00"), event("reminder", "STEP-2", "off"),
        event("step_done", "STEP-1"), event("step_done", "STEP-3"), event("headache", None, "4"),
    ]  # fmt: skip
    log_entries(person=person, entries=given, by="t")
    assert sorted(lines_of_day(client, DAY)) == [
        "A headache noted, from 0 to 10: 4",
        "Left out of the steps: Quiet minutes, One note",
        "No reminder any more: Drinks and food",
        "Reminder: Sleep 22:00",
        "Steps done: Caffeine, Sleep",
        "The steps began",
        "Usual amount: Caffeine 270 mg",
        "What the steps ask: Drinks and food 1800 mL, Sleep 22:30",
    ]
