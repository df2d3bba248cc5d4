"""The daily tasks of the weekly look: which answer is the hardest."""

import pytest

from myolog.vocabulary.tasks import hardest


@pytest.mark.parametrize(
    ("answers", "rank"),
    [
        ({"jar": "fine", "keys": "fine"}, 0),
        ({"jar": "fine", "keys": "harder"}, 1),
        ({"jar": "much_harder", "keys": "fine"}, 2),
        ({"jar": "cannot", "keys": "harder"}, 3),
    ],
)
def test_the_hardest_answer_counts(answers: dict[str, str], rank: int) -> None:
    assert hardest(answers) == rank
