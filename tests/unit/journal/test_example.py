"""The example case gives its four levels from what was noted, month by month."""

from datetime import timedelta

import pytest

from myolog.journal.entries import DayExposure, TaskCheck
from myolog.journal.example import CHECK_DAYS, FIRST_DAY, forearm_journal
from myolog.journal.file import lines, read_lines
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess
from myolog.triage.standing import standing_answers

TOLD_BY_THE_JOURNAL = {
    "run_days",
    "site_scope",
    "trend",
    "weakness",
    "measures_tried",
    "programme_result",
}
# run days, scope, weakness and level as in vignettes V01 to V04 of the guide
MONTHS = [
    (7, "single", "none", "SELF_CARE"),
    (31, "single", "none", "ROUTINE"),
    (62, "spread", "none", "SOON"),
    (92, "spread", "functional", "URGENT"),
]


@pytest.mark.parametrize(
    ("day", "run_days", "scope", "weakness", "level"),
    [(day, *month) for day, month in zip(CHECK_DAYS, MONTHS, strict=True)],
)
def test_each_month_gives_its_level_from_the_journal(day, run_days, scope, weakness, level):
    journal = forearm_journal(day)
    answers, reasons = standing_answers(journal, today=day)
    found = assess(journal, answers, today=day, reasons=reasons)
    assert found.urgency.name == level
    assert found.complete
    assert found.derived["run_days"] == run_days
    assert found.derived["site_scope"] == scope
    assert found.derived["weakness"] == weakness


def test_he_denies_everything_but_what_the_journal_shows():
    given = [check.answers for check in forearm_journal().of(TriageAnswers)]
    assert len(given) == 4
    for answers in given:
        assert not TOLD_BY_THE_JOURNAL & set(answers)
        assert all(answers[name] == INPUTS[name].default for name in answers)


def test_the_weak_task_is_noted_in_two_looks_a_week_apart():

    failing = [
        check.day for check in forearm_journal().of(TaskCheck) if check.answers["lift"] != "fine"
    ]
    assert len(failing) == 2
    assert failing[1] - failing[0] == timedelta(days=7)
    assert all(day > CHECK_DAYS[2] for day in failing)


def test_without_the_weak_task_the_last_month_stays_below_urgent():
    """What makes month 3 urgent is the weekly look, not the calendar."""

    day = CHECK_DAYS[3]
    whole = forearm_journal(day)
    strong = Journal(
        tuple(
            TaskCheck(day=one.day, answers=dict.fromkeys(one.answers, "fine"))
            if isinstance(one, TaskCheck)
            else one
            for one in whole.entries
        ),
        whole.zone,
    )
    answers, reasons = standing_answers(strong, today=day)
    assert assess(strong, answers, today=day, reasons=reasons).urgency.name == "SOON"


def test_the_file_keeps_it_exactly_and_it_ends_on_the_last_check():
    journal = forearm_journal()
    assert read_lines(lines(journal)) == journal
    assert journal.entries[0].day == FIRST_DAY
    assert journal.entries[-1].day == CHECK_DAYS[3]
    assert forearm_journal(CHECK_DAYS[1]) == journal.until(CHECK_DAYS[1])


@pytest.mark.parametrize("day", CHECK_DAYS)
def test_daily_values_answer_no_question_of_the_check(day):
    """The silent check after each entry leaves them unread; they are most of a journal."""
    whole = forearm_journal(day)
    bare = Journal(
        tuple(one for one in whole.entries if not isinstance(one, DayExposure)), whole.zone
    )
    answers, reasons = standing_answers(whole, today=day)
    assert standing_answers(bare, today=day) == (answers, reasons)
    with_values = assess(whole, answers, today=day, reasons=reasons)
    assert assess(bare, answers, today=day, reasons=reasons) == with_values
