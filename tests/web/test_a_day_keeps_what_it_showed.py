"""The look back on a day shows what is noted, and writes what the person changed, nothing else."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from myolog.journal.entries import DayExposure, NoneToday
from myolog.journal.file import lines
from myolog.store.models import AuditEvent
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_entries, log_entry
from myolog.store.services.people import set_language, set_measures, set_zone
from myolog.store.services.versions import open_versions, settle
from myolog.web.moment import today_for
from tests.factories import episode, exposure, none_today, tally
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db
SAVE, NONE = ("save", "1"), ("none", "1")


@pytest.fixture
def person(person: Person) -> Person:
    """Give a person in St John's, three and a half hours behind UTC."""
    return set_zone(person=person, zone="America/St_Johns", by="test")


@pytest.fixture
def send(client: Client) -> Callable[..., Any]:
    """Give a function that opens today's form, changes some fields, and presses a button."""

    def press(button: tuple[str, str] = SAVE, page: str = "", **changed: str) -> Any:
        shown = page or client.get("/day/").content.decode()
        sent = filled(fields_of(shown), button, **changed)
        return client.post("/day/", sent)

    return press


def values(person: Person) -> dict[str, float]:
    return dict(journal_of(person).exposure_values.get(today_for(person), {}))


def amounts(person: Person) -> list[tuple[str, str | None, int | None]]:
    return [(one.site, one.amount, one.count) for one in journal_of(person).tallies]


def whole(person: Person) -> str:
    return "".join(lines(journal_of(person)))


def test_a_count_stays_a_count_when_the_day_is_saved_for_its_sleep(
    person: Person, send: Callable[..., Any]
) -> None:
    log_entry(person=person, entry=tally(day=today_for(person), count=137), by="t")
    assert send(sleep="6_to_7").status_code == 302
    assert amounts(person) == [("calf", None, 137)]
    assert values(person) == {"sleep_min": 390}
    assert send(place__calf_to_left="some").status_code == 302
    assert amounts(person) == [("calf", "some", None)]


