"""Twelve flows of ordinary life take the taps that are written here, on a phone of 360 by 780."""

import pytest

from tests.web.browser.conftest import Open, days_ago
from tests.web.browser.flows import PHONE, WITH_A_NEW_JOURNAL, WITH_TWO_MONTHS, Flow, Walk
from tests.web.conftest import Served

pytestmark = [pytest.mark.browser]

TAPS = {
    "the_calm_path_of_the_check": 12,  # aim: at most 12
    "the_page_for_the_doctor": 2,
    "the_start_of_the_steps": 8,  # aim: at most 10
    "none_today": 1,
    "same_as_yesterday": 3,
    "a_usual_place": 2,
    "an_entry_changed_in_place": 4,
    "a_new_place_on_the_body": 2,
    "the_check_in_of_a_day": 12,  # aim: at most 14
    "a_forgotten_week": 21,  # aim: three a day
    "an_old_entry_by_a_word": 4,
    "two_periods_compared": 7,  # four of them are dates
}
"""What each flow takes, counted by hand on the pages; a typed field counts as one."""


def walked(served: Served, state: str | None, enter: Open, flows: tuple[Flow, ...]) -> None:
    page, watch = enter(served, state, viewport=PHONE, has_touch=True)
    taken = {}
    for flow in flows:
        walk = Walk(page, served.base, days_ago())
        flow(walk)
        taken[flow.__name__] = walk.taps
    assert taken == {name: TAPS[name] for name in taken}
    assert watch.elsewhere == []
    assert watch.complaints == []


def test_five_flows_with_a_new_journal(fresh: Served, enter: Open) -> None:
    walked(fresh, None, enter, WITH_A_NEW_JOURNAL)


def test_seven_flows_with_a_journal_of_two_months(
    two_months: tuple[Served, str], enter: Open
) -> None:
    served, state = two_months
    walked(served, state, enter, WITH_TWO_MONTHS)


def test_every_flow_has_its_figure() -> None:
    flows = (*WITH_A_NEW_JOURNAL, *WITH_TWO_MONTHS)
    assert {flow.__name__ for flow in flows} == set(TAPS)
    assert len(TAPS) == 12
