"""Without a connection: what a device keeps, what it sends later, and what closing deletes."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from myolog.content.dates import spoken, whole_date
from myolog.journal.entries import CheckWindow, Episode, TaskCheck
from myolog.journal.records import ProgrammeEvent
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_country, set_language, set_measures, set_zone
from myolog.store.services.programme_start import start_programme
from myolog.web.build import program_digest
from myolog.web.moment import today_for
from myolog.web.views.device import KEPT_FILES, STATIC
from tests.factories import episode
from tests.programme_days import make_ready

pytestmark = [pytest.mark.store, pytest.mark.django_db]


def now() -> datetime:
    return datetime.now(UTC)


def sent(
    client: Client,
    path: str,
    fields: dict[str, str],
    *,
    kept: datetime,
    clock: datetime | None = None,
    zone: str = "UTC",
) -> HttpResponse:
    """Send a form as the outbox does: saved at `kept`, sent when the device shows `clock`."""
    headers = {
        "X-Outbox-Kept": kept.isoformat(),
        "X-Outbox-Sent": (clock or now()).isoformat(),
        "X-Outbox-Zone": zone,
    }
    return client.post(path, fields, headers=headers)


def twitch(**over: str) -> dict[str, str]:
    return {"place": "calf/left", "key": str(uuid4()), "save": "1"} | over


def test_the_worker_is_another_with_each_country_language_measure_and_look(
    client: Client, person: Person
) -> None:
    seen = [client.get("/worker.js").content]
    set_country(person=person, country="GB", by="test")
    seen.append(client.get("/worker.js").content)
    set_language(person=person, language="de", by="test")
    seen.append(client.get("/worker.js").content)
    set_measures(person=person, measures="us", by="test")
    seen.append(client.get("/worker.js").content)
    client.cookies["myolog_theme"] = "dark"
    seen.append(client.get("/worker.js").content)
    assert len(set(seen)) == 5
    assert client.get("/worker.js").content == seen[-1]
    assert b'"build" content="' in client.get("/settings/").content


def test_every_file_of_the_program_changes_what_a_page_is_of(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('call = "112"')
    seen = [program_digest.__wrapped__(tmp_path)]
    (tmp_path / "words.toml").write_text('call = "118"')
    seen.append(program_digest.__wrapped__(tmp_path))
    (tmp_path / "more.html").write_text("")
    seen.append(program_digest.__wrapped__(tmp_path))
    assert len(set(seen)) == 3
    (tmp_path / "words.pyc").write_text("compiled")
    assert program_digest.__wrapped__(tmp_path) == seen[-1]


def test_the_worker_and_the_manifest_are_open_to_a_stranger(stranger: Client) -> None:
    worker = stranger.get("/worker.js")
    assert worker.headers["content-type"].startswith("text/javascript")
    script = worker.content.decode()
    assert "/emergency/" in script
    assert "{version}" not in script
    manifest = json.loads(stranger.get("/manifest.webmanifest").content)
    assert manifest["start_url"] == "/"
    for icon in manifest["icons"]:
        assert (STATIC / icon["src"].removeprefix("/static/")).exists()
    assert {icon["purpose"] for icon in manifest["icons"] if "purpose" in icon} == {
        "any",
        "maskable",
    }


def test_all_that_a_kept_page_is_made_of_is_kept(client: Client, person: Person) -> None:
    make_ready(person, now())
    start_programme(person=person, by="test")
    worker = client.get("/worker.js").content.decode()
    told = re.search(r"^self\.AT = (.*);$", worker, re.MULTILINE)
    assert told
    pages = list(json.loads(told[1])["kept"].values())
    assert len(pages) == 8
    for address in (*pages, "/offline/"):
        all_parts_kept(address, client)


def all_parts_kept(address: str, client: Client) -> None:
    text = client.get(address).content.decode()
    parts = set(re.findall(r'(?:src|href)="/static/([^"]+)"', text))
    parts |= {
        name
        for part in parts
        if part.endswith(".js")
        for name in re.findall(r'from "\./([^"]+)"', (STATIC / part).read_text())
    }
    assert parts <= set(KEPT_FILES)


def test_the_page_for_no_connection_is_the_same_for_everybody(
    client: Client, stranger: Client, person: Person, django_assert_max_num_queries
) -> None:
    log_entry(person=person, entry=episode(note="dentist"), by="test")
    with django_assert_max_num_queries(0):
        text = stranger.get("/offline/").content.decode()
    assert 'content="" ' not in text
    assert '<meta name="keeps" content="">' in text


def test_the_kept_journal_shows_ninety_days_and_nothing_older(
    client: Client, person: Person
) -> None:
    today = today_for(person)
    for days, note in ((0, "eyelid"), (89, "forearm"), (120, "thigh")):
        moment = now() - timedelta(days=days, minutes=1)
        log_entry(person=person, entry=episode(site=note, started_at=moment), by="test")
    text = client.get("/journal/kept/").content.decode().lower()
    assert "eyelid" in text
    assert "forearm" in text
    assert "thigh" not in text
    assert "as it stood on" in text
    assert f"/journal/{today}/" not in text, "a day's own page is not kept"


def test_what_waited_is_stored_once_at_its_own_time(client: Client, person: Person) -> None:
    fields, kept = twitch(), now() - timedelta(hours=9)
    answers = [sent(client, "/log/", fields, kept=kept) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    (stored,) = journal_of(person).episodes
    assert stored.started_at == kept.replace(second=0, microsecond=0)
    assert answers[0].json() == {"to": "/"}


@pytest.mark.parametrize("device", ["Asia/Tokyo", "America/Lima"])
def test_the_clock_and_the_day_mean_the_zone_that_the_form_named(
    device: str, client: Client, person: Person
) -> None:
    kept = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    fields = twitch(day="2026-03-11", clock="07:15", zone="Asia/Tokyo")
    assert sent(client, "/log/", fields, kept=kept, zone=device).status_code == 200
    (stored,) = journal_of(person).episodes
    assert stored.started_at == datetime(2026, 3, 10, 22, 15, tzinfo=UTC)
    assert stored.zone == "Asia/Tokyo"


def test_a_form_that_names_no_zone_means_that_of_home(client: Client, person: Person) -> None:
    set_zone(person=person, zone="Europe/Berlin", by="test")
    kept = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    fields = twitch(day="2026-03-10", clock="07:15")
    assert sent(client, "/log/", fields, kept=kept, zone="Asia/Tokyo").status_code == 200
    (stored,) = journal_of(person).episodes
    assert stored.started_at == datetime(2026, 3, 10, 6, 15, tzinfo=UTC)
    assert stored.zone == "Europe/Berlin"


@pytest.mark.parametrize("off", [timedelta(days=2), timedelta(days=-2), timedelta(minutes=7)])
def test_a_clock_that_is_off_is_put_right_and_said(
    off: timedelta, client: Client, person: Person
) -> None:
    truly = now() - timedelta(hours=3)
    fields = twitch()
    answer = sent(client, "/log/", fields, kept=truly + off, clock=now() + off)
    (stored,) = journal_of(person).episodes
    assert abs(stored.started_at - truly) < timedelta(minutes=1, seconds=5)
    assert f"{stored.started_at:%H:%M}" in answer.json()["sentence"]
    again = sent(client, "/log/", fields, kept=truly + off, clock=now() + off)
    assert again.status_code == 200, "a second later the same write is still the same"
    assert len(journal_of(person).episodes) == 1


def test_a_clock_a_few_minutes_off_is_left_alone(client: Client, person: Person) -> None:
    kept, off = now() - timedelta(hours=3), timedelta(minutes=4)
    answer = sent(client, "/log/", twitch(), kept=kept, clock=now() + off)
    assert "sentence" not in answer.json()
    (stored,) = journal_of(person).episodes
    assert stored.started_at == kept.replace(second=0, microsecond=0)


def test_today_on_a_wrong_clock_is_the_right_day(client: Client, person: Person) -> None:
    truly, off = now() - timedelta(minutes=1), timedelta(days=2)
    device_day = (truly + off).date().isoformat()
    fields = {"key": str(uuid4()), "date": device_day}
    answer = sent(client, "/day/none/", fields, kept=truly + off, clock=now() + off)
    assert answer.status_code == 200
    assert journal_of(person).observed_days == {truly.date()}


@pytest.mark.parametrize("off", [timedelta(), timedelta(days=2)])
def test_at_half_past_one_today_is_the_day_that_ends_at_four(
    off: timedelta, half_past_one: Person, client: Client
) -> None:
    assert 'data-today="4"' in client.get("/day/").content.decode()
    shown, device_day = now() + off, date(2026, 3, 10) + off
    fields = {"key": str(uuid4()), "date": device_day.isoformat()}
    answer = sent(client, "/day/none/", fields, kept=shown, clock=shown, zone="Europe/Berlin")
    assert answer.status_code == 200
    assert journal_of(half_past_one).observed_days == {date(2026, 3, 10)}


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=2)])
def test_a_clock_that_jumps_back_before_the_sending_loses_nothing(
    back: timedelta, client: Client, person: Person
) -> None:
    fields, kept, clock = twitch(), now() - timedelta(minutes=30), now() - back
    for _ in range(2):
        answer = sent(client, "/log/", fields, kept=kept, clock=clock)
        assert answer.status_code == 200
    (stored,) = journal_of(person).episodes
    assert stored.started_at == kept.replace(second=0, microsecond=0)


def test_what_a_fast_clock_saved_is_never_in_the_future(client: Client, person: Person) -> None:
    fields, kept = twitch(), now() + timedelta(days=2)
    for _ in range(2):
        answer = sent(client, "/log/", fields, kept=kept)
        assert "clock of this device was off" in answer.json()["sentence"]
    (stored,) = journal_of(person).episodes
    assert timedelta(0) <= now() - stored.started_at < timedelta(minutes=1, seconds=5)


def test_a_time_to_come_that_was_typed_is_refused_with_a_sentence(
    client: Client, person: Person
) -> None:
    later = (now() + timedelta(days=2)).date().isoformat()
    answer = sent(client, "/log/", twitch(day=later, clock="12:00"), kept=now())
    assert answer.status_code == 400
    assert (
        f"12:00 on {whole_date(date.fromisoformat(str(later)))} is in the future in"
        in answer.content.decode()
    )
    assert journal_of(person).entries == ()


@pytest.mark.parametrize("header", ["X-Outbox-Kept", "X-Outbox-Sent", "X-Outbox-Zone"])
def test_what_cannot_be_read_is_refused(header: str, client: Client, person: Person) -> None:
    headers = {"X-Outbox-Kept": now().isoformat(), "X-Outbox-Sent": now().isoformat()}
    answer = client.post("/log/", twitch(), headers=headers | {header: "soon"})
    assert answer.status_code == 400
    assert journal_of(person).entries == ()


def test_a_closed_journal_stores_nothing(stranger: Client, person: Person) -> None:
    answer = sent(stranger, "/log/", twitch(), kept=now())
    assert answer.status_code == 403
    assert '<meta name="keeps" content="no">' in answer.content.decode()
    assert journal_of(person).entries == ()


def test_a_browser_without_the_script_goes_on_as_ever(client: Client, person: Person) -> None:
    answer = client.post("/log/", twitch())
    assert answer.status_code == 302
    assert isinstance(journal_of(person).entries[0], Episode)


def test_the_person_can_keep_this_device_bare(client: Client) -> None:
    assert '<meta name="keeps" content="yes">' in client.get("/").content.decode()
    client.post("/settings/", {"ready": "no"})
    assert '<meta name="keeps" content="no">' in client.get("/").content.decode()
    client.post("/settings/", {"ready": "yes"})
    assert '<meta name="keeps" content="yes">' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("fields", "emptied"),
    [({"unsent": "0"}, True), ({"unsent": "2", "anyway": "1"}, True), ({"unsent": ""}, False)],
)
def test_closing_empties_the_browser_when_nothing_waits_in_it(
    fields: dict[str, str], emptied: bool, client: Client, person: Person
) -> None:
    log_entry(person=person, entry=episode(), by="test")
    answer = client.post("/settings/close-this/", fields)
    assert ("Clear-Site-Data" in answer.headers) is emptied
    assert '<meta name="keeps" content="no">' in answer.content.decode()
    assert client.get("/journal/").status_code == 403
    assert len(journal_of(person).entries) == 1


def test_closing_shuts_out_a_copy_of_the_cookie_too(client: Client) -> None:
    copy = Client(headers={"host": "localhost"})
    copy.cookies = client.cookies.copy()
    client.post("/settings/close-this/", {"unsent": "0"})
    assert copy.get("/journal/").status_code == 403


def test_erasing_empties_the_browser(client: Client) -> None:
    answer = client.post("/settings/erase/", {"sure": "erase"})
    assert answer.headers["Clear-Site-Data"] == '"storage"'


def from_a_device(
    client: Client, path: str, fields: dict[str, str], *, own: str = ""
) -> HttpResponse:
    """Send what a device saved that last saw the journal an hour ago."""
    headers = {
        "X-Outbox-Kept": now().isoformat(),
        "X-Outbox-Sent": now().isoformat(),
        "X-Outbox-As-Of": (now() - timedelta(hours=1)).isoformat(),
        "X-Outbox-After": own,
    }
    return client.post(path, fields | {"key": str(uuid4())}, headers=headers)


def two_devices(client: Client, person: Person, *, own: str = "") -> HttpResponse:
    """Note "many" online, then send "some" and two coffees from a device without a connection."""
    day = today_for(person).isoformat()
    form = {"date": day, "shown": "calf/left", "save": "1"}
    online = form | {"place:calf/left": "many", "key": own or str(uuid4())}
    assert client.post("/day/", online).status_code == 302
    late = form | {"place:calf/left": "some", "drink:filter_coffee": "2"}
    return from_a_device(client, "/day/", late, own=own)


def amounts(person: Person) -> list[str | None]:
    return [one.amount for one in journal_of(person).tallies]


def test_two_devices_of_two_minds_lose_nothing_and_are_asked(
    client: Client, person: Person
) -> None:
    answer = two_devices(client, person)
    assert answer.status_code == 200, "the device may let it go, and never be seen again"
    assert "Today asks you which one holds" in answer.json()["sentence"]
    assert amounts(person) == ["many"]
    assert journal_of(person).exposure_values[today_for(person)] == {"caffeine": 180}
    page = client.get("/").content.decode()
    assert "Two versions of" in page
    assert page.count("Left calf: many") == 1
    assert page.count("Left calf: some") == 1


@pytest.mark.parametrize(("keep", "amount"), [("noted", "many"), ("other", "some")])
def test_the_version_that_is_chosen_holds(
    keep: str, amount: str, client: Client, person: Person
) -> None:
    two_devices(client, person)
    found = re.search(r'action="(/journal/versions/[^"]+/)"', client.get("/").content.decode())
    assert found is not None
    answer = client.post(found[1], {"keep": keep}, follow=True)
    assert "That version holds now" in answer.content.decode()
    assert "Two versions of" not in client.get("/").content.decode()
    assert amounts(person) == [amount]
    assert client.post(found[1], {"keep": "other"}).status_code == 404
    assert amounts(person) == [amount]


def test_what_the_same_device_saved_before_is_no_conflict(client: Client, person: Person) -> None:
    answer = two_devices(client, person, own=str(uuid4()))
    assert set(answer.json()) == {"to"}
    assert answer.json()["to"] == "/"
    assert amounts(person) == ["some"]


def test_the_weekly_look_and_the_two_minutes_keep_their_own_time(
    client: Client, person: Person
) -> None:
    kept = now() - timedelta(days=3)
    tasks = {"date": kept.date().isoformat(), "stairs": "fine", "key": str(uuid4())}
    look = {"count": "4", "key": str(uuid4())}
    for _ in range(2):
        assert sent(client, "/day/tasks/", tasks, kept=kept).status_code == 200
        assert sent(client, "/look/", look, kept=kept).status_code == 200
    (check,), (window,) = journal_of(person).of(TaskCheck), journal_of(person).of(CheckWindow)
    assert check.day == kept.date()
    assert window.at == kept.replace(second=0, microsecond=0) - timedelta(seconds=120)


def test_two_weekly_looks_of_one_day_are_both_kept(client: Client, person: Person) -> None:
    day = today_for(person).isoformat()
    client.post("/day/tasks/", {"date": day, "stairs": "fine"})
    assert (
        from_a_device(client, "/day/tasks/", {"date": day, "stairs": "cannot"}).status_code == 200
    )
    assert [dict(one.answers) for one in journal_of(person).of(TaskCheck)] == [{"stairs": "cannot"}]
    assert "Two versions of" in client.get("/").content.decode()


def ticks(person: Person) -> list[date]:
    return [one.day for one in journal_of(person).of(ProgrammeEvent) if one.event == "step_done"]


def test_a_tick_waits_for_its_own_day_and_is_not_ticked_anew(
    client: Client, person: Person
) -> None:
    make_ready(person, now())
    start_programme(person=person, by="test")
    day = today_for(person)
    form = {"step": "STEP-4", "day": day.isoformat(), "done": "1", "key": str(uuid4())}
    assert sent(client, "/programme/tick/", form, kept=now()).status_code == 200
    assert ticks(person) == [day]
    client.post("/programme/tick/", form | {"done": "0", "key": str(uuid4())})
    assert sent(client, "/programme/tick/", form, kept=now()).status_code == 200, "sent again"
    assert ticks(person) == [], "what was done since stands"


def test_the_kept_steps_are_those_of_one_day_and_go_with_the_programme(
    client: Client, person: Person
) -> None:
    assert client.get("/programme/kept/").headers["Location"] == "/programme/"
    make_ready(person, now(), warfarin="yes")
    start_programme(person=person, by="test")
    page = client.get("/programme/kept/").content.decode()
    assert spoken(today_for(person)) in page
    assert "As it stood on" in page
    assert "warfarin" in page, "the words of a guard are kept with the steps they replace"
    client.post("/programme/pause/", {"act": "pause"})
    assert client.get("/programme/kept/").headers["Location"] == "/programme/"
