"""Dates and numbers: as a person of each language says them."""

from datetime import date, timedelta

import pytest

from myolog.content import dates
from myolog.content.languages import LANGUAGES, speaking
from myolog.content.numbers import figure

DAY = date(2026, 3, 11)


def test_a_date_says_as_much_as_is_asked_for() -> None:
    assert dates.spoken(DAY) == "Wednesday 11 March"
    assert dates.spoken_whole(DAY) == "Wednesday 11 March 2026"
    assert dates.day_and_month(DAY) == "11 March"
    assert dates.whole_date(DAY) == "11 March 2026"
    assert dates.month_and_year(DAY) == "March 2026"
    assert dates.month_short(DAY) == "Mar"
    assert dates.axis_day(DAY) == "11 Mar"
    assert dates.weekday(DAY) == "Wednesday"
    assert dates.weekday_and_day(DAY) == "Wed 11"
    assert dates.day_number(DAY) == "11"


def test_the_year_is_said_when_it_is_not_this_one() -> None:
    assert dates.spoken_short(DAY, today=date(2026, 12, 1)) == "11 March"
    assert dates.spoken_short(DAY, today=date(2027, 1, 1)) == "11 March 2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_days_of_a_year_are_said_alike(language: str) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    with speaking(language):
        for say in (dates.spoken, dates.day_and_month, dates.axis_day):
            assert len({say(day) for day in days}) == 365
        assert len({dates.weekday(day) for day in days}) == 7
        assert len({dates.month_short(day) for day in days}) == 12


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [(4, ".10g", "4"), (4.5, ".10g", "4.5"), (1234567, ",", "1,234,567"), (0.25, ".1f", "0.2")],
)
def test_a_number_is_written_as_asked(value: float, form: str, said: str) -> None:
    assert figure(value, form) == said
