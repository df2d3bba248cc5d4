"""Once somebody has examined, every shell says so, and none asks for the same visit again."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from myolog.store.models import Person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from tests.factories import examination, visit
from tests.integration.test_one_date_everywhere import browser, page, terminal
from tests.unit.triage.test_examined import REVIEW, SEEN, TOLD

MORNING = datetime(2026, 11, 30, 6, 13, tzinfo=UTC)
EVENING = datetime(2026, 12, 2, 17, 0, tzinfo=UTC)


@pytest.fixture
def after(person: Person) -> Person:
    with time_machine.travel(MORNING, tick=False):
        record_answers(person=person, answers=TOLD, by="test")
    return person


def test_on_its_day_it_says_today_and_the_day_after_that_it_has_passed(
    after: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(MORNING, tick=False):
        client = browser(after)
        home, told = page(client, "/"), page(client, "/result/")
        assert "Be seen today, Monday 30 November." in home
        assert "Be seen today, Monday 30 November." in told
        assert "24 hours" not in home + told + terminal(monkeypatch, "check", "--last")
        assert "By Monday 30 November 2026" in page(client, "/result/next/")
    with time_machine.travel(datetime(2026, 12, 1, 6, 15, tzinfo=UTC), tick=False):
        passed = (
            "The day to be seen, Monday 30 November 2026, has passed. It is not too late: call the "
            "doctor's office now and ask for a visit today."
        )
        last, client = terminal(monkeypatch, "check", "--last"), browser(after)
        for text in (page(client, "/"), page(client, "/result/"), last):
            assert passed in text


def test_what_was_examined_is_told_and_not_asked_again(
    after: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel(EVENING, tick=False):
        log_entry(
            person=after,
            entry=examination(
                day=SEEN, what="visit", by="family_doctor", tests=("examination",),
                result="abnormal", review=REVIEW,
            ),
            by="test",
        )  # fmt: skip
        log_entry(person=after, entry=visit(day=SEEN, on=REVIEW, by="neurologist"), by="test")
        record_answers(person=after, answers=TOLD, by="test")
        client = browser(after)
        home, told = page(client, "/"), page(client, "/result/")
        last = terminal(monkeypatch, "check", "--last")
        for text in (home, told, last):
            assert "Seen on Wednesday 2 December for this" in text
            assert "Next: nerve doctor, Wednesday 16 December." in text
            assert "call at once" in text
            assert "Call your doctor now and ask" not in text
            assert "A doctor needs to look at you today" not in text
            assert "cannot wait until tomorrow" not in text
        of_its_day = page(client, "/journal/2026-12-16/")
        assert "Booked for 16 December 2026" in of_its_day
        assert "a doctor on the same day" in page(client, "/journal/2026-11-30/")
        assert client.get("/result/next/due.ics").status_code == 404
        assert "Next visit: 16 December 2026, nerve doctor." in page(client, "/report/")
    with time_machine.travel(EVENING + timedelta(hours=1), tick=False):
        record_answers(person=after, answers=TOLD | {"sensory": "persistent"}, by="test")
        anew = page(browser(after), "/result/")
        assert "Call your doctor now and ask" in anew
