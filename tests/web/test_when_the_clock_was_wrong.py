"""A clock that was ahead, or behind: what was told last is what page, terminal and API show.

The wrong clock is the `now` that a write is given; everything is read with the real one.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from myolog.attention.agenda import agenda_of
from myolog.cli.main import main
from myolog.journal.entries import TaskCheck
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.store.models import AssessmentRow, EntryRow
from myolog.store.selectors import Person, journal_of, latest_assessment, newest_entry
from myolog.store.services.care import catch_up, current_result, record_answers
from myolog.store.services.entries import put
from myolog.store.services.journal import log_episode
from myolog.store.services.people import set_zone
from myolog.triage.answers import INPUTS
from myolog.web.views.check import Run
from tests import factories as make

pytestmark = [pytest.mark.store, pytest.mark.django_db]

CALM = {
    name: question.default
    for name, question in INPUTS.items()
    if not question.mitigating and name != "programme_result"
}
KEEP_WATCH, DOCTOR_TODAY = "Keep watch at home for now", "See a doctor today"
AUCKLAND = ZoneInfo("Pacific/Auckland")
BEHIND, EXACT, TWO_HOURS, A_YEAR = (
    timedelta(days=-2000),
    timedelta(0),
    timedelta(hours=2),
    timedelta(days=366),
)


@pytest.fixture(autouse=True)
def _lives_in_auckland(person: Person) -> None:
    set_zone(person=person, zone="Pacific/Auckland", by="test")


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Give a function that runs one command in this process."""

    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit):
            main(arguments)
        return capsys.readouterr().out

    return run


def now() -> datetime:
    return datetime.now(UTC)


@pytest.mark.parametrize("error", [BEHIND, EXACT, TWO_HOURS, A_YEAR])
def test_a_red_flag_after_a_wrong_clock_is_shown_everywhere(
    error: timedelta,
    client: Client,
    program: Client,
    person: Person,
    terminal: Callable[..., str],
) -> None:
    record_answers(person=person, answers=CALM, by="t", now=now() + error)
    assert KEEP_WATCH in client.get("/result/").content.decode()
    answer = client.post("/emergency/check/", {"tick": "face", "asked": "face"})
    assert answer.headers["location"] == "/result/"
    for path in ("/result/", "/"):
        text = client.get(path).content.decode()
        assert DOCTOR_TODAY in text, path
        assert KEEP_WATCH not in text, path
    said = program.get("/api/v1/assessment").json()
    assert (said["urgency"], said["expired"]) == ("SAME_DAY", False)
    assert DOCTOR_TODAY in terminal("check", "--last")


@pytest.mark.parametrize("error", [BEHIND, EXACT, TWO_HOURS, A_YEAR])
def test_a_calm_check_after_a_red_flag_takes_it_back(error: timedelta, person: Person) -> None:
    record_answers(person=person, answers={"weakness": "progressive"}, by="t", now=now() + error)
    record_answers(person=person, answers=CALM, by="t", now=now())
    for later in (timedelta(0), timedelta(hours=3), timedelta(days=3)):
        held = current_result(person=person, by="t", now=now() + later)
        assert held is not None
        assert held.assessment.inputs["weakness"] == "none", later


@pytest.mark.parametrize("error", [TWO_HOURS, A_YEAR])
def test_a_flag_told_while_the_clock_was_ahead_is_not_lost_when_it_is_set_right(
    error: timedelta, client: Client, program: Client, person: Person, terminal: Callable[..., str]
) -> None:
    record_answers(
        person=person, answers={"heart": "chest_pain_or_faint"}, by="t", now=now() + error
    )
    for path in ("/", "/result/"):
        text = client.get(path).content.decode()
        assert 'data-level="EMERGENCY"' in text, path
        assert "The clock of this computer was ahead" in text, path
    said = program.get("/api/v1/assessment").json()
    assert (said["urgency"], said["expired"]) == ("EMERGENCY", True)
    assert "The clock of this computer was ahead" in terminal("check", "--last")
    record_answers(person=person, answers={"mood": "none"}, by="t", now=now())
    held = latest_assessment(person, now=now())
    assert held is not None
    assert held.assessment.urgency is not None
    assert (held.assessment.urgency.name, held.ahead) == ("EMERGENCY", False)


