"""Easing off: drawn days, a quiet week, a pause that ends by itself; help stays open (DP-10)."""

from datetime import timedelta

import pytest
from django.test import Client

from myolog.attention.rest import drawn_days
from myolog.content.catalogue import load
from myolog.content.dates import spoken
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.triage.answers import INPUTS
from myolog.vocabulary.profile import WAYS_OF_NOTING
from myolog.web.moment import today_for
from tests.factories import fact, tasks
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db

WORDS = load()
QUESTION = WORDS.template("page.today.check_in_lead")
TASKS = WORDS.template("page.today.weekly_tasks")
CALM = {
    name: question.default
    for name, question in INPUTS.items()
    if not question.mitigating and name not in ("weakness", "programme_result")
}


def chosen(client: Client, way: str) -> str:
    """Choose a way of noting and return Today."""
    assert client.post("/settings/noting/", {"way": way}).status_code == 302
    return client.get("/").content.decode()


@pytest.fixture
def begun(person: Person) -> Person:
    """Give a person with one note, so that Today is no welcome any more."""
    day = today_for(person) - timedelta(days=20)
    log_entry(person=person, entry=fact(day=day), by="test")
    return person


@pytest.mark.parametrize(("way", "days"), [("quiet", 7), ("pause", 14)])
def test_a_rest_asks_nothing_and_says_when_it_ends(
    way: str, days: int, client: Client, begun: Person
) -> None:
    assert QUESTION in client.get("/").content.decode()
    text = chosen(client, way)
    until = spoken(today_for(begun) + timedelta(days=days - 1))
    assert WORDS.text(f"attention.rest.{way}.text", date=until) in text
    assert QUESTION not in text
    assert TASKS not in text
    assert "/day/none/" not in text


@pytest.mark.parametrize("way", WAYS_OF_NOTING)
def test_check_help_and_noting_stay_open_whatever_was_chosen(
    way: str, client: Client, begun: Person
) -> None:
    text = chosen(client, way)
    for way_on in ("/check/", "/emergency/", "/emergency/#talk", "/day/"):
        assert f'href="{way_on}"' in text
    assert client.post("/log/", {"place": "calf/left", "save": "1"}).status_code == 302
    assert len(journal_of(begun).episodes) == 1
    assert client.get("/check/").status_code == 200


def test_a_rest_is_over_by_itself(client: Client, begun: Person) -> None:
    fourteen = fact("noting", "pause", day=today_for(begun) - timedelta(days=14))
    log_entry(person=begun, entry=fourteen, by="test")
    assert QUESTION in client.get("/").content.decode()


def test_a_rest_can_be_ended_on_today(client: Client, begun: Person) -> None:
    assert 'name="way" value="usual"' in chosen(client, "pause")
    answer = client.post("/settings/noting/", {"way": "usual", "today": "1"}, follow=True)
    assert answer.redirect_chain[0][0] == "/"
    assert QUESTION in answer.content.decode()


def test_drawn_days_are_the_persons_own_and_a_free_day_says_which_they_are(
    client: Client, begun: Person
) -> None:
    today = today_for(begun)
    drawn = drawn_days(today, seed=begun.id.int)
    text = chosen(client, "sampled")
    days = ", ".join(f"{day:%A}" for day in drawn)
    free = WORDS.text("attention.rest.sampled.text", days=days)
    assert (free in text, QUESTION in text) == (today not in drawn, today in drawn)
    assert free in client.get("/settings/noting/").content.decode() or today in drawn


def test_days_of_a_rest_are_missing_in_the_journal_and_never_none(
    client: Client, begun: Person
) -> None:
    chosen(client, "pause")
    assert journal_of(begun).observed_days == frozenset()


def test_an_emergency_shows_above_a_rest(client: Client, begun: Person) -> None:
    chosen(client, "pause")
    client.post(
        "/api/v1/assessment", '{"answers": {"stroke_signs": true}}', content_type="application/json"
    )
    text = client.get("/").content.decode()
    assert text.index('data-level="EMERGENCY"') < text.index(WORDS.template("attention.rest.open"))


def test_a_rise_during_a_rest_is_brought_up(client: Client, begun: Person) -> None:
    record_answers(person=begun, answers=CALM, by="test")
    chosen(client, "pause")
    for ago, answer in ((20, "fine"), (16, "harder")):
        day = today_for(begun) - timedelta(days=ago)
        log_entry(person=begun, entry=tasks(day=day, answers={"grip": answer}), by="test")
    client.post("/day/tasks/", {"grip": "cannot"})
    assert WORDS.text("result.raised.notice_today") in client.get("/").content.decode()


@pytest.mark.parametrize("way", ["", "never", "lock"])
def test_a_way_that_does_not_exist_is_one_sentence_and_changes_nothing(
    way: str, client: Client, begun: Person
) -> None:
    answer = client.post("/settings/noting/", {"way": way})
    assert answer.status_code == 400
    assert "How often to note: choose one of" in answer.content.decode()
    assert "noting" not in journal_of(begun).profile


def test_a_time_that_cannot_be_read_keeps_everything_that_was_typed(
    client: Client, begun: Person
) -> None:
    page = client.get("/settings/noting/").content.decode()
    sent = filled(fields_of(page, form="ways")) | {
        "way": ["sampled"], "code": ["magnesium_mg", "stress"], "window": ["7:15", "half past", ""],
    }  # fmt: skip
    answer = client.post("/settings/noting/", sent)
    assert answer.status_code == 400
    again = filled(fields_of(answer.content.decode(), form="ways"))
    assert again["window"] == ["7:15", "half past", ""]
    assert (again["way"], sorted(again["code"])) == (["sampled"], ["magnesium_mg", "stress"])
    assert '<p class="err" id="window-err">' in answer.content.decode()
    assert "noting" not in journal_of(begun).profile


def test_the_page_marks_what_holds(client: Client, begun: Person) -> None:
    assert 'value="usual" checked' in client.get("/settings/noting/").content.decode()
    chosen(client, "pause")
    assert 'value="pause" checked' in client.get("/settings/noting/").content.decode()
