"""What came of the programme: which days are compared, and the order of the tests."""

from datetime import timedelta

import numpy as np
import pytest

from myolog.journal.entries import CheckWindow
from myolog.journal.model import Journal
from myolog.journal.periods import ProgrammePeriod
from myolog.programme.verdict import CODES, code_for, judge, judge_programme
from myolog.statistics.shift import Shift, estimate_shift
from tests.factories import AT, DAY, tally, window

TITLE = "The verdict at day 21 and day 28"

ORDER = (
    ("half as many again, surely more", 1.5, 1.01, 2.2, "ESCALATE"),
    ("half as many again, perhaps no more", 1.5, 1.0, 2.2, "UNCERTAIN"),
    ("a little less than half as many again", 1.49, 1.01, 2.2, "UNCERTAIN"),
    ("half, surely below what placebo leaves", 0.50, 0.35, 0.71, "SIGNIFICANT"),
    ("half, perhaps what placebo leaves", 0.50, 0.35, 0.72, "SOME"),
    ("a little more than half", 0.51, 0.40, 0.71, "SOME"),
    ("surely fewer, even if only a little", 0.90, 0.80, 0.99, "SOME"),
    ("perhaps no fewer", 0.60, 0.36, 1.0, "UNCERTAIN"),
    ("close to one and narrow", 1.0, 0.67, 1.5, "NO_CHANGE"),
    ("close to one, perhaps fewer", 1.0, 0.66, 1.5, "UNCERTAIN"),
    ("close to one, perhaps more", 1.0, 0.67, 1.51, "UNCERTAIN"),
)


@pytest.mark.parametrize(
    ("says", "ratio", "low", "high", "expected"), ORDER, ids=[case[0] for case in ORDER]
)
def test_what_a_ratio_and_its_interval_say(says, ratio, low, high, expected):
    assert code_for(Shift(rate_ratio=ratio, low=low, high=high)) == expected


N = None
WEEK = [8, 10, 7, 9, 11, 8, 9]
STEADY = WEEK * 2
FEW = [2, 3, 1, 2, 3, 2, 2] * 2
MANY = [26, 30, 24, 28, 31, 25, 27] * 2
FIRST_WEEKS = [N] * 14

CASES = (
    ("a quarter as many", STEADY, FIRST_WEEKS + FEW, False, "SIGNIFICANT"),
    ("three times as many", STEADY, FIRST_WEEKS + MANY, False, "ESCALATE"),
    ("two thirds as many", STEADY, FIRST_WEEKS + [5, 6, 5, 6, 6, 5, 5] * 2, False, "SOME"),
    ("as many", STEADY, FIRST_WEEKS + STEADY, False, "NO_CHANGE"),
    ("the same on unsteady days", [0, 20] * 7, FIRST_WEEKS + [20, 0] * 7, False, "UNCERTAIN"),
    ("nothing before and nothing after", [0] * 14, FIRST_WEEKS + [0] * 14, False, "UNCERTAIN"),
    ("something new goes first", STEADY, FIRST_WEEKS + FEW, True, "RECHECK"),
    ("something new goes first on the first day", STEADY, [9], True, "RECHECK"),
    ("7 days before are enough", [N] * 7 + WEEK, FIRST_WEEKS + FEW, False, "SIGNIFICANT"),
    ("6 days before are too few", [N] * 8 + WEEK[1:], FIRST_WEEKS + FEW, False, "INSUFFICIENT"),
    ("10 days after are enough", STEADY, [N] * 18 + FEW[:10], False, "SIGNIFICANT"),
    ("9 days after are too few", STEADY, [N] * 19 + FEW[:9], False, "INSUFFICIENT"),
    ("days 1 to 14 do not count", STEADY, [200] * 14 + FEW, False, "SIGNIFICANT"),
    ("days 1 to 14 do not fill in", STEADY, FEW + [N] * 5 + FEW[:9], False, "INSUFFICIENT"),
    ("at day 21, 6 days are enough", STEADY, [N] * 15 + [1, 0, 1, 1, 0, 1], False, "SIGNIFICANT"),
    ("at day 21, 5 days are too few", STEADY, [N] * 16 + [1, 0, 1, 1, 0], False, "INSUFFICIENT"),
    ("day 20 is too early", STEADY, [*FIRST_WEEKS, 1, 0, 1, 1, 0, 1], False, "INSUFFICIENT"),
    ("until day 27, day 21 counts", STEADY, FIRST_WEEKS + FEW[:7] + [90] * 6, False, "SIGNIFICANT"),
    ("after day 28 nothing is added", STEADY, FIRST_WEEKS + FEW + [300] * 9, False, "SIGNIFICANT"),
    ("14 days before count, no more", [300] * 9 + STEADY, FIRST_WEEKS + FEW, False, "SIGNIFICANT"),
)  # fmt: skip


