"""The daily tasks of the weekly look: which answer is a failure, and which is the hardest."""

import pytest

from myolog.vocabulary.tasks import hardest, one_failed


@pytest.mark.parametrize(
    ("answers", "failed", "rank"),
    [
        ({"jar": "fine", "keys": "fine"}, False, 0),
        ({"jar": "fine", "keys": "harder"}, False, 1),
        ({"jar": "much_harder", "keys": "fine"}, True, 2),
        ({"jar": "cannot", "keys": "harder"}, True, 3),
    ],
)
def test_the_hardest_answer_counts(answers: dict[str, str], failed: bool, rank: int) -> None:
    assert (one_failed(answers), hardest(answers)) == (failed, rank)
