"""Before all facts have been asked, the first page of the steps says what is known to hold."""

from datetime import UTC, date, datetime

import pytest

from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.programme.readiness import readiness

TODAY = date(2026, 11, 30)


def told_parts(**answers):
    at = datetime(2026, 11, 30, 7, tzinfo=UTC)
    told = TriageAnswers(day=TODAY, at=at, zone="Europe/Vienna", answers=answers)
    found = readiness(Journal((told,)), TODAY, today=TODAY, urgent=None)
    assert found.open_facts
    return {part: one.guards for part, one in found.told_parts.items() if one.guards}


@pytest.mark.parametrize(
    ("answers", "guards"),
    [
        ({"age_years": 74, "kidney": "chronic_disease"},
         {"drinks": ("GUARD-FLUID",), "potassium": ("GUARD-K",), "magnesium": ("GUARD-MG",)}),
        ({"age_years": 74, "kidney": "none", "long_term_medicine": True},
         {"potassium": ("GUARD-K",)}),
        ({"kidney": "none"}, {}),
    ],
)  # fmt: skip
def test_only_what_is_known_is_said(answers, guards):
    assert told_parts(**answers) == guards
