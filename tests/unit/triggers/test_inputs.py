"""What cannot be used is told in one sentence; what is missing stays missing."""

from datetime import date

import numpy as np
import pytest

from myolog.errors import UserError
from myolog.triggers import analyse
from myolog.triggers.inputs import read_inputs

DAYS = 20
GOOD = {
    "counts": np.arange(DAYS, dtype=float),
    "exposures": {"coffee": np.arange(DAYS) % 3},
    "units": {"coffee": 1},
}


class Dated:
    """Columns with a daily index, as a data frame has them."""

    def __init__(self, days, columns):
        self.index = type("Index", (), {"values": np.array(days, dtype="datetime64[ns]")})
        self.columns = columns

    def items(self):
        return self.columns.items()


def consecutive(start, n_days=DAYS):
    return np.datetime64(start) + np.arange(n_days)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"counts": np.full(DAYS, -1.0)}, "invalid_counts"),
        ({"counts": np.full(DAYS, np.inf)}, "invalid_counts"),
        ({"counts": np.full(DAYS, 1e300)}, "invalid_counts"),
        ({"counts": ["many"] * DAYS}, "not_numbers"),
        ({"counts": np.zeros((DAYS, 2))}, "not_numbers"),
        ({"counts": 7.0}, "not_numbers"),
        ({"counts": np.zeros(DAYS + 1)}, "unequal_lengths"),
        ({"exposures": {"coffee": np.zeros(3)}}, "unequal_lengths"),
        ({"exposures": {"coffee": ["a cup"] * DAYS}}, "not_numbers"),
        ({"exposures": {"coffee": np.full(DAYS, np.inf)}}, "invalid_exposure"),
        ({"exposures": {"coffee": np.full(DAYS, -1e300)}}, "invalid_exposure"),
        ({"attention": np.full(DAYS, -1.0)}, "invalid_attention"),
        ({"attention": np.full(DAYS, np.inf)}, "invalid_attention"),
        ({"attention": np.zeros(3)}, "unequal_lengths"),
        ({"units": {}}, "invalid_unit"),
        ({"units": {"coffee": 0}}, "invalid_unit"),
        ({"units": {"coffee": -60}}, "invalid_unit"),
        ({"units": {"coffee": "a cup"}}, "invalid_unit"),
        ({"units": {"coffee": np.nan}}, "invalid_unit"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(changed, code):
    with pytest.raises(UserError) as told:
        analyse(**(GOOD | changed))
    assert told.value.code == code
    assert told.value.message.count(". ") == 0
    assert told.value.message.endswith(".")


@pytest.mark.parametrize(
    "days",
    [
        consecutive("2026-01-05")[::-1],
        np.repeat(consecutive("2026-01-05", DAYS // 2), 2),
        consecutive("2026-01-05") + np.where(np.arange(DAYS) > 9, 1, 0),
        np.array([np.datetime64("NaT")] * DAYS),
        consecutive("2026-01-05", 5),
    ],
    ids=["unsorted", "doubled", "with a gap", "no dates", "too few"],
)
def test_dates_that_are_not_each_day_once_are_refused(days):
    with pytest.raises(UserError) as told:
        read_inputs(**(GOOD | {"exposures": Dated(days, GOOD["exposures"])}))
    assert told.value.code == "invalid_dates"


def test_dates_tell_the_weekday_and_the_days_of_the_report():
    dated = Dated(consecutive("2026-01-09"), GOOD["exposures"])
    inputs = read_inputs(**(GOOD | {"exposures": dated}))
    assert inputs.first_day == date(2026, 1, 9)
    assert inputs.first_weekday == 4
    report = analyse(**(GOOD | {"exposures": dated}))
    assert (report.first_day, report.last_day) == (date(2026, 1, 9), date(2026, 1, 28))


def test_without_dates_the_first_day_is_a_monday():
    assert read_inputs(**GOOD).first_weekday == 0
    undated = Dated([], {})
    undated.index.values = np.arange(DAYS)
    undated.columns = GOOD["exposures"]
    assert read_inputs(**(GOOD | {"exposures": undated})).first_day is None


def test_no_days_and_no_exposures_are_no_error():
    empty = Dated(np.array([], dtype="datetime64[ns]"), {})
    assert read_inputs(counts=[], exposures=empty, units={}).first_day is None
    assert analyse(counts=[], exposures={}, units={}).findings == ()
    nothing_counted = analyse(counts=[], exposures={"coffee": []}, units={"coffee": 1})
    assert nothing_counted.finding("coffee").reason == "no_counts"