def numbers(days):
    return np.array([np.nan if count is None else float(count) for count in days])


@pytest.mark.parametrize(
    ("says", "before", "programme", "needs_check", "expected"),
    CASES,
    ids=[case[0] for case in CASES],
)
def test_verdict_on_daily_counts(says, before, programme, needs_check, expected):
    verdict = judge(
        numbers([*before, *programme]), start_index=len(before), needs_check=needs_check
    )
    assert verdict.code == expected


@pytest.mark.parametrize("needs_check", [False, True])
@pytest.mark.parametrize("after", [FEW, STEADY, MANY], ids=["fewer", "as many", "more"])
@pytest.mark.parametrize("n_before", [0, 6])
def test_without_days_to_compare_with_nothing_is_better_or_worse(n_before, after, needs_check):
    before = [N] * (14 - n_before) + WEEK[:n_before]
    days = numbers([*before, *FIRST_WEEKS, *after])
    verdict = judge(days, start_index=14, needs_check=needs_check)
    assert (verdict.n_before, verdict.headline) == (n_before, "cannot_tell")


def test_every_verdict_is_reached():
    assert {case[-1] for case in CASES} == set(CODES)


def test_the_first_look_asks_for_more():
    """97.5 % at day 21 against 90 % at day 28."""
    before, week = [8, 4, 15, 6, 9, 3, 11] * 2, [5, 2, 7, 3, 4, 1, 4]
    first = judge(numbers([*before, *FIRST_WEEKS, *week]), start_index=14)
    assert (first.look, first.level, first.n_after) == (21, 0.975, 7)
    last = judge(numbers([*before, *FIRST_WEEKS, *week, *week]), start_index=14)
    assert (last.look, last.level, last.n_after) == (28, 0.90, 14)
    assert last.high / last.low < first.high / first.low


def test_a_pause_moves_the_looks_and_loses_nothing():
    """Five paused days in the last week: judged five days later, on the same 14 days."""
    whole = numbers([*STEADY, *FIRST_WEEKS, *FEW])
    paused = np.zeros(47, dtype=bool)
    paused[35:40] = True
    stretched = np.insert(whole, 35, [500.0] * 5)
    assert judge(stretched[:-1], start_index=14, paused=paused[:-1]).look == 21
    resumed = judge(stretched, start_index=14, paused=paused)
    plain = judge(whole, start_index=14)
    assert resumed.code == plain.code == "SIGNIFICANT"
    assert (resumed.n_before, resumed.n_after) == (plain.n_before, plain.n_after) == (14, 14)
    assert resumed.events_after == plain.events_after


# ---- from a journal

PERIOD = ProgrammePeriod(started=DAY)
DAY_28 = DAY + timedelta(days=27)


def told(before, programme, make):
    """Give entries by day: the last of `before` is the day before the start."""
    first = DAY - timedelta(days=len(before))
    return [
        make(first + timedelta(days=place), count)
        for place, count in enumerate([*before, *programme])
        if count is not None
    ]


def bouts(day, count):
    return tally(day=day, count=count)


def looks(day, count):
    return window(at=AT + (day - DAY), count=count)


def test_looks_win_over_bouts_and_are_of_good_quality():
    entries = told(STEADY, FIRST_WEEKS + FEW, looks) + told(FEW, FIRST_WEEKS + MANY, bouts)
    verdict = judge_programme(Journal(tuple(entries)), PERIOD, today=DAY_28)
    assert (verdict.code, verdict.low_quality, verdict.events_before) == ("SIGNIFICANT", False, 124)


