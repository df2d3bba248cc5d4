"""Whatever the days hold, a search gives a verdict for every exposure, or one clear sentence."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from myolog.errors import UserError
from myolog.triggers import TriggerReport, analyse

NAMES = ("coffee", "stress", "sleep")
NUMBERS = st.one_of(
    st.just(math.nan),
    st.integers(0, 12).map(float),
    st.floats(0, 1e6, allow_subnormal=False),
)
VALUES = st.one_of(NUMBERS, st.floats(-1e6, 1e6, allow_subnormal=False))
EXAMPLES = 1_000 if settings().max_examples > 1_000 else 60


@st.composite
def diaries(draw):
    days = draw(st.integers(0, 45))
    column = st.lists(VALUES, min_size=days, max_size=days)
    return {
        "counts": draw(st.lists(NUMBERS, min_size=days, max_size=days)),
        "exposures": {name: draw(column) for name in NAMES},
        "units": dict.fromkeys(NAMES, draw(st.floats(1e-3, 1e3))),
    }


def check(report: TriggerReport) -> None:
    assert [found.exposure for found in report.findings] == list(NAMES)
    for found in report.findings:
        assert 0 <= found.score <= 1
        assert math.isclose(sum(found.lag_weights), 1)
        assert found.days_needed is None or found.days_needed > 0
        assert (found.verdict == "cannot_tell") == (found.reason is not None)
        assert found.flagged == (found.verdict in {"likely_trigger", "likely_protective"})
        if found.contrast is None:
            assert math.isnan(found.rate_ratio)
        else:
            assert 0 <= found.low90 <= found.rate_ratio <= found.high90


@given(diaries())
@settings(max_examples=EXAMPLES)
def test_every_diary_has_a_verdict(diary):
    check(analyse(**diary))


@given(diaries(), st.sampled_from([-1.0, math.inf, -math.inf]))
@settings(max_examples=20)
def test_an_impossible_count_is_one_sentence_and_no_verdict(diary, count):
    with pytest.raises(UserError) as told:
        analyse(
            counts=[*diary["counts"], count],
            exposures={name: [*values, 1.0] for name, values in diary["exposures"].items()},
            units=diary["units"],
        )
    assert told.value.code == "invalid_counts"


@given(diaries())
@settings(max_examples=20)
def test_a_day_that_was_not_logged_changes_no_number(diary):
    """A day added before, with nothing known of it, is no day without twitches."""
    report = analyse(**diary)
    longer = {
        "counts": [math.nan, *diary["counts"]],
        "exposures": {name: [math.nan, *values] for name, values in diary["exposures"].items()},
    }
    later = analyse(**(diary | longer))
    assert later.days_logged == report.days_logged
    assert later.twitches == report.twitches
    for one, other in zip(report.findings, later.findings, strict=True):
        assert one.days_used == other.days_used
        assert np.isnan(one.rate_ratio) == np.isnan(other.rate_ratio)
