"""Saying a twitch in one line: it fills the form, marks each part, and stores nothing."""

import re
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from myolog.store.selectors import Person, journal_of
from myolog.store.services.people import set_language
from tests.corpus.phrases import TUNING, phrases
from tests.filling import fields_of, filled
from tests.web.markup import in_one_line

pytestmark = pytest.mark.django_db

LINE = "left calf 2 min after espresso yesterday evening, strong, cramp, in bed"


def page(client: Client, text: str, status: int = 200, **typed: str) -> str:
    answer = client.post("/log/", {"say": text, "fill": "1"} | typed)
    assert answer.status_code == status
    return answer.content.decode()


def value(html: str, name: str) -> str:
    found = re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', html)
    assert found, name
    return found[1]


def test_a_line_fills_the_form_and_marks_each_part(client: Client, person: Person) -> None:
    html = page(client, LINE)
    assert "Save: left calf" in html
    assert value(html, "place") == "calf/left"
    assert value(html, "clock") == ""
    assert dict(fields_of(html))["rough"] == "evening"
    assert value(html, "intensity") == "7"
    assert re.search(r'name="guess" value="caffeine" checked', html), "what has a chip is one"
    assert value(html, "suspected") == ""
    assert re.search(r'name="duration" value="120" checked>2 min', in_one_line(html))
    assert re.search(r'value="cramp" checked', html)
    assert ">\nin bed</textarea>" in html  # a browser leaves the first line feed out
    assert html.count("<small>from your words</small>") == 7
    assert '<q class="muted">espresso</q>' in html
    assert journal_of(person).entries == ()


def test_a_line_of_less_strength_is_offered_the_check(client: Client) -> None:
    html = page(client, "dad's right hand weak since monday, cant turn key")
    assert "more than a twitch. Please do the check" in html
    assert re.search(r'href="/check/"[^>]*>Start the check', in_one_line(html))
    assert value(html, "intensity") == "", "weak is no strength of a twitch here"
    assert "more than a twitch" not in page(client, "weak twitch in the left hand")


def test_a_line_is_read_in_the_language_of_the_page(client: Client, person: Person) -> None:
    set_language(person=person, language="de", by="test")
    html = page(client, "linke Wade vorgestern Abend, 2 Minuten, nach Kaffee, koffeinfreie Cola")
    assert "Ihre Worte, auf Deutsch" in html
    assert value(html, "place") == "calf/left"
    assert dict(fields_of(html))["rough"] == "evening"
    assert re.search(r'name="guess" value="caffeine" checked', html)
    assert ">\nkoffeinfreie Cola</textarea>" in html
    assert journal_of(person).entries == ()


def test_what_was_filled_in_is_what_is_stored(client: Client, person: Person) -> None:
    html = page(client, LINE)
    client.post(
        "/log/",
        {"key": value(html, "key"), "save": "1", "accompanied": "cramp", "duration": "120"}
        | {"guess": dict(fields_of(html))["guess"]}
        | {name: value(html, name) for name in ("place", "day", "clock", "intensity", "suspected")},
    )
    (episode,) = journal_of(person).episodes
    assert (episode.site, episode.side, episode.duration_s) == ("calf", "left", 120)
    assert (episode.suspected, episode.intensity) == (("caffeine",), 7)


def test_what_a_page_filled_in_is_stored_when_nothing_of_it_is_touched(
    client: Client, person: Person
) -> None:
    place = client.get("/log/?place=calf/left").content.decode()
    line = dict(fields_of(place)) | {"say": "left calf 10 minutes 6/10 after coffee", "fill": "1"}
    read = client.post("/log/", line).content.decode()
    for page in (place, read):
        assert client.post("/log/", filled(fields_of(page), ("save", "1"))).status_code == 302
    noted = sorted(journal_of(person).episodes, key=lambda one: one.intensity or 0)
    assert [(one.site, one.side, one.intensity) for one in noted] == [
        ("calf", "left", None), ("calf", "left", 6),
    ]  # fmt: skip
    assert [one.suspected for one in noted] == [(), ("caffeine",)]


def test_a_length_that_was_told_survives_a_change_of_the_entry(
    client: Client, person: Person
) -> None:
    client.post("/log/", {"place": "calf/left", "save": "1", "duration": "45"})
    (episode,) = journal_of(person).episodes
    html = in_one_line(client.get(f"/journal/{episode.id}/").content.decode())
    assert re.search(r'name="duration" value="45" checked>45 s', html)
    form = {"place": "calf/right", "save": "1", "duration": "45", "key": value(html, "key")}
    client.post(f"/journal/{episode.id}/", form)
    (changed,) = journal_of(person).episodes
    assert (changed.side, changed.duration_s) == ("right", 45)


def test_a_line_fills_what_was_left_open_and_nothing_that_was_typed(
    client: Client, person: Person
) -> None:
    empty = client.get("/log/").content.decode()
    typed = filled(fields_of(empty), ("fill", "1"), say=LINE, note="as I typed it", intensity="2")
    first = client.post("/log/", typed).content.decode()
    kept = dict(fields_of(first))
    assert (kept["note"], kept["intensity"], kept["say"]) == ("as I typed it", "2", LINE)
    assert (kept["place"], kept["rough"], kept["guess"]) == ("calf/left", "evening", "caffeine")
    assert first.count("<small>from your words</small>") == 5, "not beside note and strength"

    other = "right calf 45 s yesterday morning, strong, at my desk"
    again = filled(fields_of(first), ("fill", "1"), say=other)
    second = dict(fields_of(client.post("/log/", again).content.decode()))
    assert (second["note"], second["intensity"]) == ("as I typed it", "2")
    assert (second["place"], second["duration"], second["suspected"]) == ("calf/right", "45", "")
    assert not {"accompanied", "guess"} & set(second)
    assert journal_of(person).entries == ()


