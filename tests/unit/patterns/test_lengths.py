"""How long bouts last: a usual length, a change when it holds, and nothing from a few days."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from myolog.journal.model import Journal
from myolog.patterns.lengths import LEAST_DAYS, length_pattern
from myolog.patterns.report import find_patterns
from tests.factories import episode

TODAY = date(2027, 1, 1)
NOON = datetime(2026, 1, 5, 12, 5, tzinfo=UTC)


def journal(lengths_by_day):
    return Journal(
        tuple(
            episode(started_at=NOON + timedelta(days=day, minutes=number), duration_s=length)
            for day, lengths in enumerate(lengths_by_day)
            for number, length in enumerate(lengths)
        ),
        "UTC",
    )


def drifting(ratio, *, n_days=80, spread=0.4, seed=1):
    rng = np.random.default_rng(seed)
    return journal(
        [
            [max(1, round(40 * ratio ** (day / n_days) * float(np.exp(rng.normal(0, spread)))))] * 2
            for day in range(n_days)
        ]
    )


@pytest.mark.parametrize(("ratio", "verdict"), [(4.0, "longer"), (0.25, "shorter")])
def test_a_large_change_is_told_with_its_range(ratio, verdict):
    found = length_pattern(drifting(ratio), today=TODAY)
    assert found.verdict == verdict
    assert found.low90 < ratio < found.high90


def test_a_steady_length_over_many_days_shows_no_sign():
    assert length_pattern(drifting(1.0), today=TODAY).verdict == "no_sign"


def test_scattered_lengths_cannot_tell():
    found = length_pattern(drifting(1.2, n_days=24, spread=1.2), today=TODAY)
    assert found.verdict == "cannot_tell"
    assert found.ratio is not None
    assert found.days_needed is None


def test_a_day_counts_once_by_the_middle_of_its_bouts():
    found = length_pattern(journal([[10, 20, 600]] + [[20]] * 4), today=TODAY)
    assert (found.usual_s, found.low_s, found.high_s) == (20, 20, 20)
    assert (found.days, found.bouts, found.days_needed) == (5, 7, LEAST_DAYS)


def test_bouts_of_unknown_length_and_later_ones_are_left_out():
    found = length_pattern(Journal((episode(),), "UTC"), today=TODAY)
    assert (found.days, found.usual_s) == (0, None)
    assert length_pattern(drifting(1.0), today=date(2026, 1, 4)).days == 0


def test_equal_lengths_are_no_sign():
    assert length_pattern(journal([[30]] * 30), today=TODAY).verdict == "no_sign"


@pytest.mark.no_cover
def test_a_false_change_is_rare():
    alarms = sum(
        length_pattern(drifting(1.0, n_days=30, seed=seed), today=TODAY).verdict != "no_sign"
        and length_pattern(drifting(1.0, n_days=30, seed=seed), today=TODAY).verdict
        != "cannot_tell"
        for seed in range(150)
    )
    assert alarms <= 9  # 99 % of a binomial of 150 and 2.5 %


def test_the_three_patterns_stand_side_by_side_as_plain_data():
    report = find_patterns(drifting(1.0), today=TODAY)
    plain = report.as_dict()
    assert set(plain) == {"hours", "places", "lengths"}
    assert plain["lengths"]["verdict"] == report.lengths.verdict
    assert plain["places"]["places"][0]["site"] == "calf"
