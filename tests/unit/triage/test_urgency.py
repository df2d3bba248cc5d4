"""Which results leave time for a kind word beside what to do (DP-8)."""

import pytest

from myolog.triage.urgency import Urgency, can_wait


@pytest.mark.parametrize(
    ("urgency", "waits"),
    [
        (None, True),
        (Urgency.SELF_CARE, True),
        (Urgency.URGENT, True),
        (Urgency.SAME_DAY, False),
        (Urgency.EMERGENCY, False),
    ],
)
def test_a_result_of_today_or_now_cannot_wait(urgency, waits):
    assert can_wait(urgency) is waits
