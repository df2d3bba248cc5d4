"""Quick choices come back in the words that were chosen, and never as if they had been measured."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from myolog.cli.main import main
from myolog.journal.entries import DayExposure
from myolog.store.selectors import Person, journal_of
from myolog.store.services.people import set_language
from myolog.web.moment import today_for
from tests.web.markup import in_one_line

pytestmark = pytest.mark.django_db

CHOSEN = {"sleep": "under_6", "stress": "a_lot", "exercise": "under_30", "screens": "over_8"}


def told(**over: str) -> dict[str, str]:
    return {"key": str(uuid4()), "save": "1", **over}


def stored(person: Person) -> dict[str, tuple[float, str]]:
    return {one.code: (one.value, one.said) for one in journal_of(person).of(DayExposure)}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("leep under 6 h", "tress a lot", "xercise under 30 min")),
        ("de", ("chlaf unter 6 h", "tress viel", "ewegung unter 30 min")),
    ],
)
def test_the_journal_the_day_and_the_terminal_say_the_same_words(
    client: Client,
    person: Person,
    capsys: pytest.CaptureFixture[str],
    language: str,
    words: tuple[str, ...],
) -> None:
    set_language(person=person, language=language, by="test")
    client.post("/day/", told(**CHOSEN))
    assert stored(person) == {
        "sleep_min": (330, "under_6"),
        "stress": (8, "a_lot"),
        "exercise_min": (20, "under_30"),
        "screen_h": (10, "over_8"),
    }
    page = client.get("/journal/").content.decode()
    day = client.get("/day/").content.decode()
    with pytest.raises(SystemExit):
        main(["journal"])
    printed = capsys.readouterr().out
    for word in words:
        assert word in page
        name, _, said = word.partition(" ")
        assert f"{name}: {said}" in day
        assert f"{name}: {said}" in printed
    for shown in (page, day, printed):
        assert not re.search(r"5 h 30|330 min|8 (of|von) 10", shown)


def test_a_number_that_is_typed_is_a_number(client: Client, person: Person) -> None:
    client.post("/day/", told(sleep="under_6", **{"value:sleep_min": "330"}))
    assert stored(person) == {"sleep_min": (330, "")}
    assert "leep 5 h 30" in client.get("/journal/").content.decode()


def test_same_as_yesterday_keeps_the_word(client: Client, person: Person) -> None:
    yesterday = today_for(person) - timedelta(days=1)
    client.post("/day/", told(date=str(yesterday), **CHOSEN))
    assert "under 6 h" in client.get("/day/").content.decode()
    client.post("/day/", told(same="1"))
    said = {(one.day, one.said) for one in journal_of(person).of(DayExposure)}
    assert (today_for(person), "under_6") in said


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("stress=a lot", {"stress": (8, "a_lot")}),
        ("sleep_min=Under 6", {"sleep_min": (330, "under_6")}),
        ("stress=8", {"stress": (8, "")}),
    ],
)
def test_a_terminal_takes_the_same_words(
    person: Person, capsys: pytest.CaptureFixture[str], typed: str, kept: dict[str, object]
) -> None:
    with pytest.raises(SystemExit):
        main(["day", "--set", typed])
    capsys.readouterr()
    assert stored(person) == kept


def test_the_length_of_a_twitch_is_shown_as_it_was_said(
    client: Client, person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    client.post("/log/", told(place="calf/left", duration="minutes"))
    (episode,) = journal_of(person).episodes
    assert (episode.duration_s, episode.duration_said) == (300, "minutes")
    form = client.get(f"/journal/{episode.id}/").content.decode()
    assert 'value="minutes" checked' in form
    with pytest.raises(SystemExit):
        main(["journal"])
    assert ", some minutes" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["log", "calf", "right", "--for", "5 min"])
    measured = journal_of(person).episodes[-1]
    assert (measured.duration_s, measured.duration_said) == (300, "")
    form = client.get(f"/journal/{measured.id}/").content.decode()
    assert re.search(r'name="duration" value="300" checked>5 min', in_one_line(form))


def test_an_edit_keeps_the_word_or_takes_a_length_in_its_place(
    client: Client, person: Person
) -> None:
    client.post("/log/", told(place="calf/left", duration="seconds"))
    (episode,) = journal_of(person).episodes
    client.post(f"/journal/{episode.id}/", told(place="calf/right", duration="seconds"))
    (changed,) = journal_of(person).episodes
    assert (changed.duration_s, changed.duration_said) == (10, "seconds")
    client.post(f"/journal/{changed.id}/", told(place="calf/right", duration="10"))
    (changed,) = journal_of(person).episodes
    assert (changed.duration_s, changed.duration_said) == (10, "")
