"""The look back on a whole day, "none today" and the weekly look at daily tasks."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from myolog.journal.entries import DayExposure, DayTally, NoneToday, ProfileFact, TaskCheck
from myolog.journal.provenance import SAME_AS_YESTERDAY
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_entry
from myolog.vocabulary.choices import SAID
from myolog.web.moment import today_for
from tests.web.markup import in_one_line

pytestmark = pytest.mark.django_db


def told(**over: object) -> dict[str, object]:
    return {"key": str(uuid4()), "shown": ["calf/left", "thigh/right"], "save": "1"} | over


def test_each_place_and_the_quick_choices_are_stored(
    client: Client, person: Person, django_assert_max_num_queries
) -> None:
    form = told(
        **{
            "place:calf/left": "many",
            "place:thigh/right": "none",
            "drink:filter_coffee": "2",
            "drink:water": "6",
            "sleep": "6_to_7",
            "stress": "some",
        }
    )
    with django_assert_max_num_queries(25):
        answer = client.post("/day/", form)
    assert answer.status_code == 302
    journal, today = journal_of(person), today_for(person)
    assert {(t.site, t.side, t.amount) for t in journal.tallies} == {
        ("calf", "left", "many"),
        ("thigh", "right", "none"),
    }
    assert journal.exposure_values[today] == {
        "caffeine": 180,
        "water_ml": 1600,
        "sleep_min": SAID["sleep_min"]["6_to_7"],
        "stress": SAID["stress"]["some"],
    }


def test_what_is_left_blank_stays_unknown(client: Client, person: Person) -> None:
    client.post("/day/", told(**{"place:calf/left": "some"}))
    journal = journal_of(person)
    assert journal.of(DayExposure) == ()
    assert [(t.site, t.side) for t in journal.tallies] == [("calf", "left")]


def test_a_number_counts_more_than_a_quick_choice(client: Client, person: Person) -> None:
    client.post("/day/", told(sleep="over_8", **{"value:sleep_min": "400"}))
    assert journal_of(person).of(DayExposure)[0].value == 400


def test_same_as_yesterday_is_stored_as_such(client: Client, person: Person) -> None:
    yesterday = today_for(person) - timedelta(days=1)
    client.post("/day/", told(date=str(yesterday), stress="a_lot", **{"drink:black_tea": "1"}))
    page = in_one_line(client.get("/day/").content.decode())
    assert f"Same as {yesterday:%a} {yesterday.day}</button>" in page
    assert "<b>caffeine 50 mg (1 × black tea, mug), stress a lot.</b>" in page
    client.post("/day/", told(same="1", stress="calm"))
    today = [one for one in journal_of(person).of(DayExposure) if one.day != yesterday]
    assert {(one.code, one.value, one.source) for one in today} == {
        ("caffeine", 50, SAME_AS_YESTERDAY),
        ("stress", SAID["stress"]["calm"], "self"),
    }


def test_one_more_works_without_a_script(client: Client, person: Person) -> None:
    answer = client.post("/day/", told(bump="black_tea:+1", **{"drink:black_tea": "1"}))
    text = in_one_line(answer.content.decode())
    assert re.search(r'name="drink:black_tea"[^>]* value="2">', text)
    assert journal_of(person).entries == ()


def test_a_place_is_added_with_its_side(client: Client, person: Person) -> None:
    text = client.post(
        "/day/", told(add="1", **{"add-site": "web", "add-side": "right"})
    ).content.decode()
    assert 'value="web/right"' in text
    unsided = client.post(
        "/day/", told(add="1", **{"add-site": "web", "add-side": ""})
    ).content.decode()
    assert "Say which side" in unsided


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value:caffeine", "a lot"),
        ("value:caffeine", "-5"),
        ("value:caffeine", "99999"),
        ("value:caffeine", "nan"),
        ("drink:espresso", "1000"),
        ("place:calf/left", "loads"),
    ],
)
def test_bad_input_is_one_sentence_and_stores_nothing(
    field: str, value: str, client: Client, person: Person
) -> None:
    answer = client.post("/day/", told(**{field: value}))
    assert answer.status_code == 400
    assert journal_of(person).entries == ()


FOLD = re.compile(r'<details class="fold"( open)?>.*?</details>', re.DOTALL)


def folds_around(name: str, text: str) -> list[str]:
    """Return the folds in which a field stands: " open" or nothing for each."""
    return [fold[1] or "" for fold in FOLD.finditer(text) if f'name="{name}"' in fold[0]]


@pytest.mark.parametrize(
    ("field", "value"),
    [("value:water_ml", "a lot"), ("value:water_ml", "99999999"), ("drink:cola", "x")],
)
def test_a_fold_with_a_refused_value_is_open(
    field: str, value: str, client: Client, person: Person
) -> None:
    assert folds_around(field, client.get("/day/").content.decode()) == [""]
    text = client.post("/day/", told(**{field: value})).content.decode()
    assert folds_around(field, text) == [" open"]
    name = re.escape(field)
    described = (
        f'name="{name}"[^>]* value="{value}" aria-invalid="true" aria-describedby="{name}-err"'
    )
    assert re.search(described, text)
    assert f'<p class="err" id="{field}-err">' in text


@pytest.mark.parametrize(
    ("age", "first", "folded"),
    [
        (15, ["black_tea", "cola", "energy_drink"], "espresso"),
        (16, ["espresso", "filter_coffee", "black_tea"], "cola"),
        (None, ["espresso", "filter_coffee", "black_tea"], "cola"),
    ],
)
def test_a_child_is_offered_what_children_drink(
    age: int | None, first: list[str], folded: str, client: Client, person: Person
) -> None:
    if age is not None:
        told_age = ProfileFact(day=today_for(person), code="age_years", value=age)
        log_entry(person=person, entry=told_age, by="test")
    page = client.get("/day/").content.decode()
    assert re.findall('name="drink:([^"]+)"', page)[:3] == first
    assert folds_around(f"drink:{folded}", page) == [""]


def test_a_fold_with_a_number_typed_stays_open_when_another_is_refused(
    client: Client, person: Person
) -> None:
    form = told(**{"value:water_ml": "800", "drink:filter_coffee": "x"})
    text = client.post("/day/", form).content.decode()
    assert folds_around("value:water_ml", text) == [" open"]
    assert folds_around("drink:cola", text) == [""]


def test_a_double_tap_stores_once(client: Client, person: Person) -> None:
    form = told(**{"place:calf/left": "some"})
    client.post("/day/", form)
    client.post("/day/", form)
    assert len(journal_of(person).of(DayTally)) == 1


def test_none_today_is_one_tap(client: Client, person: Person) -> None:
    answer = client.post("/day/none/", {"key": str(uuid4())}, follow=True)
    assert "Saved: none today." in answer.content.decode()
    assert len(journal_of(person).of(NoneToday)) == 1


def undo_of(page: str) -> str:
    (address,) = re.findall(r'action="(/journal/[^/"]+/undo/)"', page)
    return str(address)


def test_none_today_can_be_undone(client: Client, person: Person) -> None:
    page = client.post("/day/none/", {"key": str(uuid4())}, follow=True).content.decode()
    client.post(undo_of(page))
    assert journal_of(person).entries == ()


@pytest.mark.parametrize(
    ("address", "twitch"),
    [
        ("/log/", {"place": "calf/left", "save": "1"}),
        ("/day/", {"place:calf/left": "some", "shown": "calf/left", "save": "1"}),
    ],
)
def test_none_that_gives_way_to_a_twitch_is_said_and_comes_back_with_undo(
    client: Client, person: Person, address: str, twitch: dict[str, str]
) -> None:
    client.post("/day/none/", {})
    page = client.post(address, twitch, follow=True).content.decode()
    assert "<p>Taken out: No twitch noticed</p>" in page
    client.post(undo_of(page))
    (back,) = journal_of(person).entries
    assert isinstance(back, NoneToday)
    again = client.post("/log/", {"place": "calf/left", "save": "1"}, follow=True).content.decode()
    assert "Taken out: No twitch noticed" in again
    second = client.post("/log/", {"place": "calf/left", "save": "1"}, follow=True).content.decode()
    assert "Taken out" not in second, "it gave way before"


def test_none_today_gives_way_to_a_twitch_and_never_hides_one(
    client: Client, person: Person
) -> None:
    client.post("/log/", {"place": "calf/left", "save": "1"})
    answer = client.post("/day/none/", {})
    assert answer.status_code == 400
    assert journal_of(person).of(NoneToday) == ()


def test_the_weekly_look_is_stored(client: Client, person: Person) -> None:
    answer = client.post("/day/tasks/", {"key": str(uuid4()), "grip": "harder", "keys": "fine"})
    assert answer.status_code == 302
    (look,) = journal_of(person).of(TaskCheck)
    assert dict(look.answers) == {"grip": "harder", "keys": "fine"}


def test_an_empty_weekly_look_is_one_sentence(client: Client, person: Person) -> None:
    answer = client.post("/day/tasks/", {"key": str(uuid4())})
    assert answer.status_code == 400
    assert "Answer at least one task" in answer.content.decode()
    assert client.post("/day/tasks/", {"grip": "heavy"}).status_code == 400
    assert journal_of(person).entries == ()


def test_the_weekly_look_is_offered_when_it_is_due(client: Client, person: Person) -> None:
    client.post("/day/none/", {})
    assert "/day/tasks/" in client.get("/").content.decode()
    client.post("/day/tasks/", {"grip": "fine"})
    assert "/day/tasks/" not in client.get("/").content.decode()


def test_a_past_day_can_be_filled_in_and_a_future_one_cannot(
    client: Client, person: Person
) -> None:
    day = today_for(person) - timedelta(days=40)
    client.post("/day/", told(date=str(day), **{"place:calf/left": "some"}))
    assert [one.day for one in journal_of(person).tallies] == [day]
    future = today_for(person) + timedelta(days=3)
    assert client.post("/day/", told(date=str(future))).status_code == 400


def asked_about(text: str) -> set[str]:
    """Return the exposures and questions that the check-in shows."""
    found = re.findall(r'name="(?:value:(\w+)|(sleep|stress|exercise|screens)|drink:(\w+))"', text)
    return {part for names in found for part in names if part}


def keep_track_of(client: Client, *codes: str) -> None:
    form = {"way": "usual", "tracked": "1", "code": codes, "key": str(uuid4())}
    assert client.post("/settings/noting/", form).status_code == 302


def chosen_in(page: str) -> list[str]:
    ticks = re.findall(r'name="code" value="(\w+)" form="ways"( checked)?', in_one_line(page))
    assert len(ticks) > 30
    return [code for code, checked in ticks if checked]


def test_the_check_in_asks_about_what_the_person_keeps_track_of(
    client: Client, person: Person
) -> None:
    default = asked_about(client.get("/day/").content.decode())
    assert {"sleep", "stress", "filter_coffee", "water", "caffeine"} <= default
    assert not {"beer", "exercise", "screens", "cold"} & default
    keep_track_of(client, "alcohol_g", "exercise_min", "screen_h", "cold", "sleep_quality")
    text = client.get("/day/").content.decode()
    assert {"beer", "wine", "spirits", "exercise", "screens", "cold", "sleep_quality"} <= (
        asked_about(text)
    )
    assert not {"sleep", "stress", "filter_coffee", "water", "caffeine"} & asked_about(text)
    client.post("/day/", told(exercise="30_to_60", screens="4_to_8", **{"value:cold": "1"}))
    values = journal_of(person).exposure_values[today_for(person)]
    assert values == {
        "exercise_min": SAID["exercise_min"]["30_to_60"],
        "screen_h": SAID["screen_h"]["4_to_8"],
        "cold": 1,
    }


def test_nothing_need_be_kept_track_of(client: Client) -> None:
    keep_track_of(client)
    assert asked_about(client.get("/day/").content.decode()) == set()
    page = client.get("/settings/noting/").content.decode()
    assert chosen_in(page) == []


def test_the_choice_stands_in_settings_and_in_the_exported_file(
    client: Client, person: Person
) -> None:
    keep_track_of(client, "stress", "caffeine", "wings")
    page = client.get("/settings/noting/").content.decode()
    assert chosen_in(page) == ["caffeine", "stress"]
    exported = client.get("/settings/take/jsonl/").content.decode()
    assert '"tracked"' in exported
    assert '"caffeine stress"' in exported
    day = client.get(f"/journal/{today_for(person)}/").content.decode()
    assert "What to keep track of: caffeine, stress" in day


def test_a_place_that_was_chosen_and_left_is_asked_about_when_the_day_is_saved(
    client: Client, person: Person
) -> None:
    sent = {"add-site": "eyelid", "add-side": "left", "sleep": "over_8", "save": "1"}
    page = client.post("/day/", sent)
    assert page.status_code == 400
    shown = page.content.decode()
    assert "Say how much it was at the place you chose" in shown
    assert 'name="shown" value="eyelid/left"' in shown
    assert journal_of(person).entries == ()
    told = {"shown": "eyelid/left", "place:eyelid/left": "some", "sleep": "over_8", "save": "1"}
    assert client.post("/day/", told).status_code == 302
    assert [one.site for one in journal_of(person).of(DayTally)] == ["eyelid"]
