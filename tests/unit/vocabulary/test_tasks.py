"""The daily tasks of the weekly look: which answer is the hardest."""

import pytest

from myolog.vocabulary.tasks import hardest


@pytest.mark.parametrize(
    ("answers", "rank"),
    [
        ({"jar": "fine", "keys": "fine"}, 0),
        ({"jar": "fine", "keys": "not_sure"}, 1),
        ({"jar": "not_sure", "keys": "harder"}, 2),
        ({"jar": "much_harder", "keys": "fine"}, 3),
        ({"jar": "cannot", "keys": "harder"}, 4),
    ],
)
def test_the_hardest_answer_counts(answers: dict[str, str], rank: int) -> None:
    assert hardest(answers) == rank