@pytest.mark.parametrize(
    ("before", "programme"),
    [
        pytest.param([N] * 8 + WEEK[1:], FIRST_WEEKS + FEW, id="6 looked at before"),
        pytest.param(STEADY, [N] * 19 + FEW[:9], id="9 looked at after"),
    ],
)
def test_too_few_looks_leave_the_word_to_bouts(before, programme):
    entries = told(before, programme, looks) + told(STEADY, FIRST_WEEKS + MANY, bouts)
    verdict = judge_programme(Journal(tuple(entries)), PERIOD, today=DAY_28)
    assert (verdict.code, verdict.low_quality) == ("ESCALATE", True)


def test_where_neither_is_enough_the_days_of_the_fuller_one_are_told():
    entries = told([N] * 8 + WEEK[1:], FIRST_WEEKS + FEW, looks)
    verdict = judge_programme(Journal(tuple(entries)), PERIOD, today=DAY_28)
    assert (verdict.code, verdict.n_before, verdict.n_after) == ("INSUFFICIENT", 6, 14)
    assert not verdict.low_quality


def test_a_longer_look_is_no_rise():
    longer = [
        CheckWindow(at=look.at, zone=look.zone, count=look.count * 2, seconds=240)
        for look in told([], FIRST_WEEKS + STEADY, looks)
    ]
    verdict = judge_programme(Journal((*told(STEADY, [], looks), *longer)), PERIOD, today=DAY_28)
    assert verdict.code == "NO_CHANGE"
    assert verdict.rate_ratio == pytest.approx(1, abs=0.05)


def test_a_paused_day_is_no_day_of_the_programme():
    period = ProgrammePeriod(
        started=DAY, pauses=((DAY + timedelta(days=20), DAY + timedelta(days=25)),)
    )
    stretched = FIRST_WEEKS + FEW[:6] + [400] * 5 + FEW[6:]
    journal = Journal(tuple(told(STEADY, stretched, bouts)))
    day_28 = DAY_28 + timedelta(days=5)
    assert judge_programme(journal, period, today=day_28 - timedelta(days=1)).look == 21
    assert judge_programme(journal, period, today=day_28).code == "SIGNIFICANT"
    still_paused = ProgrammePeriod(started=DAY, pauses=((DAY + timedelta(days=20), None),))
    assert judge_programme(journal, still_paused, today=day_28).look is None


def test_a_programme_stopped_early_is_judged_on_what_it_was():
    journal = Journal(tuple(told(STEADY, FIRST_WEEKS + FEW, bouts)))
    stopped = ProgrammePeriod(started=DAY, stopped=DAY + timedelta(days=22))
    assert judge_programme(journal, stopped, today=DAY_28).look == 21
    at_once = ProgrammePeriod(started=DAY, stopped=DAY)
    assert judge_programme(journal, at_once, today=DAY_28).code == "INSUFFICIENT"


def test_what_was_noted_later_or_before_the_start_is_no_verdict():
    journal = Journal(tuple(told(STEADY, FIRST_WEEKS + FEW, bouts)))
    for day in (DAY - timedelta(days=100), DAY, DAY + timedelta(days=19)):
        verdict = judge_programme(journal, PERIOD, today=day)
        assert (verdict.code, verdict.look) == ("INSUFFICIENT", None)
    assert judge_programme(Journal(), PERIOD, today=DAY_28).n_before == 0


def test_what_the_guide_would_escalate_is_escalated():
    """The guide's own interval may send a person to the doctor where the better one would not."""
    before = [4, 5, 12, 2, 0, 1, 6, 2, 5, 4, 4, 3, 8, 8]
    after = [3, 22, 6, 4, 7, 0, 2, 9, 11, 7, 8, 4, 6, 17]
    compared = numbers([*before, *FIRST_WEEKS, *after])
    assert code_for(estimate_shift(compared, after=np.arange(42) >= 28)) == "UNCERTAIN"
    verdict = judge(compared, start_index=14)
    assert verdict.code == "ESCALATE"
    assert verdict.low > 1
