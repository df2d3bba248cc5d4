"""What a person says of a day takes the place of what "same as yesterday" filled in."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import unescape
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from myolog.cli.main import main
from myolog.errors import Conflict
from myolog.journal.entries import DayExposure
from myolog.store.rows import row_of
from myolog.store.selectors import Person, journal_of
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import delete_entry, log_entries, restore_entry
from myolog.store.services.people import set_zone
from myolog.store.services.undoing import undo, undo_last
from myolog.web.moment import today_for
from tests.factories import exposure
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db
SAVE = ("save", "1")
SAME = "same as yesterday"
Press = Callable[..., Any]
CUPS = {"filter_coffee": 3, "black_tea": 2, "energy_drink": 1, "water": 4}


@pytest.fixture
def person(person: Person) -> Person:
    """Give a person in New York, five hours behind UTC."""
    return set_zone(person=person, zone="America/New_York", by="test")


@pytest.fixture
def press(client: Client, person: Person) -> Press:
    """Give a function that opens the form of a day, changes some fields, and saves it."""

    def save(days_ago: int = 0, **changed: str) -> Any:
        address = f"/day/?date={today_for(person) - timedelta(days=days_ago)}"
        shown = client.get(address).content.decode()
        return client.post("/day/", filled(fields_of(shown), SAVE, **changed))

    return save


def drinks(**cups: int) -> dict[str, str]:
    return {f"drink:{code}": str(n) for code, n in cups.items()}


def told(person: Person, days_ago: int = 0) -> dict[str, tuple[float, str, dict[str, float]]]:
    """Return every value of a day, each with its source and its cups; no exposure twice."""
    day = today_for(person) - timedelta(days=days_ago)
    found = [one for one in journal_of(person).of(DayExposure) if one.day == day]
    assert len({one.code for one in found}) == len(found), found
    return {one.code: (one.value, one.source, dict(one.servings)) for one in found}


def values(person: Person) -> dict[str, float]:
    return {code: value for code, (value, _, _) in told(person).items()}


def day_in_words(client: Client, person: Person) -> str:
    return unescape(client.get(f"/journal/{today_for(person)}/").content.decode())


def test_a_day_filled_in_and_then_put_right_keeps_one_value_of_each(
    client: Client, person: Person, press: Press
) -> None:
    press(
        1, sleep="6_to_7", stress="calm", **drinks(black_tea=1, water=2), **{"value:steps": "4200"}
    )
    press(same="1")
    assert {source for _, source, _ in told(person).values()} == {SAME}
    assert values(person)["caffeine"] == 50
    press(sleep="under_6", stress="a_lot", **drinks(filter_coffee=1), **{"value:steps": "900"})
    now = told(person)
    assert now["steps"] == (900, "self", {})
    assert now["caffeine"] == (140, "self", {"filter_coffee": 1, "black_tea": 1})
    assert now["water_ml"][2] == {"filter_coffee": 1, "black_tea": 1, "water": 2}
    page = day_in_words(client, person)
    assert "Under 6 h" in page or "under 6 h" in page
    assert "4,200" not in page
    assert "4200" not in page


def test_what_is_not_touched_stays_as_yesterday(person: Person, press: Press) -> None:
    press(1, sleep="6_to_7", stress="calm", **{"value:steps": "4200"})
    press(same="1")
    press(stress="a_lot")
    now = told(person)
    assert (now["steps"][:2], now["sleep_min"][1]) == ((4200, SAME), SAME)
    assert now["stress"][1] == "self"


def test_same_and_one_coffee_together_are_yesterday_but_for_the_coffee(
    person: Person, press: Press
) -> None:
    press(1, **drinks(**CUPS))
    press(same="1", **drinks(filter_coffee=1))
    now = told(person)
    assert now["caffeine"] == (
        90 + 100 + 80, "self", {"filter_coffee": 1, "black_tea": 2, "energy_drink": 1},
    )  # fmt: skip
    assert now["water_ml"][2] == CUPS | {"filter_coffee": 1}
    assert now["water_ml"][1] == "self"


@pytest.mark.parametrize(
    ("cups", "caffeine", "fluid"),
    [
        ({"filter_coffee": 1, "water": 1}, 90, {"filter_coffee": 1, "water": 1}),
        ({"filter_coffee": 1, "black_tea": 1}, 140, {}),
    ],
)
def test_the_cups_put_right_are_the_cups_of_every_amount(
    cups: dict[str, int], caffeine: float, fluid: dict[str, int], person: Person, press: Press
) -> None:
    press(1, **drinks(**CUPS))
    press(same="1", **drinks(filter_coffee=1))
    rest = {f"drink:{code}": "" for code in CUPS}
    press(**rest | drinks(**cups))
    now = told(person)
    assert now["caffeine"][0] == caffeine
    assert now["caffeine"][2] == {code: n for code, n in cups.items() if code != "water"}
    assert (now["water_ml"][2] if fluid else {}) == fluid
    assert ("water_ml" in now) is bool(fluid), "no glass of water, no fluid known"


def test_amounts_that_an_older_myolog_left_apart_tell_one_number_once_corrected(
    person: Person, press: Press
) -> None:
    day = today_for(person)
    fluid = {"filter_coffee": 3, "water": 4}
    log_entries(
        person=person, by="t",
        entries=[
            exposure(day=day, value=90, servings={"filter_coffee": 1}),
            exposure(code="water_ml", value=1800, day=day, source=SAME, servings=fluid),
        ],
    )  # fmt: skip
    press(**drinks(filter_coffee=1))
    now = told(person)
    assert now["caffeine"] == (90, "self", {"filter_coffee": 1})
    assert now["water_ml"][2] == {"filter_coffee": 1, "water": 4}


def test_cups_noted_before_the_filling_in_are_the_cups_of_what_is_filled_in(
    person: Person, press: Press
) -> None:
    press(1, **drinks(**CUPS))
    press(**drinks(black_tea=1))
    press(same="1")
    now = told(person)
    assert now["caffeine"] == (50, "self", {"black_tea": 1})
    assert now["water_ml"][1:] == (SAME, {"black_tea": 1, "water": 4})


def test_a_number_typed_beside_the_tick_is_the_number(person: Person, press: Press) -> None:
    press(1, sleep="6_to_7", **drinks(black_tea=1))
    press(same="1", **{"value:caffeine": "200"})
    assert told(person)["caffeine"] == (200, "self", {})
    assert told(person)["sleep_min"][1] == SAME


def test_undo_brings_back_what_was_filled_in(person: Person, press: Press) -> None:
    press(1, stress="calm", **drinks(black_tea=1))
    press(same="1")
    before = told(person)
    press(stress="a_lot", **drinks(black_tea=3))
    assert told(person)["caffeine"][:2] == (150, "self")
    undo_last(person=person, by="t")
    assert told(person) == before
    undo_last(person=person, by="t")
    assert told(person) == {}


def test_terminal_and_api_take_its_place_too(
    client: Client, person: Person, press: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    press(1, stress="calm", **{"value:steps": "4200"}, **drinks(black_tea=1))
    press(same="1")
    with pytest.raises(SystemExit):
        main(["day", "--set", "steps=900", "--drink", "black_tea=1", "--yes"])
    assert "Traceback" not in capsys.readouterr().err
    assert told(person)["steps"][:2] == (900, "self")
    assert told(person)["caffeine"] == (100, "self", {"black_tea": 2})
    log_entries(
        person=person, entries=[exposure(code="stress", value=8, day=today_for(person))], by="api"
    )
    assert told(person)["stress"] == (8, "self", {})


def test_what_comes_later_as_filled_in_gives_way_to_what_was_typed(person: Person) -> None:
    day = today_for(person)
    filled_in, typed = (
        exposure(day=day, value=n, source=s) for n, s in ((50, SAME), (140, "self"))
    )
    for entries in ([typed, filled_in], [filled_in, typed], [filled_in]):
        stored = log_entries(person=person, entries=entries, by="t")
        assert {one.value for one in stored if isinstance(one, DayExposure)} == {140}
        assert told(person) == {"caffeine": (140, "self", {})}
    file = journal_of(person).__class__((filled_in,), "America/New_York")
    assert import_journal(person=person, journal=file, by="t").differing == 1
    assert told(person) == {"caffeine": (140, "self", {})}


def test_nothing_that_was_replaced_comes_back_beside_it(person: Person) -> None:
    day = today_for(person)
    (first,) = log_entries(
        person=person, entries=[exposure(day=day, value=50, source=SAME)], by="t"
    )
    delete_entry(person=person, id=str(first.id), by="t")
    log_entries(person=person, entries=[exposure(day=day, value=140)], by="t")
    with pytest.raises(Conflict):
        restore_entry(person=person, id=str(first.id), by="t")
    with pytest.raises(Conflict):
        undo(person=person, id=str(first.id), by="t")
    assert told(person) == {"caffeine": (140, "self", {})}


def test_an_older_journal_that_kept_both_keeps_what_was_typed(person: Person) -> None:
    day, now = today_for(person), datetime.now(UTC)
    for code, source, value in (
        ("caffeine", SAME, 50), ("caffeine", "self", 140), ("caffeine", "watch", 60),
        ("steps", SAME, 4200),
    ):  # fmt: skip
        row_of(
            exposure(code=code, day=day, source=source, value=value), person=person, now=now
        ).save()
    import_module("myolog.store.migrations.0016_said_over_filled_in").give_way(apps, None)
    found = {(one.code, one.source, one.value) for one in journal_of(person).of(DayExposure)}
    assert found == {("caffeine", "self", 140), ("caffeine", "watch", 60), ("steps", SAME, 4200)}
