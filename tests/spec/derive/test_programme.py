"""What the programme, the story and medicines suggest."""

from datetime import UTC, datetime, time, timedelta

import pytest

from myolog.journal.model import Journal
from myolog.triage.assessment import assess
from myolog.triage.derive import measures_tried, new_medicine, programme_result
from myolog.triage.standing import standing_answers
from tests.factories import answers as check
from tests.factories import medicine, programme, story

TITLE = "Measures tried, result of the programme, a new medicine"


def ran(today, *, days, done, stopped=None):
    """Give a programme begun `days - 1` days ago with one step done on the first `done` days."""
    begun = today - timedelta(days=days - 1)
    events = [programme(day=begun, event="started", step=None)]
    events += [
        programme(day=begun + timedelta(days=n), event="step_done", step="STEP-1")
        for n in range(done)
    ]
    if stopped is not None:
        events.append(programme(day=today - timedelta(days=stopped), event="stopped", step=None))
    return Journal(tuple(events))


@pytest.mark.parametrize(
    ("days", "done", "expected"),
    [
        (14, 7, "yes"),
        (14, 6, None),
        (13, 13, None),
        (28, 14, "yes"),
        (28, 13, None),
        (14, 0, None),
    ],
)
def test_measures_need_fourteen_days_and_half_of_the_step_days(today, days, done, expected):
    assert measures_tried(ran(today, days=days, done=done), today) == expected


def test_a_stopped_programme_counts_up_to_its_end(today):
    assert measures_tried(ran(today, days=40, done=14, stopped=26), today) == "yes"
    assert measures_tried(ran(today, days=40, done=13, stopped=27), today) is None


def test_paused_days_and_days_after_the_28th_count_neither_way(today):
    paused = [
        programme(day=today - timedelta(days=13), event="paused"),
        programme(day=today - timedelta(days=3), event="resumed"),
    ]
    assert measures_tried(ran(today, days=23, done=7).with_entries(paused), today) is None
    assert measures_tried(ran(today, days=24, done=7).with_entries(paused), today) == "yes"
    assert measures_tried(ran(today, days=90, done=14), today) == "yes"


def test_half_of_the_step_days_means_of_every_step_that_was_done(today):
    both = ran(today, days=14, done=7).with_entries(
        [programme(day=today, event="step_done", step="STEP-2")]
    )
    assert measures_tried(both, today) is None


@pytest.mark.parametrize("told", ["no", "unknown", "yes", None])
def test_without_a_programme_the_story_says_it(today, told):
    journal = Journal((story(day=today, measures=told),))
    assert measures_tried(journal, today) == told


@pytest.mark.parametrize("told", ["no", "unknown", "yes", None])
def test_less_than_the_time_of_the_guide_overrides_nothing_that_was_told(today, told):
    said = [story(day=today, measures=told)]
    ten_minutes = ran(today, days=1, done=1, stopped=0).with_entries(said)
    assert measures_tried(ten_minutes, today) == told
    assert measures_tried(ran(today, days=13, done=13).with_entries(said), today) == told
    assert measures_tried(ran(today, days=28, done=13).with_entries(said), today) == told
    assert measures_tried(ran(today, days=14, done=7).with_entries(said), today) == "yes"


def test_steps_of_ten_minutes_leave_a_not_yet_of_the_check_and_the_first_item(today):
    answers = {"run_days": 23, "measures_tried": "no"}
    noon = datetime.combine(today, time(12), tzinfo=UTC)
    checked = check(answers, at=noon)
    journal = ran(today, days=1, done=1, stopped=0).with_entries([checked])
    standing, reasons = standing_answers(journal, today=today)
    assert standing["measures_tried"] == "no"
    assessment = assess(journal, standing, today=today, reasons=reasons)
    assert assessment.inputs["measures_tried"] == "no"
    assert "C1" not in assessment.checklist
    long = ran(today, days=14, done=7).with_entries([check(answers, at=noon)])
    assert standing_answers(long, today=today)[0].get("measures_tried") is None
    assert "C1" in assess(long, {"run_days": 23}, today=today).checklist


