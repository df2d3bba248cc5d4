"""Where it twitches: days, shares and intervals, from head to foot."""

from datetime import date, timedelta

import numpy as np
import pytest

from myolog.journal.model import Journal
from myolog.patterns.places import LEAST_DAYS, place_pattern
from tests.factories import DAY, episode, none_today, tally

TODAY = date(2027, 1, 1)


def days(n_days, noted):
    entries = []
    for number in range(n_days):
        day = DAY + timedelta(days=number)
        entries.append(tally(day=day) if number in noted else none_today(day=day))
    return Journal(tuple(entries), "UTC")


def test_places_stand_from_head_to_foot_and_never_by_number():
    entries = [tally(day=DAY + timedelta(days=number)) for number in range(9)]
    entries += [tally(side="right"), tally(site="eyelid"), tally(site="forearm", side=None)]
    found = place_pattern(Journal(tuple(entries), "UTC"), today=TODAY)
    assert [(one.site, one.side, one.days) for one in found.places] == [
        ("eyelid", "left", 1),
        ("forearm", None, 1),
        ("calf", "left", 9),
        ("calf", "right", 1),
    ]


def test_a_day_with_a_tally_and_bouts_of_one_place_counts_once():
    found = place_pattern(Journal((episode(), tally()), "UTC"), today=TODAY)
    assert [(one.days, one.share) for one in found.places] == [(1, 1.0)]


@pytest.mark.parametrize("n_days", [1, LEAST_DAYS - 1])
def test_few_days_have_no_interval(n_days):
    found = place_pattern(days(n_days, {0}), today=TODAY)
    assert found.days_needed == LEAST_DAYS
    assert (found.places[0].low90, found.places[0].high90) == (None, None)


def test_no_place_is_no_row():
    assert place_pattern(Journal(), today=TODAY).places == ()
    assert place_pattern(days(20, set()), today=TODAY).places == ()


def test_days_that_resemble_their_neighbours_are_less_sure():
    alternating = place_pattern(days(60, set(range(0, 60, 2))), today=TODAY).places[0]
    in_a_row = place_pattern(days(60, set(range(30))), today=TODAY).places[0]
    assert alternating.share == in_a_row.share == 0.5
    assert in_a_row.high90 - in_a_row.low90 > 2 * (alternating.high90 - alternating.low90)


def test_the_interval_of_one_place_on_unlike_days_is_wilsons():
    """15 of 60, z = 1.645: 0.170 to 0.352 by the formula of Wilson 1927."""
    spread = {number for number in range(60) if number % 4 == 0}
    found = place_pattern(days(60, spread), today=TODAY).places[0]
    np.testing.assert_allclose([found.low90, found.high90], [0.1704, 0.3515], atol=5e-4)


def test_a_place_on_every_day_has_an_interval_below_one():
    found = place_pattern(days(30, set(range(30))), today=TODAY).places[0]
    assert found.share == 1
    assert 0.85 < found.low90 < found.high90
    assert found.high90 == pytest.approx(1)


def test_more_places_widen_every_interval():
    both = Journal(
        tuple(
            tally(day=DAY + timedelta(days=number), side=side)
            for number in range(60)
            for side in ("left", "right")
            if number % 4 == 0
        )
        + tuple(none_today(day=DAY + timedelta(days=number)) for number in range(60) if number % 4),
        "UTC",
    )
    alone = place_pattern(days(60, {n for n in range(60) if n % 4 == 0}), today=TODAY).places[0]
    for one in place_pattern(both, today=TODAY).places:
        assert one.low90 < alone.low90 < alone.high90 < one.high90
