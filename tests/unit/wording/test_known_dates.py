"""Dates as exactly as they were told: a month that was told is no earlier one."""

from datetime import date, timedelta

import pytest

from myolog.content.dates import month_and_year
from myolog.content.languages import speaking
from myolog.web.forms.story import ROUGH
from myolog.wording.known_dates import date_as_known, roughly, short_as_known

CASES = (
    # told on, days that "a month", "three months", "half a year" stand for, what is said
    (date(2026, 3, 2), 30, "about February 2026", "etwa Februar 2026"),
    (date(2026, 3, 1), 30, "about February 2026", "etwa Februar 2026"),
    (date(2026, 3, 4), 30, "February 2026", "Februar 2026"),
    (date(2026, 3, 31), 30, "March 2026", "März 2026"),
    (date(2028, 3, 1), 30, "about February 2028", "etwa Februar 2028"),
    (date(2026, 1, 1), 30, "December 2025", "Dezember 2025"),
    (date(2026, 1, 30), 30, "about January 2026", "etwa Januar 2026"),
    (date(2026, 5, 1), 91, "about February 2026", "etwa Februar 2026"),
    (date(2026, 3, 1), 182, "about September 2025", "etwa September 2025"),
)


@pytest.mark.parametrize(("told", "days", "english", "german"), CASES)
def test_a_month_told_as_so_long_ago_is_said_as_that_month(told, days, english, german):
    day = told - timedelta(days=days)
    assert roughly(day, "month") == english
    assert short_as_known(day, "month", today=told) == english
    with speaking("de"):
        assert date_as_known(day, "month") == german


MONTHS_OF = {30: 1, 91: 3, 182: 6}


def test_no_day_of_telling_makes_the_month_an_earlier_one():
    assert {days for days, known in ROUGH.values() if known == "month"} == set(MONTHS_OF)
    for back in range(4 * 365):
        told = date(2026, 12, 31) - timedelta(days=back)
        for days, months in MONTHS_OF.items():
            year, month = divmod(told.year * 12 + told.month - 1 - months, 12)
            meant = date(year, month + 1, 1)
            following = (meant + timedelta(days=31)).replace(day=1)
            said = date_as_known(told - timedelta(days=days), "month").removeprefix("about ")
            assert said in (month_and_year(meant), month_and_year(following)), told


def test_a_month_that_was_typed_is_that_month():
    assert date_as_known(date(2026, 1, 1), "month") == "January 2026"
    assert date_as_known(date(2026, 1, 31), "day") == "31 January 2026"
    assert date_as_known(date(2026, 1, 31), "year") == "2026"
