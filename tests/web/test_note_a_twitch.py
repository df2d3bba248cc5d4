"""Noting one twitch: two taps, the side repeated, once however often it is sent."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from myolog.journal.entries import Episode
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_episode
from myolog.vocabulary.sites import SITES
from myolog.web.moment import today_for
from tests.filling import fields_of, filled
from tests.web.markup import in_one_line

pytestmark = pytest.mark.django_db


def told(**over: str) -> dict[str, str]:
    return {"key": str(uuid4()), "place": "calf/left", "save": "1"} | over


def test_choosing_a_place_stores_nothing_and_repeats_it_in_the_button(
    client: Client, person: Person
) -> None:
    text = client.post(
        "/log/", {"choose": "forearm/right", "note": "after tennis"}
    ).content.decode()
    assert "Save: right forearm" in text
    assert "Left instead" in text
    assert "after tennis" in text
    assert journal_of(person).entries == ()


def test_saving_stores_everything_that_was_told(
    client: Client, person: Person, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(20):
        answer = client.post(
            "/log/",
            told(
                day="2026-03-09",
                clock="14:20",
                duration="minute",
                accompanied="cramp",
                intensity="4",
                guess="stress",
                suspected="coffee, little sleep, stress",
                note="<b>bold</b>",
            ),
        )
    assert answer.status_code == 302
    (episode,) = journal_of(person).episodes
    assert (episode.site, episode.side, episode.duration_s) == ("calf", "left", 60)
    assert (episode.accompanied, episode.intensity) == (("cramp",), 4)
    assert episode.suspected == ("stress", "coffee", "little sleep")
    assert episode.day.isoformat() == "2026-03-09"
    shown = client.get(f"/journal/{episode.id}/").content.decode()
    assert "&lt;b&gt;bold" in shown
    assert "<b>bold" not in shown


def test_a_double_tap_stores_once(client: Client, person: Person) -> None:
    form = told(day="2026-03-09", clock="14:20")
    first, second = client.post("/log/", form), client.post("/log/", form)
    assert first.headers["location"] == second.headers["location"]
    assert len(journal_of(person).episodes) == 1


def test_a_used_key_with_another_place_is_refused_in_words(client: Client, person: Person) -> None:
    form = told(day="2026-03-09", clock="14:20")
    client.post("/log/", form)
    answer = client.post("/log/", form | {"place": "calf/right"})
    assert answer.status_code == 400
    assert len(journal_of(person).episodes) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("place", "wing/left"),
        ("place", "calf/up"),
        ("place", ""),
        ("day", "2999-01-01"),
        ("day", "1066-10-14"),
        ("day", "yesterday"),
        ("clock", "25:61"),
        ("duration", "-3"),
        ("intensity", "11"),
        ("note", "x" * 100_000),
        ("note", "nul\x00"),
    ],
)
def test_bad_input_is_one_sentence_and_stores_nothing(
    field: str, value: str, client: Client, person: Person
) -> None:
    answer = client.post("/log/", told(**{field: value}))
    assert answer.status_code == 400
    assert "not saved yet" in answer.content.decode()
    assert journal_of(person).entries == ()


def test_a_problem_is_tied_to_its_field(client: Client) -> None:
    text = client.post("/log/", told(intensity="11")).content.decode()
    assert re.search(r'id="intensity"[^>]*aria-describedby="intensity-err"', text)
    assert 'id="intensity-err"' in text


def test_what_was_saved_is_said_with_undo_and_the_other_side(
    client: Client, person: Person
) -> None:
    answer = client.post("/log/", told(), follow=True)
    text = answer.content.decode()
    assert "your left calf" in text
    (episode,) = journal_of(person).episodes
    client.post(f"/journal/{episode.id}/other-side/")
    assert [one.side for one in journal_of(person).episodes] == ["right"]


def test_undo_takes_it_back(client: Client, person: Person) -> None:
    client.post("/log/", told())
    (episode,) = journal_of(person).episodes
    answer = client.post(f"/journal/{episode.id}/undo/", follow=True)
    assert "Taken back." in answer.content.decode()
    assert journal_of(person).entries == ()


def test_a_recent_place_is_offered_first(client: Client, person: Person) -> None:
    client.post("/log/", told(place="thumb/right"))
    text = client.get("/log/").content.decode()
    assert text.index('value="thumb/right"') < text.index('value="eyelid/left"')


def test_the_arch_of_the_foot_comes_with_a_word_of_calm(client: Client) -> None:
    assert "nearly everyone" in client.get("/log/?place=sole/left").content.decode()


def test_changing_a_note_revises_it(client: Client, person: Person) -> None:
    client.post("/log/", told(note="first"))
    (before,) = journal_of(person).episodes
    address = f"/journal/{before.id}/"
    assert "first" in client.get(address).content.decode()
    answer = client.post(address, told(place="calf/right", note="second", day="2026-03-09"))
    assert answer.status_code == 302
    (after,) = journal_of(person).episodes
    assert isinstance(after, Episode)
    assert (after.side, after.note, after.id != before.id) == ("right", "second", True)
    again = client.post(address, told(note="second", place="calf/right"))
    assert again.status_code == 302, "sent twice, it is changed once"
    assert journal_of(person).episodes == (after,)


def test_changing_a_note_keeps_the_zone_it_was_made_in(client: Client, person: Person) -> None:
    made = log_episode(
        person=person,
        site="calf",
        side="left",
        started_at=datetime(2026, 3, 9, 1, 30, tzinfo=UTC),
        zone="America/New_York",
        by="test",
    ).episode
    address = f"/journal/{made.id}/"
    text = client.get(address).content.decode()
    assert 'value="21:30"' in text
    assert "America/New_York" in text
    client.post(address, told(day="2026-03-08", clock="21:30", note="new"))
    (after,) = journal_of(person).episodes
    assert (after.started_at, after.zone, after.day) == (made.started_at, made.zone, made.day)


def test_changing_words_leaves_the_moment_alone(client: Client, person: Person) -> None:
    second_half_past_two = datetime(2025, 10, 26, 1, 30, 17, tzinfo=UTC)  # clocks went back at 3
    stored = log_episode(
        person=person,
        site="calf",
        side="left",
        started_at=second_half_past_two,
        zone="Europe/Berlin",
        by="test",
    ).episode
    form = told(day="2025-10-26", clock="02:30", note="new words")
    assert client.post(f"/journal/{stored.id}/", form).status_code == 302
    (changed,) = journal_of(person).episodes
    assert (changed.note, changed.started_at) == ("new words", second_half_past_two)


def test_the_end_of_a_line_counts_as_one_character(client: Client, person: Person) -> None:
    lines = "\n".join(["x" * 99] * 100)
    assert len(lines) == 9_999
    answer = client.post("/log/", told(note=lines.replace("\n", "\r\n")))
    assert answer.status_code == 302
    assert journal_of(person).episodes[0].note == lines


def test_the_note_is_read_again_on_its_day(client: Client, person: Person) -> None:
    client.post("/log/", told(day="2026-03-09", clock="12:00", note="after <b>tennis</b>"))
    text = client.get("/journal/2026-03-09/").content.decode()
    assert "after &lt;b&gt;tennis&lt;/b&gt;" in text


def test_every_place_can_be_chosen_from_the_list(client: Client) -> None:
    text = client.get("/log/").content.decode()
    offered = set(re.findall(r'name="choose" value="([\w/]+)"', in_one_line(text)))
    for code, site in SITES.items():
        expected = {"LR": {f"{code}/left", f"{code}/right"}, "M": {code}}
        assert expected.get(site.sides, {f"{code}/left", f"{code}/right", code}) <= offered


def test_the_list_is_searched_without_a_script(client: Client) -> None:
    def found(text: str) -> list[str]:
        page = client.post("/log/", {"find": text, "look_up": "1"}).content.decode()
        return re.findall(r'<li data-words="(\w+)', page)

    assert found("calf") == ["calf"]
    assert found("GLUT") == ["buttock"]
    assert found("upper arm") == ["upper", "front", "back"]
    assert found("") == found(" ")
    text = client.post("/log/", {"find": '"><script>', "look_up": "1"}).content.decode()
    assert "No place on the list is called that" in text
    assert "<script>" not in text


TYPED = {"note": "two\r\nlines", "intensity": "3", "clock": "07:05", "suspected": "tea, cold"}


@pytest.mark.parametrize("button", [("look_up", "1"), ("save", "enter")])
def test_looking_a_place_up_keeps_what_was_typed(
    client: Client, person: Person, button: tuple[str, str]
) -> None:
    typed = TYPED | {"day": str(today_for(person) - timedelta(days=1))}
    page = client.get("/log/", {"place": "calf/left"}).content.decode()
    sent = filled(fields_of(page), button, **typed, find="glut", say="left foot") | {
        "accompanied": ["cramp", "tingling"], "guess": ["stress"],
    }  # fmt: skip
    answer = client.post("/log/", sent)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert re.findall(r'<li data-words="(\w+)', text) == ["buttock"]
    again = filled(fields_of(text))
    assert {name: again[name] for name in typed} == {name: [told] for name, told in typed.items()}
    assert (again["accompanied"], again["guess"]) == (["cramp", "tingling"], ["stress"])
    assert (again["place"], again["find"], again["say"]) == (["calf/left"], ["glut"], ["left foot"])
    assert journal_of(person).entries == ()

    chosen = client.post("/log/", again | {"choose": ["buttock/right"]}).content.decode()
    assert dict(fields_of(chosen))["find"] == "", "the search has found its place"
    assert client.post("/log/", filled(fields_of(chosen), ("save", "1"))).status_code == 302
    (episode,) = journal_of(person).episodes
    assert (episode.site, episode.side, episode.note) == ("buttock", "right", "two\nlines")
    assert (episode.accompanied, episode.intensity) == (("cramp", "tingling"), 3)
    assert episode.suspected == ("stress", "tea", "cold")


def regions(text: str) -> dict[str, bool]:
    """Return place and whether it is marked, of every region of the body."""
    found = re.findall(r'<a class="r"[^>]*data-place="([\w/]+)"( aria-current="true")?', text)
    return {place: bool(chosen) for place, chosen in found}


@pytest.mark.parametrize("address", ["/", "/log/"])
def test_the_body_is_made_of_links_to_places(address: str, client: Client) -> None:
    client.post("/log/", told())
    text = in_one_line(client.get(address).content.decode())
    assert (
        'href="/log/?place=shin/right" data-place="shin/right" aria-label="Your right shin' in text
    )
    assert not any(regions(text).values())


@pytest.mark.parametrize(
    ("place", "marked"),
    [
        ("calf/left", {"calf/left"}),
        ("calf/both", {"calf/left", "calf/right"}),
        ("calf", set()),
        ("neck", {"neck"}),
        ("tongue", {"tongue"}),
        ("paraspinal/left", set()),
    ],
)
def test_the_chosen_place_is_marked_on_the_body(
    place: str, marked: set[str], client: Client
) -> None:
    text = client.get("/log/", {"place": place}).content.decode()
    assert {one for one, chosen in regions(text).items() if chosen} == marked


@pytest.mark.parametrize(
    ("place", "look"),
    [
        ("calf/left", "body"),
        ("eyelid/left", "face"),
        ("thumb/left", "hands"),
        ("sole/left", "feet"),
    ],
)
def test_the_part_of_the_body_that_has_the_place_is_shown(
    place: str, look: str, client: Client
) -> None:
    text = client.get("/log/", {"place": place}).content.decode()
    assert re.findall(r'data-shows="(\w+)">', text) == [look]


def test_looking_at_another_part_keeps_what_was_typed(client: Client, person: Person) -> None:
    form = {"place": "calf/left", "note": "after tennis", "look": "face"}
    text = client.post("/log/", form).content.decode()
    assert re.findall(r'data-shows="(\w+)">', text) == ["face"]
    assert "after tennis" in text
    assert "Save: left calf" in text
    assert journal_of(person).entries == ()
