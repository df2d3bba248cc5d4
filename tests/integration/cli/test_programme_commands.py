"""The command `programme`: what it keeps and shows, and what it refuses in one sentence."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from myolog.journal.entries import ProfileFact
from myolog.journal.records import ProgrammeEvent
from myolog.store.selectors import journal_of, the_person, today_in
from myolog.store.services.care import record_answers
from myolog.store.services.programme_start import start_programme
from myolog.store.services.zones import set_day_end
from tests import forking
from tests.programme_days import make_ready


def kept(*events):
    found = journal_of(the_person()).of(ProgrammeEvent)
    return [(one.event, one.step, one.value) for one in found if one.event in events]


@pytest.fixture
def ready(run):
    """Give the runner of a person who may begin today."""
    make_ready(the_person(), datetime.now(UTC))
    return run


@pytest.fixture
def running(ready):
    assert ready("programme", "start", "--bedtime", "22:45").code == 0
    return ready


def test_the_first_day(ready):
    said = ready("programme", "start", "--caffeine-target", "half", "--drinks", "1600")
    assert (said.code, said.err) == (0, "")
    assert "Day 1 of 28" in said.out
    assert "At most 555 mg of caffeine" in said.out
    assert "About 1.6 litres" in said.out
    assert "never replace it" in said.out.replace("\n", " ")


def test_the_bare_command_shows_today(running):
    assert running("programme").out == running("programme", "today").out
    assert "the last one before 14:45" in running("programme").out.replace("\n", " ").replace(
        "              ", ""
    )


def test_ticks(running):
    said = running("programme", "tick", "quiet", "STEP-3")
    assert said.out.count("[x]") == 2 + ("[x] note" in said.out)
    assert kept("step_done") == [("step_done", "STEP-3", None), ("step_done", "STEP-4", None)]
    running("programme", "tick", "quiet", "--undo")
    assert kept("step_done") == [("step_done", "STEP-3", None)]


def test_for_programs(running):
    row = json.loads(running("programme", "today", "--json").out)
    assert (row["number"], row["state"]) == (1, "running")
    assert row["gentle"] == ["STEP-1", "STEP-4", "STEP-3"]
    assert [one["amount"] for one in row["steps"]] == [530, 2000, None, None, None]
    assert row["ceilings"][-1] == 100


def test_looking_back_early(running):
    said = running("programme", "review")
    assert said.code == 0
    assert "We look back on" in said.out
    assert json.loads(running("programme", "review", "--json").out)["verdict"] is None


def test_pause_resume_stop(running):
    assert "Paused. Nothing is lost." in running("programme", "pause").out
    assert "Paused" in running("programme").out
    assert "Day 1 of 28" in running("programme", "resume").out
    assert "You ended the steps" in running("programme", "stop").out


def test_goals_and_headaches(running):
    assert "About 2.5 litres" in running("programme", "goal", "drinking", "2500").out
    assert "quiet" not in running("programme", "goal", "quiet", "off").out
    assert running("programme", "headache", "7").code == 0
    assert kept("headache") == [("headache", None, "7")]


def test_a_guard_stands_in_place_of_a_step(run):
    make_ready(the_person(), datetime.now(UTC), clozapine="yes", heart_disease="yes")
    said = run("programme", "start").out.replace("\n", " ")
    assert "Caffeine: With clozapine" in said
    assert "no drinking goal here" in said
    assert "At most" not in said
    assert "litres" not in said


def test_a_guard_told_in_the_middle_holds_at_once(running):
    running("story", "--fact", "clozapine=yes")
    said = running("programme").out
    assert "With clozapine" in said
    assert "At most" not in said
    refused = running("programme", "tick", "caffeine")
    assert (refused.code, refused.out) == (2, "")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["start"], 5, "runs since"),
        (["start", "--date", "yesterday"], 5, "its first day stays"),
        (["tick", "yoga"], 2, "not one of the steps"),
        (["tick", "quiet", "--date", "2999-01-01"], 2, "future"),
        (["tick", "quiet", "--date", "2020-01-01"], 4, "No programme ran on that day"),
        (["headache", "11"], 2, "from 0 to 10"),
        (["goal", "drinking", "9000"], 2, "from 1,000 to 3,500 mL"),
        (["goal", "caffeine", "5"], 2, "from 100 to 600 mg"),
        (["goal", "sleep", "late"], 2, "“late” is not a time of day"),
        (["goal", "note", "7"], 2, "has no amount"),
        (["resume"], 5, "not paused"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_stores_nothing(running, words, code, says):
    before = journal_of(the_person()).entries
    said = running("programme", *words)
    assert (said.code, said.out) == (code, "")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert journal_of(the_person()).entries == before


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ([], 4, "No programme was started yet"),
        (["today"], 4, "No programme was started yet"),
        (["pause"], 4, "No programme was started yet"),
        (["review"], 4, "No programme was started yet"),
        (["start"], 2, "“not sure” is an answer too: Age"),
        (["start", "--fact", "lithium=maybe"], 2, "lithium"),
        (["start", "--fact", "lithium=no"], 2, "“not sure” is an answer too: Age"),
        (["start", "--leave-out", "yoga"], 2, "not one of the steps"),
    ],
)
def test_without_a_programme(run, words, code, says):
    said = run("programme", *words)
    assert (said.code, said.out) == (code, "")
    assert says in said.err
    assert not journal_of(the_person()).entries


def test_facts_told_with_the_start_are_kept_with_it(run):
    make_ready(the_person(), datetime.now(UTC))
    said = run("programme", "start", "--fact", "lithium=not_sure")
    assert "With lithium" in said.out
    assert journal_of(the_person()).profile["lithium"].value == "not_sure"
    assert isinstance(journal_of(the_person()).profile["lithium"], ProfileFact)


@pytest.mark.parametrize(("n_days", "notes_first"), [(0, True), (4, True), (5, False)])
def test_too_few_days_before(run, n_days, notes_first):
    make_ready(the_person(), datetime.now(UTC), n_days=n_days)
    said = run("programme", "start")
    assert (said.code, said.out) == (2, "")
    assert f"on {n_days} of the 14 days" in said.err
    assert not kept("started")
    anyway = run("programme", "start", "--no-comparison")
    assert anyway.code == 0
    assert ("Note each coffee, tea and energy drink" in anyway.out) is notes_first


def test_a_pressing_result_comes_first(running):
    person = the_person()
    record_answers(person=person, answers={"weakness": "progressive"}, by="t")
    said = running("programme")
    assert said.out.splitlines() == [
        "See a doctor first. The steps can wait.",
        "If your result asks you to see a doctor soon, do that first. The steps can wait.",
    ]
    assert running("programme", "resume").code == 6
    assert running("programme", "start").code == 5


def test_a_fresh_process_finds_its_way(data_dir):
    """Each command imports the store only once the data folder is open."""
    for words in (
        ["today"], ["start"], ["tick", "quiet"], ["goal", "quiet", "off"], ["headache", "3"],
        ["pause"], ["review"],
    ):  # fmt: skip
        done = forking.run(
            [sys.executable, "-m", "myolog", "programme", *words],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env={"MYOLOG_DATA": str(data_dir), "PATH": "/usr/bin:/bin"},
            check=False,
        )
        assert done.returncode in (2, 4), done.stderr
        introduced = words == ["today"]  # the first of all says which zone times are in
        assert done.stderr.count("\n") == 1 + introduced


def test_the_questions_in_a_terminal(at_terminal):
    shown = at_terminal(["programme", "start"], "42\nno\n" + "no\n" * 8 + "none\n" + "no\n" * 3)
    assert "Takes lithium (no, yes, not_sure)" in shown
    assert "Do the check first" in shown


def test_days_ago(ready):
    said = ready("programme", "start", "--date", "2 days ago")
    assert "Day 3 of 28" in said.out
    day = (today_in(the_person(), datetime.now(UTC)) - timedelta(days=1)).isoformat()
    assert ready("programme", "tick", "quiet", "--date", day).code == 0


class HalfPastOne(datetime):
    """The clock at half past one of 10 March 2026 in Berlin."""

    @classmethod
    def now(cls, tz=None):
        return datetime.fromisoformat("2026-03-10T01:30:00+01:00").astimezone(tz)


def test_at_half_past_one_a_day_that_ends_at_four_goes_on(run, monkeypatch):
    monkeypatch.setattr("myolog.cli.terminal.datetime", HalfPastOne)
    set_day_end(person=the_person(), day_ends_hour=4, by="t")
    make_ready(the_person(), HalfPastOne.now(UTC))
    said = run("programme", "start", "--date", "today", "--fact", "lithium=not_sure")
    assert (said.code, said.err) == (0, "")
    assert run("programme", "tick", "quiet", "--date", "today").code == 0
    assert (
        "No programme ran on that day"
        in run("programme", "tick", "quiet", "--date", "yesterday").err
    )
    kept_now = journal_of(the_person())
    assert {one.day for one in kept_now.of(ProgrammeEvent)} == {date(2026, 3, 9)}
    assert kept_now.profile["lithium"].day == date(2026, 3, 9)


def test_after_four_weeks_what_helped_is_kept(run):
    person, begun = the_person(), datetime.now(UTC) - timedelta(days=29)
    make_ready(person, begun)
    start_programme(person=person, by="t", now=begun)
    assert "Your four weeks are over." in run("programme").out
    again = (today_in(person, datetime.now(UTC)) + timedelta(days=60)).isoformat()
    said = run("programme", "keep", "sleep", "quiet", "--again", again)
    assert "You keep: Sleep, Quiet minutes." in said.out
    assert f"Look again on {again}." in said.out
    assert "If it comes back" in said.out
    assert kept("kept") == [("kept", "STEP-3", None), ("kept", "STEP-4", None)]
    for day in ("soon", "2020-01-01"):
        refused = run("programme", "keep", "--again", day)
        assert (refused.code, refused.out) == (2, "")
        assert "look again" in refused.err


def test_what_helped_is_kept_only_afterwards(running):
    refused = running("programme", "keep", "sleep", "--again", "2999-01-01")
    assert (refused.code, refused.out) == (5, "")
    assert "still runs" in refused.err
