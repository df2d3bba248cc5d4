"""What scores on worry and mood advise, at each cut-off and when none was taken."""

from datetime import timedelta

import pytest

from myolog.attention.rest import Noting
from myolog.attention.worry import Worry, scored, worry_on
from myolog.errors import InvalidEntry
from myolog.journal.model import Journal
from tests.factories import DAY, exposure, fact


def gad7(score, *, ago=0, **over):
    return exposure(code="anxiety", value=score, day=DAY - timedelta(days=ago), **over)


def phq2(score, *, ago=0):
    return fact("low_mood", score, day=DAY - timedelta(days=ago))


def at(*told):
    return worry_on(Journal((exposure(), fact(), *told)), today=DAY)


@pytest.mark.parametrize(
    ("score", "advice", "pause"),
    [
        (0, "gad7_0", False),
        (9, "gad7_0", False),
        (10, "gad7_1", True),
        (14, "gad7_1", True),
        (15, "gad7_2", True),
        (21, "gad7_2", True),
    ],
)
def test_worry_is_answered_from_ten_and_from_fifteen_on(score, advice, pause):
    found = at(gad7(score))
    assert found.advice == (advice,)
    assert found.offers_pause(Noting()) is pause
    assert not found.offers_pause(Noting(way="pause", asked=False, last_day=DAY))
    assert not found.shows_crisis


@pytest.mark.parametrize(
    ("score", "advice", "crisis"),
    [(0, "phq2_0", False), (2, "phq2_0", False), (3, "phq2_1", True), (6, "phq2_1", True)],
)
def test_low_mood_is_answered_from_three_on_with_someone_to_talk_to(score, advice, crisis):
    found = at(phq2(score))
    assert found.advice == (advice,)
    assert found.shows_crisis is crisis
    assert not found.offers_pause(Noting())


def test_what_was_not_asked_advises_nothing():
    assert at() == Worry()
    assert Worry().advice == ()


def test_the_latest_score_of_the_last_two_weeks_counts():
    found = at(gad7(18, ago=9), gad7(8, ago=2), phq2(5, ago=13), phq2(1, ago=20))
    assert found == Worry(gad7=8, phq2=5, day=DAY - timedelta(days=2))
    assert at(gad7(18, ago=14), phq2(5, ago=14)) == Worry()


def test_a_score_of_a_day_to_come_does_not_count():
    assert at(gad7(18, ago=-1), phq2(5, ago=-1)) == Worry()


def test_only_the_scores_are_kept():
    assert scored({"gad7": ["several_days"] * 7, "phq2": ["", ""]}, day=DAY) == (
        exposure(code="anxiety", value=7),
    )
    assert scored({"gad7": [""] * 7, "phq2": ["not_at_all", "nearly_every_day"]}, day=DAY) == (
        fact("low_mood", 3),
    )
    assert scored({"gad7": [""] * 7, "phq2": ["", ""]}, day=DAY) == ()


def test_a_part_that_was_begun_must_be_whole():
    with pytest.raises(InvalidEntry, match="Answer all 7"):
        scored({"gad7": ["several_days", *[""] * 6]}, day=DAY)
