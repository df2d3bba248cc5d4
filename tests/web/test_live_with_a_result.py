"""A result that is read again: after a booking, a stopped check, words of one's own, a story."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from myolog.journal.records import StorySite
from myolog.store.selectors import Person, the_person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_zone
from tests import factories as make
from tests.integration.test_a_result_stays import CALM, browser, page, terminal
from tests.web.test_put_a_mistake_right import hidden

pytestmark = pytest.mark.django_db

BEGAN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
TOLD = CALM | {"age_years": 69, "run_days": 37, "site_scope": "spread", "weakness": "felt_only"}
WORDS = "she says since <b>summer</b> really, not 10 days"
STOPPED = "Not every question was asked in this check."


@pytest.fixture
def person(db: None) -> Person:
    """Give a person in Dublin with a result of 2 to 3 weeks and a word beside an answer."""
    person = set_zone(person=the_person(), zone="Europe/Dublin", by="test")
    with time_machine.travel(BEGAN):
        whole = TOLD | {"assessed_normal": False, "explained_unchanged": ()}
        record_answers(person=person, answers=whole, reasons={"weakness": WORDS}, by="test")
    return person


def test_words_beside_an_answer_stand_in_the_result_and_on_the_page_for_the_doctor(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(BEGAN + timedelta(hours=1)):
        client = browser(person)
        shown = f"Added to the answers weakness: “{WORDS}”"
        assert shown in page(client, "/result/")
        assert "&lt;b&gt;summer&lt;/b&gt;" in client.get("/result/").content.decode()
        assert WORDS in terminal(monkeypatch, "check", "--last")
        assert f"On weakness: “{WORDS}”" in " ".join(
            client.get("/report/text/").content.decode().split()
        )
        assert STOPPED not in page(client, "/result/")


def test_a_booked_visit_in_time_is_kept_and_marked(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(BEGAN + timedelta(hours=1)):
        client = browser(person)
        assert "ask for a visit by Monday 21 December" in page(client, "/result/")
        booked = make.visit(day=BEGAN.date(), on=date(2026, 12, 4), by="family_doctor")
        log_entry(person=person, entry=booked, by="test")
        shown = page(client, "/result/")
        assert "ask for a visit by Monday 21 December" not in shown
        assert "A visit is booked for Friday 4 December. That is in time: keep it" in shown
        assert "The visit is needed all the same, also after that day." in shown
        drawn = client.get("/result/").content.decode()
        assert drawn.count('class="cal-booked"') == 1
        assert "with the booked visit on Friday 4 December" in drawn
        typed = terminal(monkeypatch, "check", "--last")
        assert "A visit is booked for Friday 4 December." in typed


def test_a_check_that_was_stopped_says_so(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    with time_machine.travel(BEGAN + timedelta(days=3), tick=False) as clock:
        client = browser(person)
        first = {"none": "on"} | hidden(client)
        client.post("/emergency/check/", first)
        clock.shift(60)
        client.post("/check/story/", {"trend": "worsening", "stop": "1"})
        assert STOPPED in page(client, "/result/")
        assert STOPPED in terminal(monkeypatch, "check", "--last")


def test_a_story_told_after_the_check_says_nothing_new_of_its_places(person: Person) -> None:
    with time_machine.travel(BEGAN + timedelta(days=1)):
        sites = (StorySite(site="eyelid", side="right", since=date(2026, 11, 10)),)
        story = make.story(
            day=date(2026, 12, 1), first_site="calf", first_side="left", sites=sites,
            onset_day=date(2026, 10, 26),
        )  # fmt: skip
        log_entry(person=person, entry=story, by="test")
        assert "It has also twitched" not in page(browser(person), "/result/")
