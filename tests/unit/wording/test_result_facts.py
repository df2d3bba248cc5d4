"""The dates behind a reason are no more exact than the person knows them."""

from datetime import date

import pytest

from myolog.journal.model import Journal
from myolog.triage.assessment import assess
from myolog.wording.result_facts import facts_of
from tests.factories import DAY, story


@pytest.mark.parametrize(
    ("precision", "since"),
    [("day", "1 November 2025"), ("month", "November 2025"), ("year", "2025")],
)
def test_a_beginning_known_roughly_is_told_roughly(precision: str, since: str) -> None:
    told = Journal((story(onset_day=date(2025, 11, 1), onset_precision=precision),))
    facts = facts_of(told, assess(told, {}, today=DAY), today=DAY)
    assert facts["run_days"] == f"It has twitched on most days for 129 days, since {since}."