def test_a_no_told_while_the_clock_was_ahead_is_asked_again(person: Person) -> None:
    record_answers(person=person, answers=CALM, by="t", now=now() + A_YEAR)
    said = record_answers(person=person, answers={"mood": "none"}, by="t", now=now())
    assert (said.urgency, said.complete) == (None, False)
    a_year_later = current_result(person=person, by="t", now=now() + A_YEAR + timedelta(days=2))
    assert a_year_later is not None
    assert (a_year_later.assessment.complete, a_year_later.expired) == (False, True)


def test_a_deadline_does_not_lie_a_year_ahead(client: Client, person: Person) -> None:
    record_answers(person=person, answers={"weakness": "progressive"}, by="t", now=now() + A_YEAR)
    held = latest_assessment(person, now=now())
    assert held is not None
    assert held.counts_from == now().astimezone(AUCKLAND).date()
    assert (held.expired, held.pressing) == (True, True)


def test_a_check_in_a_browser_goes_on_after_the_clock_is_set_right(
    client: Client, person: Person
) -> None:
    record_answers(person=person, answers=CALM, by="t", now=now() + A_YEAR)
    client.post("/emergency/check/", {})
    assert Run(person).conversation.answers["overdose"] is False
    client.post("/check/story/", {"age_years_typed": "35", "run_days": "7"})
    assert Run(person).conversation.answers["age_years"] == 35


def test_days_that_pass_are_judged_though_the_last_look_was_dated_ahead(person: Person) -> None:
    record_answers(person=person, answers={"mood": "none"}, by="t", now=now())
    AssessmentRow.objects.update(checked_day=date(2099, 1, 1))
    catch_up(person=person, by="t", now=now())
    row = AssessmentRow.objects.get()
    assert row.checked_day == now().astimezone(AUCKLAND).date()


def test_the_last_entry_is_the_one_that_was_stored_last(person: Person) -> None:
    for error, site in ((A_YEAR, "calf"), (EXACT, "thigh")):
        moment = now() + error
        log_episode(person=person, site=site, side="left", started_at=moment, by="t", now=moment)
    newest = newest_entry(person)
    assert newest is not None
    assert getattr(newest, "site", "") == "thigh"
    assert list(EntryRow.objects.order_by("stored_nth").values_list("site", "stored_nth")) == [
        ("calf", 1),
        ("thigh", 2),
    ]


def test_facts_and_looks_dated_ahead_give_way_to_what_is_told_now(person: Person) -> None:
    today = now().astimezone(AUCKLAND).date()
    ahead = today + timedelta(days=366)
    for day, pregnant, stairs, onset in (
        (ahead, "no", "fine", today - timedelta(days=9)),
        (today, "yes", "cannot", today - timedelta(days=99)),
    ):
        moment = now() + (day - today)
        told = (
            make.fact("pregnant", pregnant, day=day),
            make.fact("lithium" if day == ahead else "warfarin", "yes", day=day),
            TaskCheck(day=day, answers={"stairs": stairs}),
            make.story(day=day, onset_day=onset, sites=()),
        )
        put(told, person=person, by="t", action="log", now=moment)
    journal = journal_of(person)
    assert journal.profile["pregnant"].value == "yes"
    assert journal.profile["lithium"].value == "yes"
    assert [one.answers["stairs"] for one in journal.of(TaskCheck)] == ["cannot"]
    assert journal.story is not None
    assert journal.story.onset_day == today - timedelta(days=99)


def test_a_look_dated_ahead_does_not_keep_the_next_one_away() -> None:
    today = date(2026, 3, 10)
    ahead = Journal((make.tasks(day=date(2027, 3, 10)), make.episode()))
    assert agenda_of(ahead, today, seed=0).tasks


def test_answers_keep_their_order_through_a_file(person: Person) -> None:
    record_answers(person=person, answers={"weakness": "none"}, by="t", now=now() + A_YEAR)
    record_answers(person=person, answers={"weakness": "progressive"}, by="t", now=now())
    first, second = journal_of(person).of(TriageAnswers)
    assert (first.answers["weakness"], second.answers["weakness"]) == ("none", "progressive")
    assert second.after == (first.id,)
