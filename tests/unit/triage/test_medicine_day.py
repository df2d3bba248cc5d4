"""A medicine is new only where the day of its beginning or change was told."""

from typing import Any

import pytest

from myolog.journal.model import Journal
from myolog.triage.derive import new_medicine
from tests import factories as make


@pytest.mark.parametrize(
    ("told", "suggested"),
    [
        ({"action": "start"}, True),
        ({"action": "change"}, True),
        ({"action": "start", "dated": False}, None),
        ({"action": "change", "dated": False}, None),
        ({"action": "taken"}, None),
        ({"action": "taken", "dated": True}, None),
        ({"action": "stop"}, None),
    ],
)
def test_only_a_told_day_makes_a_medicine_new(told: dict[str, Any], suggested: bool | None) -> None:
    journal = Journal((make.medicine(**told), make.episode()))
    assert new_medicine(journal, make.DAY) is suggested
