"""The day of the menstrual cycle, counted on."""

from datetime import date, timedelta

import pytest

from myolog.attention.agenda import told_before
from myolog.content.names import exposure_value
from myolog.journal.cycle import counted_on
from myolog.journal.model import Journal
from tests.factories import exposure

SECOND = date(2026, 3, 2)


def noted(day: date, value: float, source: str = "self") -> Journal:
    return Journal((exposure(code="cycle_day", day=day, value=value, source=source),))


@pytest.mark.parametrize(
    ("value", "back", "number"),
    [(1, 1, 2), (1, 16, 17), (1, 59, 60), (1, 60, None), (5, 55, 60), (5, 56, None), (60, 1, None)],
)
def test_a_day_is_counted_on_up_to_sixty(value: float, back: int, number: float | None) -> None:
    found = counted_on(noted(SECOND, value), SECOND + timedelta(days=back))
    assert (found and (found.number, found.since)) == (number and (number, SECOND))


def test_nothing_is_counted_back_or_from_what_was_only_filled_in() -> None:
    assert counted_on(noted(SECOND, 1), SECOND) is None
    assert counted_on(noted(SECOND, 1), SECOND - timedelta(days=1)) is None
    assert counted_on(noted(SECOND, 1, "same as yesterday"), SECOND + timedelta(days=1)) is None


def test_the_same_as_before_counts_the_day_on_or_leaves_it_out() -> None:
    after = told_before(noted(SECOND, 1), SECOND + timedelta(days=1))
    assert {code: one.value for code, one in after.items()} == {"cycle_day": 2}
    assert told_before(noted(SECOND, 60), SECOND + timedelta(days=1)) == {}
    assert told_before(noted(SECOND, 1), SECOND + timedelta(days=2)) == {}


def test_a_day_of_the_cycle_has_no_unit_behind_it() -> None:
    assert exposure_value("cycle_day", 17) == "17"
