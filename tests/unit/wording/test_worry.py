"""What scores of worry and mood advise, in words."""

from myolog.attention.worry import Worry
from myolog.wording.worry import advice_in_words, scores_in_words
from tests.factories import DAY


def test_each_score_gives_its_advice_and_stands_with_its_date():
    worry = Worry(gad7=11, phq2=1, day=DAY)
    assert [one.title for one in advice_in_words(worry)] == ["Worry takes a lot of room", "Mood"]
    assert list(scores_in_words(worry, today=DAY)) == [
        "GAD-7, 9 March: 11 of 21.",
        "PHQ-2, 9 March: 1 of 6.",
    ]


def test_no_score_says_nothing():
    assert advice_in_words(Worry()) == ()
    assert list(scores_in_words(Worry(phq2=None, gad7=None), today=DAY)) == []
