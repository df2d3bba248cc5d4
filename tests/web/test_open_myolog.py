"""The first page: calm on a first visit, the last result and one check-in later."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from myolog.content.catalogue import load
from myolog.store.selectors import Person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_country
from myolog.triage.answers import INPUTS
from myolog.web.moment import today_for
from tests import factories as make

pytestmark = pytest.mark.django_db


def words_of(text: str) -> str:
    return re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main")])


def test_a_first_visit_is_calm(client: Client) -> None:
    text = client.get("/").content.decode()
    assert text.count("btn primary") == 1
    assert text.count("<h1") == 1
    assert 'href="/check/"' in text
    for quiet in ("/day/", "/learn/five-steps/", "/learn/"):
        assert f'href="{quiet}"' in text
    assert "Stays on this computer. Not a diagnosis." in text
    assert 'class="tabs"' not in text


def test_the_number_for_right_now_is_that_of_the_country(client: Client, person: Person) -> None:
    set_country(person=person, country="DE", by="test")
    assert 'Call <a href="tel:112">112</a>' in client.get("/").content.decode()
    set_country(person=person, country="US", by="test")
    assert 'Call <a href="tel:911">911</a>' in client.get("/").content.decode()


def test_later_visits_show_the_last_result_with_its_date(client: Client, person: Person) -> None:
    record_answers(person=person, answers={"weakness": "progressive"}, by="test")
    text = client.get("/").content.decode()
    assert load().template("urgency.URGENT.title") in text
    assert 'data-level="URGENT"' in text
    assert text.count("btn primary") == 1


def test_a_result_older_than_two_weeks_no_longer_counts(client: Client, person: Person) -> None:
    past = datetime.now(UTC) - timedelta(days=16)
    record_answers(person=person, answers={"weakness": "progressive"}, by="test", now=past)
    text = words_of(client.get("/").content.decode())
    assert load().template("urgency.URGENT.title") not in text
    assert load().template("page.today.expired_today") in text


def test_a_raised_urgency_speaks_up_once(client: Client, person: Person) -> None:
    calm = {
        name: question.default
        for name, question in INPUTS.items()
        if not question.mitigating and name not in ("weakness", "programme_result")
    }
    record_answers(person=person, answers=calm, by="test")
    notice = load().text("result.raised.notice_today")
    assert notice not in client.get("/").content.decode()
    day = today_for(person)
    for ago, answer in ((20, "fine"), (16, "harder"), (0, "cannot")):
        entry = make.tasks(day=day - timedelta(days=ago), answers={"grip": answer})
        log_entry(person=person, entry=entry, by="test")
    client.post("/day/tasks/", {"grip": "cannot"})
    assert notice in client.get("/").content.decode()
    assert notice in client.get("/result/").content.decode()
    assert notice not in client.get("/").content.decode()


def test_after_many_single_notes_the_whole_day_is_offered(client: Client) -> None:
    offer = load().template("attention.tally.text")
    for n in range(5):
        assert offer not in client.get("/").content.decode()
        client.post("/log/", {"place": "calf/left", "save": "1", "note": str(n)})
    assert offer in client.get("/").content.decode()


def test_nothing_counts_up_and_nothing_is_red_or_green(client: Client, person: Person) -> None:
    client.post("/log/", {"place": "calf/left", "save": "1"})
    text = words_of(client.get("/").content.decode()).lower()
    assert not re.search(r"streak|badge|score|level up|\d+ ?%|in a row", text)
