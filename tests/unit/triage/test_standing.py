"""Which answers stand when the check is run again without asking."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from myolog.journal.entries import DayTally
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.triage import assess, standing_answers
from myolog.triage.answers import NOT_SURE
from myolog.triage.assessment import assess_standing
from myolog.triage.urgency import Urgency
from tests.factories import answers as told_answers
from tests.factories import medicine

TODAY = date(2026, 3, 31)


def twitching(days, site="calf"):
    return Journal(
        tuple(
            DayTally(day=TODAY - timedelta(days=back), site=site, side="left", amount="some")
            for back in range(days)
        )
    )


def stored(*given):
    return [
        told_answers(
            answers,
            at=datetime.combine(TODAY - timedelta(days=back), time(12), UTC),
            zone="UTC",
            reasons=reasons,
        )
        for back, answers, reasons in given
    ]


def test_a_sign_stays_until_it_is_taken_back():
    journal = Journal(tuple(stored((30, {"weakness": "functional"}, {}))))
    assert standing_answers(journal, today=TODAY)[0] == {"weakness": "functional"}
    assert assess_standing(journal, today=TODAY).urgency is Urgency.SOON
    back = journal.with_entries(stored((1, {"weakness": "none"}, {})))
    assert standing_answers(back, today=TODAY)[0] == {"weakness": "none"}


def test_an_old_no_does_not_make_a_later_check_whole():
    calm = {"wasting": "no", "trend": "stable", "run_days": 9, "family_nm": False}
    signs = {"weakness": "functional", "sensory": NOT_SURE, "lithium_tox_symptoms": True}
    lasting = {"age_years": 40, "assessed_normal": True, "changed_since_assessment": False}
    first = (15, calm | signs | lasting, {})
    for back, stands in ((0, signs | {"age_years": 40}), (1, calm | signs | lasting)):
        checks = stored(first, (back, {"mood": "none"}, {}))
        answers, _ = standing_answers(Journal(tuple(checks)), today=TODAY)
        assert answers == stands | {"mood": "none"}, back


def test_a_result_does_not_change_because_its_answers_grow_old():
    calm = {"wasting": "no", "assessed_normal": True, "changed_since_assessment": False}
    journal = Journal(tuple(stored((300, calm, {}))))
    assert standing_answers(journal, today=TODAY)[0] == calm


def test_an_answer_that_the_journal_has_overtaken_gives_way():
    given = stored((10, {"new_medicine": False, "wasting": "no"}, {}))
    journal = Journal((*given, medicine(day=TODAY)))
    answers, reasons = standing_answers(journal, today=TODAY)
    assert answers == {"wasting": "no"}
    assert assess(journal, answers, today=TODAY, reasons=reasons).inputs["new_medicine"] is True


def test_an_answer_above_the_journal_stands():
    journal = twitching(15).with_entries(stored((0, {"run_days": 500}, {})))
    assert standing_answers(journal, today=TODAY)[0] == {"run_days": 500}


def test_days_told_grow_no_further_than_the_question_takes():
    journal = twitching(15).with_entries(stored((10, {"run_days": 43_830}, {})))
    assert standing_answers(journal, today=TODAY)[0] == {"run_days": 43_830}


@pytest.mark.parametrize(
    ("says", "told_back", "logged_days", "stands"),
    [
        ("told 6 days ago, logged on every day since", 6, 6, 16),
        ("told 6 days ago, logged again for 3 days: no break", 6, 3, 16),
        ("told 10 days ago, 7 days without an entry, then 3 days", 10, 3, 20),
        ("told 11 days ago, 8 days without an entry: a new run", 11, 3, 10),
        ("nothing logged since", 6, 0, 10),
    ],
)
def test_days_told_grow_while_it_goes_on(says, told_back, logged_days, stands):
    given = stored((told_back, {"run_days": 10}, {}))
    journal = twitching(logged_days).with_entries(given)
    assert standing_answers(journal, today=TODAY)[0] == {"run_days": stands}


def test_no_days_told_do_not_grow():
    given = stored((2, {"run_days": 0}, {}))
    assert standing_answers(twitching(2).with_entries(given), today=TODAY)[0] == {"run_days": 0}


def test_two_weeks_are_noticed_though_the_answer_was_given_on_day_ten():
    given = stored((5, {"run_days": 10}, {}))
    journal = twitching(5).with_entries(given)
    before, after = TODAY - timedelta(days=1), TODAY
    at = {
        day: [
            r.code
            for r in assess(journal, standing_answers(journal, today=day)[0], today=day).reasons
        ]
        for day in (before, after)
    }
    assert "R-2WEEKS" not in at[before]
    assert "R-2WEEKS" in at[after]


def test_a_reason_for_fewer_days_holds_while_the_days_grow():
    given = stored((2, {"run_days": 3}, {"run_days": "not on most days"}))
    journal = twitching(15).with_entries(given)
    answers, reasons = standing_answers(journal, today=TODAY)
    assert (answers, reasons) == ({"run_days": 3}, {"run_days": "not on most days"})
    assert assess(journal, answers, today=TODAY, reasons=reasons).inputs["run_days"] == 3


def test_a_reason_gives_way_when_the_journal_suggests_more_than_then():
    leg = [
        DayTally(day=TODAY - timedelta(days=back), site="calf", side="left", amount="some")
        for back in range(40)
    ]
    arm = [
        DayTally(day=TODAY - timedelta(days=back), site="hand", side="left", amount="some")
        for back in range(38)
    ]
    face = [
        DayTally(day=TODAY - timedelta(days=back), site="cheek", side="left", amount="some")
        for back in range(9)
    ]
    given = stored((12, {"site_scope": "single"}, {"site_scope": "the hand was a cramp"}))
    before = Journal((*leg, *arm)).with_entries(given)
    assert standing_answers(before, today=TODAY)[0] == {"site_scope": "single"}
    after = before.with_entries(face)
    answers, reasons = standing_answers(after, today=TODAY)
    assert (answers, reasons) == ({}, {})
    assert assess(after, answers, today=TODAY).inputs["site_scope"] == "spread"


def test_a_reason_given_when_the_journal_said_nothing_gives_way():
    given = stored((20, {"run_days": 1}, {"run_days": "only once"}))
    journal = twitching(15).with_entries(given)
    assert standing_answers(journal, today=TODAY)[0] == {}


def test_not_sure_stands_and_an_unknown_question_is_left_out():
    given = stored((1, {"run_days": NOT_SURE, "old_question": True, "wasting": "gone"}, {}))
    journal = twitching(15).with_entries(given)
    assert standing_answers(journal, today=TODAY)[0] == {"run_days": NOT_SURE}


def test_of_answers_after_today_only_signs_stand():
    """A clock was ahead when they were told: nobody knows when that was."""
    told = {"wasting": "yes", "weakness": "none", "run_days": 3, "age_years": 40}
    journal = Journal(tuple(stored((0, told, {}))))
    before = TODAY - timedelta(days=2)
    assert standing_answers(journal, today=before)[0] == {"wasting": "yes", "age_years": 40}
    later = [*stored((0, told, {})), *stored((2, {"mood": "none"}, {}))]
    answers, _ = standing_answers(Journal(tuple(later)), today=before)
    assert answers == {"wasting": "yes", "age_years": 40, "mood": "none"}


def test_an_answer_given_later_counts_though_a_wrong_clock_dates_it_before():
    day = TODAY - timedelta(days=1)
    (ahead,) = stored((0, {"weakness": "none", "wasting": "yes"}, {}))
    ahead = replace(ahead, id="a")
    (flag,) = stored((1, {"weakness": "progressive"}, {}))
    (later,) = stored((1, {"wasting": "no"}, {}))
    flag = replace(flag, id="b", after=("a",))
    later = replace(later, id="c", at=flag.at + timedelta(hours=1), after=("a", "b"))
    for today in (day, TODAY, TODAY + timedelta(days=3)):
        journal = Journal((later, flag, ahead))
        assert [one.id for one in journal.of(TriageAnswers)] == ["a", "b", "c"]
        answers, _ = standing_answers(journal, today=today)
        assert answers == {"weakness": "progressive", "wasting": "no"}, today


def test_answers_that_each_claim_to_be_the_later_keep_their_times():
    (one, other) = stored((1, {"wasting": "no"}, {}), (0, {"wasting": "yes"}, {}))
    one, other = (
        replace(one, id="a", after=("b", "a", "gone")),
        replace(other, id="b", after=("a",)),
    )
    given = Journal((one, other)).of(TriageAnswers)
    assert sorted(entry.id for entry in given) == ["a", "b"]