def test_no_data_suggests_nothing_about_measures(today):
    assert measures_tried(Journal(), today) is None


VERDICTS = (
    ("SIGNIFICANT", 28, "not_done_or_improved"),
    ("SOME", 28, "not_done_or_improved"),
    ("NO_CHANGE", 28, "no_change"),
    ("UNCERTAIN", 28, "no_change"),
    ("INSUFFICIENT", 28, "no_change"),
    ("UNCERTAIN", 27, "not_done_or_improved"),
    ("NO_CHANGE", 21, "not_done_or_improved"),
    ("ESCALATE", 28, "escalated"),
    ("ESCALATE", 21, "escalated"),
    ("escalate", 28, "escalated"),
    (None, 28, "not_done_or_improved"),
)


@pytest.mark.parametrize(("verdict", "on_day", "expected"), VERDICTS)
def test_verdict(today, verdict, on_day, expected):
    begun = today - timedelta(days=on_day - 1)
    journal = Journal(
        (
            programme(day=begun, event="started", step=None),
            programme(day=today, event="verdict", step=None, value=verdict),
        )
    )
    assert programme_result(journal, today) == expected


def test_a_pause_moves_the_day_from_which_a_verdict_is_final(today):
    begun = today - timedelta(days=29)
    entries = (
        programme(day=begun, event="started", step=None),
        programme(day=today - timedelta(days=9), event="paused"),
        programme(day=today, event="verdict", step=None, value="UNCERTAIN"),
    )
    assert programme_result(Journal(entries), today) == "not_done_or_improved"
    back = programme(day=today - timedelta(days=7), event="resumed")
    assert programme_result(Journal((*entries, back)), today) == "no_change"


def test_no_programme_counts_as_not_done(today):
    assert programme_result(Journal(), today) == "not_done_or_improved"


def test_a_verdict_without_a_start_counts_as_final(today):
    verdict = programme(day=today, event="verdict", step=None, value="UNCERTAIN")
    assert programme_result(Journal((verdict,)), today) == "no_change"


def test_a_second_programme_sets_the_first_verdict_aside(today):
    first = ran(today, days=60, done=20, stopped=30).with_entries(
        [programme(day=today - timedelta(days=31), event="verdict", step=None, value="NO_CHANGE")]
    )
    assert programme_result(first, today) == "no_change"
    again = first.with_entries([programme(day=today, event="started", step=None)])
    assert programme_result(again, today) == "not_done_or_improved"


MEDICINES = (
    ("begun 27 days ago", 27, "start", True),
    ("begun 28 days ago, long after the onset", 28, "start", None),
    ("dose changed today", 0, "change", True),
    ("stopped today", 0, "stop", None),
    ("begun on the day of the onset", 60, "start", True),
    ("begun 28 days before the onset", 88, "start", True),
    ("begun 29 days before the onset", 89, "start", None),
    ("dose changed 10 days before the onset", 70, "change", True),
    ("stopped 10 days before the onset", 70, "stop", None),
)


@pytest.mark.parametrize(
    ("says", "back", "action", "expected"), MEDICINES, ids=[case[0] for case in MEDICINES]
)
def test_new_medicine(today, says, back, action, expected):
    onset = story(day=today, onset_day=today - timedelta(days=60))
    taken = medicine(day=today - timedelta(days=back), action=action)
    assert new_medicine(Journal((onset, taken)), today) is expected


def test_without_an_onset_only_the_last_four_weeks_count(today):
    assert new_medicine(Journal((medicine(day=today - timedelta(days=27)),)), today) is True
    assert new_medicine(Journal((medicine(day=today - timedelta(days=60)),)), today) is None
    assert new_medicine(Journal(), today) is None