def test_drinks_count_on_top_of_a_number_and_the_page_says_what_is_in_it(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    set_measures(person=person, measures="us", by="test")
    send(value__water_ml="20 oz")
    send(drink__cola="1", drink__filter_coffee="2")
    assert values(person) == {"water_ml": 1346, "caffeine": 220}
    send(drink__water="1")
    page = client.get("/day/").content.decode()
    assert (
        "drinks: 52.3 fl oz (20 fl oz as a number, 2 × filter coffee, cup, 1 × cola, can, "
        "1 × glass of water)"
    ) in page
    assert "All drinks without alcohol count, coffee too" in page


def test_a_tea_after_two_espressos_adds_to_them(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    send(drink__espresso="2")
    page = client.get("/day/").content.decode()
    assert "160 mg (2 × espresso)" in page
    assert page.count('<details class="fold" open>') == 1, "only where a place is added"
    send(drink__black_tea="1")
    assert values(person) == {"caffeine": 210}
    send(drink__espresso="1")
    assert values(person) == {"caffeine": 130}


def test_a_day_noted_before_cups_were_kept_adds_up_too(
    person: Person, send: Callable[..., Any]
) -> None:
    log_entry(person=person, entry=exposure(day=today_for(person), value=160), by="t")
    send(drink__black_tea="1")
    assert values(person) == {"caffeine": 210}


def test_replacing_is_said_and_taken_back_whole(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    send(drink__espresso="2", stress="calm")
    before = whole(person)
    answer = client.post(
        "/day/",
        filled(
            fields_of(client.get("/day/").content.decode()),
            SAVE,
            value__caffeine="90",
            stress="a_lot",
        ),
        follow=True,
    )
    page = answer.content.decode()
    assert "Caffeine 90 mg, instead of 160 mg (2 × espresso)" in page
    assert values(person) == {"caffeine": 90, "stress": 8}
    undo = re.search(r'action="(/journal/[^"]+/undo/)"', page)
    assert undo is not None
    client.post(undo[1])
    assert whole(person) == before


def test_a_field_emptied_is_taken_out_and_comes_back_with_undo(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    send(value__stress="7", drink__beer="2")
    before = whole(person)
    assert values(person) == {"stress": 7, "alcohol_g": 26}
    address = send(value__stress="", drink__beer="")["Location"]
    assert values(person) == {}
    undo = re.search(r'action="(/journal/[^"]+/undo/)"', client.get(address).content.decode())
    assert undo is not None
    client.post(undo[1])
    assert whole(person) == before


def test_none_keeps_every_field_of_the_form(person: Person, send: Callable[..., Any]) -> None:
    answer = send(
        NONE, drink__espresso="2", drink__water="6", sleep="7_to_8", stress="some",
        place__calf_to_left="none",
    )  # fmt: skip
    assert answer.status_code == 302
    assert values(person) == {
        "caffeine": 160, "water_ml": 1320, "sleep_min": 450, "stress": 4,
    }  # fmt: skip
    assert [none.day for none in journal_of(person).of(NoneToday)] == [today_for(person)]


def test_none_is_not_offered_beside_a_twitch_and_it_is_said_why(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    open_day = client.get("/day/").content.decode()
    assert re.search(r'name="none" value="1" data-any-day>', open_day)
    now = datetime.now(UTC) - timedelta(minutes=1)
    log_entry(person=person, entry=episode(started_at=now, zone=person.zone), by="t")
    page = client.get("/day/").content.decode()
    assert re.search(r'name="none" value="1" data-any-day hidden>', page)
    assert "cannot hold for this day" in page
    refused = send(NONE, page=open_day, sleep="7_to_8", drink__espresso="2")
    assert refused.status_code == 400
    kept = dict(fields_of(refused.content.decode()))
    assert (kept["sleep"], kept["drink:espresso"]) == ("7_to_8", "2")
    assert "Twitches are noted" in refused.content.decode()
    assert values(person) == {}


def test_a_twitch_and_none_in_one_form_are_asked_about_with_all_fields_kept(
    person: Person, client: Client
) -> None:
    log_entry(person=person, entry=tally(day=today_for(person), amount="none"), by="t")
    page = client.get("/day/").content.decode()
    sent = filled(fields_of(page), NONE, place__calf_to_left="many", stress="calm")
    refused = client.post("/day/", sent)
    assert refused.status_code == 400
    kept = dict(fields_of(refused.content.decode()))
    assert (kept["place:calf/left"], kept["stress"]) == ("many", "calm")
    assert values(person) == {}


@pytest.mark.parametrize(
    ("button", "more"),
    [
        (("bump", "espresso:+1"), {"drink:espresso": "3"}),
        (("add", "1"), {"drink:espresso": "2"}),
    ],
)
def test_every_other_button_keeps_every_field_and_what_the_page_had_shown(
    client: Client, person: Person, send: Callable[..., Any], button: tuple[str, str],
    more: dict[str, str],
) -> None:  # fmt: skip
    send(drink__espresso="1", stress="calm")
    before = whole(person)
    typed = {
        "drink__espresso": "2", "value__sleep_min": "7.5 h", "stress": "a_lot",
        "add-site": "thigh", "add_side": "left",
    }  # fmt: skip
    answer = send(button, **typed)
    kept = dict(fields_of(answer.content.decode()))
    assert kept | more == kept
    assert (kept["value:sleep_min"], kept["stress"]) == ("7.5 h", "a_lot")
    assert (kept["was:drink:espresso"], kept["was:stress"]) == ("1", "calm")
    assert whole(person) == before
    left = {"add-site": ""}  # a place without its side is asked about
    assert send(page=answer.content.decode(), **left).status_code == 302
    cups = float(more["drink:espresso"])
    assert values(person) == {"caffeine": 80 * cups, "sleep_min": 450, "stress": 8}


def test_who_loses_keeps_their_words_and_sees_what_is_there_now(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    log_entry(person=person, entry=tally(day=today_for(person), count=137), by="t")
    mine = client.get("/day/").content.decode()
    assert send(place__calf_to_left="many", sleep="over_8").status_code == 302
    lost = send(page=mine, place__calf_to_left="some", stress="calm")
    assert lost.status_code == 409
    page = lost.content.decode()
    assert "left calf is now Many" in page
    assert "Your words are still here" in page
    kept = dict(fields_of(page))
    assert (kept["place:calf/left"], kept["stress"]) == ("some", "calm")
    assert kept["sleep"] == "over_8", "what was not touched is shown as it is now"
    assert amounts(person) == [("calf", "many", None)]
    assert send(page=page).status_code == 302
    assert amounts(person) == [("calf", "some", None)]
    assert values(person) == {"sleep_min": 510, "stress": 1}


def test_what_only_one_of_two_windows_touched_is_never_lost(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    first, second = (client.get("/day/").content.decode() for _ in range(2))
    assert send(page=first, sleep="7_to_8", drink__espresso="1").status_code == 302
    assert send(page=second, stress="calm").status_code == 302
    assert values(person) == {"sleep_min": 450, "caffeine": 80, "stress": 1}


def test_after_back_the_same_page_is_not_counted_twice(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    page = client.get("/day/").content.decode()
    assert send(page=page, drink__espresso="1").status_code == 302
    assert send(page=page, drink__espresso="1").status_code == 302
    assert values(person) == {"caffeine": 80}
    again = send(page=page, drink__espresso="2")
    assert again.status_code == 409
    assert dict(fields_of(again.content.decode()))["drink:espresso"] == "2"
    assert send(page=again.content.decode()).status_code == 302
    assert values(person) == {"caffeine": 160}


def outbox(page: str, kept_at: datetime) -> dict[str, str]:
    seen = re.search(r'name="as-of" content="([^"]+)"', page)
    assert seen is not None
    return {
        "X-Outbox-Kept": kept_at.isoformat(),
        "X-Outbox-Sent": datetime.now(UTC).isoformat(),
        "X-Outbox-Zone": "America/St_Johns",
        "X-Outbox-As-Of": seen[1],
        "X-Outbox-After": "",
    }


def test_cups_of_two_devices_that_were_not_connected_add_up(client: Client, person: Person) -> None:
    page = client.get("/day/").content.decode()
    for drink in ("espresso", "black_tea"):
        fields = fields_of(client.get("/day/").content.decode())
        key = dict(fields)["key"]
        sent = filled(fields_of(page), SAVE, **{f"drink__{drink}": "1"}) | {"key": [key]}
        headers = outbox(page, datetime.now(UTC))
        for _ in range(2):
            assert client.post("/day/", sent, headers=headers).status_code == 200
    assert values(person) == {"caffeine": 130}


def test_none_of_a_device_that_knew_no_better_loses_nothing(client: Client, person: Person) -> None:
    page = client.get("/day/").content.decode()
    now = datetime.now(UTC) - timedelta(minutes=1)
    twitch = log_entry(person=person, entry=episode(started_at=now, zone=person.zone), by="t")
    sent = filled(fields_of(page), NONE, sleep="7_to_8")
    answer = client.post("/day/", sent, headers=outbox(page, datetime.now(UTC)))
    assert answer.status_code == 200
    assert values(person) == {"sleep_min": 450}
    assert journal_of(person).of(NoneToday) == ()
    client.post(f"/journal/{twitch.id}/delete/")
    assert len(journal_of(person).of(NoneToday)) == 1


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_full_day_opened_and_saved_is_the_same_to_the_byte(
    client: Client, person: Person, send: Callable[..., Any], language: str
) -> None:
    today = today_for(person)
    log_entries(
        person=person,
        entries=[
            tally(day=today, count=12_345),
            tally(day=today, site="eyelid", side="left", count=0),
            tally(day=today, site="chin", side=None, amount="none"),
            exposure(day=today, value=1_234.56789, servings={"espresso": 1.5}),
            exposure(day=today, code="water_ml", value=1_001),
            exposure(day=today, code="sleep_min", value=401),
            exposure(day=today, code="stress", value=3.3333333, source="watch"),
            exposure(day=today - timedelta(days=1), code="stress", value=2),
        ],
        by="t",
    )
    before, n_events = whole(person), AuditEvent.objects.count()
    page = client.get("/day/", headers={"accept-language": language}).content.decode()
    sent = filled(fields_of(page), SAVE)
    answer = client.post("/day/", sent, headers={"accept-language": language})
    assert answer.status_code == 302
    assert whole(person) == before
    assert AuditEvent.objects.count() == n_events


def test_none_noted_stays_when_the_day_is_saved(person: Person, send: Callable[..., Any]) -> None:
    log_entry(person=person, entry=none_today(day=today_for(person)), by="t")
    send(sleep="7_to_8")
    assert len(journal_of(person).of(NoneToday)) == 1
    assert len(journal_of(person).of(DayExposure)) == 1


def test_who_fills_a_blank_field_after_another_did_is_asked_too(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    mine = client.get("/day/").content.decode()
    send(sleep="6_to_7", drink__espresso="1")
    lost = send(page=mine, sleep="7_to_8", drink__espresso="2")
    assert lost.status_code == 409
    assert "sleep is now 6 to 7" in lost.content.decode()
    assert values(person) == {"sleep_min": 390, "caffeine": 80}
    assert send(page=lost.content.decode()).status_code == 302
    assert values(person) == {"sleep_min": 450, "caffeine": 160}


def test_a_refused_day_keeps_every_field_and_says_each_problem_at_the_top_and_beside_it(
    person: Person, send: Callable[..., Any]
) -> None:
    today = today_for(person)
    for day in (today, today - timedelta(days=1)):
        log_entry(person=person, entry=exposure(day=day, value=80), by="t")
    typed = {"drink:black_tea": "two cups?", "value:sleep_min": "ages", "stress": "calm"}
    changed = {name.replace(":", "__"): text for name, text in typed.items()}
    refused = send(**changed, same="1", place__calf_to_left="some", shown="calf/left")
    assert refused.status_code == 400
    page = refused.content.decode()
    kept = dict(fields_of(page))
    assert kept | typed | {"same": "1", "place:calf/left": "some"} == kept
    for name in ("drink:black_tea", "value:sleep_min"):
        assert f'aria-invalid="true" aria-describedby="{name}-err"' in page
    assert page.count("“ages”") == 2
    assert values(person) == {"caffeine": 80}


@pytest.mark.parametrize(("take", "mg"), [(False, 80), (True, 240)])
def test_one_drink_told_in_two_windows_is_asked_about_and_never_added(
    client: Client, person: Person, take: bool, mg: int
) -> None:
    page = client.get("/day/").content.decode()
    for cups in ("1", "3"):
        key = dict(fields_of(client.get("/day/").content.decode()))["key"]
        sent = filled(fields_of(page), SAVE, drink__energy_drink=cups) | {"key": [key]}
        headers = outbox(page, datetime.now(UTC)) | {"X-Outbox-Live": "yes"}
        assert client.post("/day/", sent, headers=headers).status_code == 200
    assert values(person) == {"caffeine": 80}
    (question,) = open_versions(person)
    assert [one.value for one in question.noted if one.code == "caffeine"] == [80]
    assert [one.value for one in question.other if one.code == "caffeine"] == [240]
    settle(person=person, id=question.id, take=take, by="t")
    assert values(person)["caffeine"] == mg
    assert open_versions(person) == ()


def test_the_same_number_told_in_two_windows_is_one_number(client: Client, person: Person) -> None:
    page = client.get("/day/").content.decode()
    for _ in range(2):
        key = dict(fields_of(client.get("/day/").content.decode()))["key"]
        sent = filled(fields_of(page), SAVE, drink__energy_drink="2") | {"key": [key]}
        client.post("/day/", sent, headers=outbox(page, datetime.now(UTC)))
    assert values(person)["caffeine"] == 160
    assert open_versions(person) == ()


def test_a_twitch_at_night_leaves_the_look_back_of_the_day_to_come(
    client: Client, person: Person, send: Callable[..., Any]
) -> None:
    for minutes in (9, 8, 7):
        at = datetime.now(UTC) - timedelta(minutes=minutes)
        log_entry(person=person, entry=episode(started_at=at, zone=person.zone), by="t")
    page = client.get("/").content.decode()
    assert "That is enough" not in page
    assert "Start the check-in" in page
    assert send(stress="calm").status_code == 302
    page = client.get("/").content.decode()
    assert "Noted for today. That is enough." in page
    assert "Start the check-in" not in page


def test_the_newest_number_of_one_device_holds(client: Client, person: Person) -> None:
    page = client.get("/day/").content.decode()
    keys: list[str] = []
    for cups in ("1", "3"):
        key = dict(fields_of(client.get("/day/").content.decode()))["key"]
        sent = filled(fields_of(page), SAVE, drink__energy_drink=cups) | {"key": [key]}
        headers = outbox(page, datetime.now(UTC)) | {"X-Outbox-After": " ".join(keys)}
        assert client.post("/day/", sent, headers=headers).status_code == 200
        keys.append(str(key))
    assert values(person)["caffeine"] == 240
    assert open_versions(person) == ()


@pytest.mark.parametrize("glasses", [3, 6])
def test_glasses_told_beside_a_number_are_kept_and_the_next_one_adds(
    client: Client, person: Person, glasses: int
) -> None:
    set_language(person=person, language="de", by="test")
    body = {"key": str(uuid4()), "save": "1", "date": f"{today_for(person)}"}
    told = body | {"value:water_ml": "1'000", "drink:water": f"{glasses}"}
    assert client.post("/day/", told).status_code == 302
    (noted,) = journal_of(person).of(DayExposure)
    assert (noted.code, noted.value, noted.servings) == ("water_ml", 1000, {"water": glasses})
    shown = filled(fields_of(client.get("/day/").content.decode(), form="f"), ("save", "1"))
    assert shown["drink:water"] == [f"{glasses}"]
    client.post("/day/", shown | {"drink:water": [f"{glasses + 1}"]})
    assert [one.value for one in journal_of(person).of(DayExposure)] == [1200]


def test_a_coffee_by_any_usual_name_is_found_on_the_page(client: Client, person: Person) -> None:
    page = client.get("/day/").content.decode()
    assert "also cappuccino, latte, flat white, americano" in page
    set_language(person=person, language="de", by="test")
    assert "auch Cappuccino, Latte, Flat White" in client.get("/day/").content.decode()


def test_of_another_day_it_is_said_which_and_nothing_of_today(
    client: Client, person: Person
) -> None:
    log_entry(person=person, entry=tally(day=today_for(person)), by="t")
    yesterday = f"/day/?date={today_for(person) - timedelta(days=1):%Y-%m-%d}"
    page = client.get(yesterday).content.decode()
    sent = filled(fields_of(page), SAVE, drink__espresso="3")
    said = client.post("/day/", sent, follow=True).content.decode()
    assert "Saved for yesterday." in said
    assert "enough for today" not in said
