"""What is needed before the first day."""

import pytest

from myolog.journal.model import Journal
from myolog.programme.guards import FACTS
from myolog.programme.readiness import readiness
from tests.programme_days import days_before, told
from tests.unit.programme.test_plan import START


def ready(*, urgent=False, n_days=14, **over):
    journal = Journal((*told(START, **over), *days_before(START, n_days)))
    return readiness(journal, START, today=START, urgent=urgent)


def test_with_everything_told_nothing_stands_against_it():
    found = ready()
    assert found.stopped_by is None
    assert found.open_facts == ()
    assert not found.needs_caffeine_days
    assert found.can_compare


@pytest.mark.parametrize(
    ("urgent", "over", "stopped_by"),
    [
        (None, {}, "check"),
        (True, {}, "doctor"),
        (False, {"age_years": 15}, "age"),
        (None, {"age_years": 15}, "age"),
        (False, {"age_years": 17}, "questions"),
        (False, {"age_years": 17, "weight_kg": 60}, None),
    ],
)
def test_what_stands_against_it(urgent, over, stopped_by):
    assert ready(urgent=urgent, **over).stopped_by == stopped_by


def test_facts_never_told_are_asked():
    found = readiness(Journal(), START, today=START, urgent=None)
    assert (found.stopped_by, found.open_facts) == ("questions", FACTS)


@pytest.mark.parametrize(
    ("n_days", "needs", "compares"), [(4, True, False), (5, False, False), (7, False, True)]
)
def test_days_before(n_days, needs, compares):
    found = ready(n_days=n_days)
    assert (found.n_caffeine_days, found.n_observed_days) == (n_days, n_days)
    assert (found.needs_caffeine_days, found.can_compare) == (needs, compares)


def test_where_no_plan_is_made_no_amount_is_needed():
    assert not ready(n_days=0, pregnant="yes").needs_caffeine_days