def test_enter_in_the_line_reads_it_and_enter_elsewhere_saves(
    client: Client, person: Person
) -> None:
    enter = ("save", "enter")
    empty = client.get("/log/").content.decode()
    answer = client.post("/log/", filled(fields_of(empty), enter, say=LINE))
    assert answer.status_code == 200
    assert journal_of(person).entries == ()
    sent = filled(fields_of(answer.content.decode()), enter, note="and on")
    assert client.post("/log/", sent).status_code == 302
    (episode,) = journal_of(person).episodes
    assert (episode.site, episode.note) == ("calf", "and on")


def test_a_vague_place_offers_what_it_may_mean_with_the_side(client: Client) -> None:
    html = in_one_line(page(client, "left leg a few minutes"))
    assert "fits more than one place" in html
    assert 'name="choose" value="thigh/left"' in html
    assert re.search(r'value="minutes" checked', html)
    exact = in_one_line(page(client, "left leg 5 min"))  # a length that was told stays a number
    assert re.search(r'value="300" checked>5 min', exact)


def test_a_choice_of_place_keeps_what_the_line_said(client: Client) -> None:
    html = client.post(
        "/log/", {"choose": "thigh/left", "duration": "120", "note": "in bed"}
    ).content.decode()
    assert "Save: left thigh" in html
    assert re.search(r'name="duration" value="120" checked', html)


def test_a_line_about_a_day_leads_to_the_look_back(client: Client) -> None:
    html = page(client, "left eyelid all day yesterday")
    assert "This tells of a whole day" in html
    assert re.search(r'href="/day/\?date=\d{4}-\d\d-\d\d"', html)
    assert "from your words</small>" not in html
    assert value(html, "place") == ""


@pytest.mark.parametrize(
    ("text", "sentence", "status"),
    [
        ("hello there", "Nothing was understood.", 200),
        ("", "Nothing was understood.", 200),
        ("left calf tomorrow", "still to come", 200),
        ("calf " * 300, "Shorten it", 400),
        ("calf\x00", "cannot be stored", 400),
    ],
)
def test_a_line_that_makes_no_entry_says_why(
    client: Client, text: str, sentence: str, status: int
) -> None:
    html = page(client, text, status)
    assert sentence in html
    assert value(html, "place") == ""


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script> left calf", '"><img src=x onerror=y> left calf', "{{7*7}} calf"],
)
def test_hostile_words_show_as_words(client: Client, hostile: str) -> None:
    html = page(client, hostile)
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "49 calf" not in html


def test_every_phrase_of_the_corpus_makes_a_page(client: Client, person: Person) -> None:
    for phrase in phrases(TUNING)[::9]:
        page(client, phrase.text)
    assert journal_of(person).entries == ()


def test_a_stranger_is_told_nothing(stranger: Client) -> None:
    answer = stranger.post("/log/", {"say": LINE, "fill": "1"})
    assert answer.status_code == 403
    assert "calf" not in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "line", "today"),
    [("en", "left calf 23:00", "today 23:00"), ("de", "linke Wade 23:00", "heute 23:00")],
)
def test_at_half_past_one_a_day_that_ends_at_four_is_still_today(
    language: str, line: str, today: str, half_past_one: Person, client: Client
) -> None:
    set_language(person=half_past_one, language=language, by="t")
    html = page(client, line)
    assert today in html
    assert (value(html, "day"), value(html, "clock")) == ("2026-03-10", "23:00")


@pytest.mark.parametrize(
    ("language", "typed", "words", "away"),
    [
        (
            "en",
            "left calf yesterday 14:20",
            "By the clock of Asia/Tokyo.",
            "By the clock of {home}; this device is in {{here}}.",
        ),
        (
            "de",
            "linke Wade gestern 14:20",
            "Nach der Uhr von Asia/Tokyo.",
            "Nach der Uhr von {home}; dieses Gerät ist in",
        ),
    ],
)
def test_a_time_in_a_line_is_read_by_the_clock_chosen_and_says_by_which(
    client: Client, person: Person, language: str, typed: str, words: str, away: str
) -> None:
    set_language(person=person, language=language, by="test")
    form = client.get("/log/?place=calf/left").content.decode()
    line = dict(fields_of(form)) | {"say": typed, "fill": "1"}
    home = client.post("/log/", line | {"zone": person.zone}).content.decode()
    assert words not in home
    assert away.format(home=person.zone, here="{here}").replace("{{", "{") in home
    there = client.post("/log/", line | {"zone": "Asia/Tokyo"}).content.decode()
    assert words in " ".join(there.split())
    client.post("/log/", filled(fields_of(there), ("save", "1")))
    (episode,) = journal_of(person).episodes
    assert episode.zone == "Asia/Tokyo"
    assert episode.started_at.astimezone(ZoneInfo("Asia/Tokyo")).strftime("%H:%M") == "14:20"
    without = client.post("/log/", line | {"say": "left calf"}).content.decode()
    assert "data-away" not in without
