"""GAD-7 and PHQ-2: as many items as published, the published scores and cut-offs."""

import pytest

from myolog.errors import InvalidEntry
from myolog.vocabulary.questionnaires import ANSWERS, QUESTIONNAIRES

GAD7, PHQ2 = QUESTIONNAIRES["gad7"], QUESTIONNAIRES["phq2"]


def test_items_and_highest_scores_are_the_published_ones():
    """Doi 10.1001/archinte.166.10.1092 and 10.1097/01.MLR.0000093487.78664.3C."""
    assert (GAD7.n_items, GAD7.highest) == (7, 21)
    assert (PHQ2.n_items, PHQ2.highest) == (2, 6)


@pytest.mark.parametrize(("score", "reached"), [(9, 0), (10, 1), (14, 1), (15, 2), (21, 2)])
def test_cut_offs_of_worry_are_ten_and_fifteen(score, reached):
    assert GAD7.reached(score) == reached


@pytest.mark.parametrize(("score", "reached"), [(2, 0), (3, 1)])
def test_the_cut_off_of_mood_is_three(score, reached):
    assert PHQ2.reached(score) == reached


def test_answers_count_from_nought_to_three():
    assert GAD7.score(["not_at_all"] * 7) == 0
    assert GAD7.score(["nearly_every_day"] * 7) == 21
    assert [PHQ2.score([answer, "not_at_all"]) for answer in ANSWERS] == [0, 1, 2, 3]


@pytest.mark.parametrize("answers", [[], ["not_at_all"], ["not_at_all", ""], ["x", "y"]])
def test_a_part_that_is_not_whole_has_no_score(answers):
    with pytest.raises(InvalidEntry, match="Answer all 2 questions"):
        PHQ2.score(answers)
