"""Changing an entry: what was not touched stays, and whoever loses keeps their words."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from myolog.journal.entries import Episode
from myolog.journal.file import lines
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import delete_entry, store_episode
from myolog.store.services.people import set_zone
from tests.factories import AT, episode
from tests.filling import Fields, fields_of, filled

pytestmark = [pytest.mark.store, pytest.mark.django_db]
SAVE = ("save", "1")


@pytest.fixture
def person(person: Person) -> Person:
    """Give a person in Kolkata, five and a half hours ahead of UTC."""
    return set_zone(person=person, zone="Asia/Kolkata", by="test")


@pytest.fixture
def noted(person: Person) -> Episode:
    """Give a twitch whose fields a careless form would bend."""
    return store_episode(
        person=person,
        episode=episode(
            started_at=AT + timedelta(seconds=37),
            zone="Asia/Kolkata",
            duration_s=77,
            intensity=0,
            suspected=("caffeine", "coffee, strong", "two\nlines"),
            accompanied=("pain", "cramp"),
            note="\n first\rsecond  \r\n<b>",
        ),
        by="t",
    ).episode


def form_of(client: Client, entry: Episode) -> Fields:
    return fields_of(client.get(f"/journal/{entry.id}/").content.decode())


def only(person: Person) -> Episode:
    (found,) = journal_of(person).episodes
    return found


def test_opened_and_saved_it_is_the_same_to_the_byte(
    client: Client, person: Person, noted: Episode
) -> None:
    before = "".join(lines(journal_of(person)))
    answer = client.post(f"/journal/{noted.id}/", filled(form_of(client, noted), SAVE))
    assert answer.status_code == 302
    assert "saved" not in answer["Location"], "there is nothing to take back"
    assert "".join(lines(journal_of(person))) == before


def test_only_what_was_touched_is_changed(client: Client, person: Person, noted: Episode) -> None:
    sent = filled(form_of(client, noted), SAVE, intensity="4")
    client.post(f"/journal/{noted.id}/", sent)
    new = only(person)
    assert new.intensity == 4
    assert (new.suspected, new.note, new.started_at, new.duration_s) == (
        noted.suspected, noted.note, noted.started_at, 77,
    )  # fmt: skip


def chips_of(page: str) -> list[str]:
    return re.findall(r'name="guess" value="([^"]*)" checked', page)


def test_a_suspected_trigger_comes_back_as_its_chip_and_stays_word_for_word(
    client: Client, person: Person, noted: Episode
) -> None:
    page = client.get(f"/journal/{noted.id}/").content.decode()
    assert chips_of(page) == ["caffeine"]
    assert dict(fields_of(page))["suspected"] == "coffee, strong, twolines"
    more = filled(fields_of(page), SAVE)
    client.post(f"/journal/{noted.id}/", more | {"guess": ["caffeine", "stress"]})
    new = only(person)
    assert new.suspected == ("caffeine", "coffee, strong", "two\nlines", "stress")
    page = client.get(f"/journal/{new.id}/").content.decode()
    assert chips_of(page) == ["caffeine", "stress"]
    client.post(f"/journal/{new.id}/", filled(fields_of(page), SAVE, guess="stress"))
    assert only(person).suspected == ("coffee, strong", "two\nlines", "stress")


def test_how_long_how_strong_and_why_stand_in_the_journal_and_on_its_day(
    client: Client, noted: Episode
) -> None:
    told = "1 min 17 s, strength 0 of 10, suspected: caffeine, coffee, strong, two\nlines"
    before = noted.day + timedelta(days=1)
    for page in (f"/journal/?before={before}", f"/journal/{noted.day}/"):
        assert f"<small>{told}</small>" in client.get(page).content.decode(), page


def test_two_windows_that_touch_different_fields_are_joined(
    client: Client, person: Person, noted: Episode
) -> None:
    first, second = form_of(client, noted), form_of(client, noted)
    client.post(f"/journal/{noted.id}/", filled(first, SAVE, intensity="7"))
    answer = client.post(f"/journal/{noted.id}/", filled(second, SAVE, note="mine"))
    assert answer.status_code == 302
    assert (only(person).intensity, only(person).note) == (7, "mine")


def test_who_loses_keeps_the_text_sees_the_other_and_chooses(
    client: Client, person: Person, noted: Episode
) -> None:
    first, second = form_of(client, noted), form_of(client, noted)
    client.post(f"/journal/{noted.id}/", filled(first, SAVE, note="theirs", intensity="7"))
    lost = client.post(f"/journal/{noted.id}/", filled(second, SAVE, note="mine", duration="hours"))
    page = lost.content.decode()
    assert lost.status_code == 409
    assert "theirs" in page
    kept = dict(fields_of(page))
    assert (kept["note"], kept["duration"], kept["intensity"]) == ("mine", "hours", "7")
    assert only(person).note == "theirs"
    standing = only(person)
    assert f'action="/journal/{standing.id}/"' in page
    assert client.post(f"/journal/{standing.id}/", filled(fields_of(page), SAVE)).status_code == 302
    assert (only(person).note, only(person).intensity) == ("mine", 7)


def test_the_day_of_one_window_is_never_lost_to_the_hour_of_another(
    client: Client, person: Person, noted: Episode
) -> None:
    first, second = form_of(client, noted), form_of(client, noted)
    day = (noted.day - timedelta(days=3)).isoformat()
    client.post(f"/journal/{noted.id}/", filled(first, SAVE, day=day))
    lost = client.post(f"/journal/{noted.id}/", filled(second, SAVE, clock="08:15"))
    assert lost.status_code == 409
    assert "since you opened the page: it now says “Left calf" in lost.content.decode()
    assert str(only(person).day) == day


def test_a_double_tap_and_back_change_once(client: Client, person: Person, noted: Episode) -> None:
    form = form_of(client, noted)
    for _ in range(2):
        answer = client.post(f"/journal/{noted.id}/", filled(form, SAVE, note="mine"))
        assert answer.status_code == 302
    assert only(person).note == "mine"
    again = client.get(f"/journal/{noted.id}/")
    assert again["Location"] == f"/journal/{only(person).id}/"


def test_deleted_meanwhile_the_text_stays_and_can_be_noted_as_new(
    client: Client, person: Person, noted: Episode
) -> None:
    form = form_of(client, noted)
    delete_entry(person=person, id=str(noted.id), by="t")
    lost = client.post(f"/journal/{noted.id}/", filled(form, SAVE, note="mine"))
    page = lost.content.decode()
    assert lost.status_code == 409
    assert "This entry was deleted" in page
    assert dict(fields_of(page))["note"] == "mine"
    assert journal_of(person).episodes == ()
    sent = filled(fields_of(page), ("as_new", "1"))
    for _ in range(2):
        assert client.post(f"/journal/{noted.id}/", sent).status_code == 302
    assert (only(person).note, only(person).started_at) == ("mine", noted.started_at)


def test_another_place_by_a_button_keeps_what_was_typed(
    client: Client, person: Person, noted: Episode
) -> None:
    sent = filled(form_of(client, noted), ("choose", "calf/right"), note="typed", intensity="3")
    kept = dict(fields_of(client.post(f"/journal/{noted.id}/", sent).content.decode()))
    assert (kept["place"], kept["note"], kept["intensity"]) == ("calf/right", "typed", "3")
    assert only(person) == noted


@pytest.mark.parametrize("button", [("look_up", "1"), ("save", "enter")])
def test_looking_a_place_up_keeps_what_was_typed(
    client: Client, person: Person, noted: Episode, button: tuple[str, str]
) -> None:
    sent = filled(form_of(client, noted), button, note="typed", intensity="3", find="glut")
    answer = client.post(f"/journal/{noted.id}/", sent)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert ">Buttock<" in text
    assert ">Calf<" not in text
    kept = dict(fields_of(text))
    assert (kept["find"], kept["note"], kept["intensity"]) == ("glut", "typed", "3")
    assert only(person) == noted
    assert client.post(f"/journal/{noted.id}/", filled(fields_of(text), SAVE)).status_code == 302
    assert (only(person).note, only(person).intensity) == ("typed", 3)


def test_the_other_side_is_tapped_twice_and_set_once(
    client: Client, person: Person, noted: Episode
) -> None:
    for _ in range(2):
        answer = client.post(f"/journal/{noted.id}/other-side/")
        assert answer.status_code == 302
    assert only(person).side == "right"


def test_deleting_an_old_version_deletes_nothing_unseen(
    client: Client, person: Person, noted: Episode
) -> None:
    client.post(f"/journal/{noted.id}/", filled(form_of(client, noted), SAVE, note="theirs"))
    answer = client.post(f"/journal/{noted.id}/delete/", follow=True)
    assert "changed elsewhere meanwhile" in answer.content.decode()
    assert only(person).note == "theirs"
    standing = only(person)
    for _ in range(2):
        gone = client.post(f"/journal/{standing.id}/delete/", follow=True)
        assert f'/journal/{standing.id}/restore/"' in gone.content.decode()
    assert journal_of(person).episodes == ()
