"""What the profile answers, and for how long."""

from datetime import timedelta

import pytest

from myolog.journal.model import Journal
from myolog.triage import assess
from myolog.triage.profile import profile_answers
from tests.factories import DAY, fact


@pytest.mark.parametrize(
    ("code", "told", "days", "then", "later"),
    [
        ("lithium", "no", 90, False, None),
        ("pregnant", "no", 90, False, None),
        ("kidney", "none", 365, "none", None),
        ("cancer_history", "no", 365, False, None),
        ("family_nm", "no", 5000, False, False),
        ("lithium", "yes", 90, True, True),
        ("kidney", "chronic_disease", 365, "chronic_disease", "chronic_disease"),
        ("lithium", "not_sure", 90, "not_sure", "not_sure"),
        ("age_years", 119, 730, 120, 120),
        ("weight_kg", 70, 1, None, None),
    ],
)
def test_a_no_lapses_and_a_sign_stays(code, told, days, then, later):
    journal = Journal((fact(code, told),))
    held = profile_answers(journal, DAY + timedelta(days=days - 1))
    assert held.get(code) == then
    assert profile_answers(journal, DAY + timedelta(days=days)).get(code) == later


def test_the_check_asks_a_lapsed_no_again():
    journal = Journal((fact("lithium", "no"),))
    late = DAY + timedelta(days=90)
    assert "lithium" not in assess(journal, {}, today=late - timedelta(days=1)).missing
    assert "lithium" in assess(journal, {}, today=late).missing
