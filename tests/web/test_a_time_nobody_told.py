"""A time that nobody told is said to be none, everywhere; and a change keeps what is left blank."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from myolog.exporters.table import as_csv
from myolog.journal.codec import encode
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_episode
from myolog.wording.entries import one_line
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db

SAVE = ("save", "1")


def log(client: Client, **told: str) -> int:
    form = {"key": str(uuid4()), "place": "calf/left", "save": "1"} | told
    return client.post("/log/", form).status_code


@pytest.mark.parametrize(
    ("told", "said", "words"),
    [
        ({"day": "2026-03-09"}, "day", "time not told"),
        ({"day": "2026-03-09", "rough": "evening"}, "evening", "in the evening"),
        ({"day": "2026-03-09", "rough": "evening", "clock": "19:40"}, "", "19:40"),
    ],
)
def test_page_file_and_table_say_what_was_told_of_the_time(
    client: Client, person: Person, told: dict[str, str], said: str, words: str
) -> None:
    assert log(client, **told) == 302
    (episode,) = journal_of(person).episodes
    assert (episode.day.isoformat(), episode.time_said) == ("2026-03-09", said)
    assert words in client.get(reverse("journal_day", args=(episode.day,))).content.decode()
    assert words in one_line(episode)
    assert encode(episode).get("time_said", "") == said
    row = as_csv(journal_of(person)).splitlines()[1]
    assert (",2026-03-09 19:40:00," in row) == (not said)
    assert (",2026-03-09,UTC" in row) == bool(said)


def test_a_part_of_the_day_that_there_is_not_is_refused(client: Client, person: Person) -> None:
    assert log(client, day="2026-03-09", rough="teatime") == 400
    assert journal_of(person).episodes == ()


def changed(client: Client, person: Person, **over: str):
    (noted,) = journal_of(person).episodes
    page = client.get(f"/journal/{noted.id}/").content.decode()
    assert "What you leave blank stays as it was." in page
    assert (
        client.post(f"/journal/{noted.id}/", filled(fields_of(page), SAVE, **over)).status_code
        == 302
    )
    (now,) = journal_of(person).episodes
    return noted, now


@pytest.mark.parametrize("blank", [{"clock": ""}, {"day": ""}, {"day": "", "clock": ""}])
def test_what_a_change_leaves_blank_stays_as_it_was(
    client: Client, person: Person, blank: dict[str, str]
) -> None:
    at = datetime(2025, 12, 1, 5, 55, 17, tzinfo=UTC)
    log_episode(person=person, site="calf", side="left", started_at=at, by="test")
    was, now = changed(client, person, note="new", **blank)
    assert (now.started_at, now.day, now.time_said, now.note) == (at, was.day, "", "new")


def test_a_time_is_told_later_and_a_clock_becomes_a_rough_word(
    client: Client, person: Person
) -> None:
    log(client, day="2026-03-09")
    _, now = changed(client, person, note="still no time")
    assert (now.time_said, now.note) == ("day", "still no time")
    _, now = changed(client, person, clock="19:40")
    assert (now.time_said, one_line(now)[:5]) == ("", "19:40")
    _, now = changed(client, person, rough="evening")
    assert (now.time_said, now.day.isoformat()) == ("evening", "2026-03-09")
    _, now = changed(client, person, day="2026-03-08")
    assert (now.time_said, now.day.isoformat()) == ("evening", "2026-03-08")


def kept_at(client: Client, hour: int, minute: int, clock: str):
    """Send a twitch as a device in India does that was offline: saved yesterday at this time."""
    at = (datetime.now(UTC) - timedelta(days=1)).replace(hour=hour, minute=minute, second=0)
    headers = {
        "X-Outbox-Kept": at.isoformat(),
        "X-Outbox-Sent": datetime.now(UTC).isoformat(),
        "X-Outbox-Zone": "Asia/Kolkata",
    }
    form = {"key": str(uuid4()), "place": "calf/left", "save": "1", "note": "half asleep"}
    form |= {"clock": clock, "zone": "Asia/Kolkata"}
    return client.post("/log/", form, headers=headers), at


def test_half_past_eleven_typed_at_eleven_is_asked_about_and_nothing_is_lost(
    client: Client, person: Person
) -> None:
    answer, _ = kept_at(client, 17, 30, "23:30")  # 23:00 in India
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "23:30 has not come yet today. Give the day as well." in page
    assert "half asleep" in page
    assert journal_of(person).episodes == ()


def test_half_past_ten_typed_at_seven_is_last_night(client: Client, person: Person) -> None:
    answer, at = kept_at(client, 1, 30, "22:30")  # 07:00 in India
    assert answer.status_code == 200
    (episode,) = journal_of(person).episodes
    last_night = at.replace(hour=17, minute=0, microsecond=0) - timedelta(days=1)
    assert (episode.started_at, episode.time_said) == (last_night, "")
