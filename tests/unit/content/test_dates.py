"""Dates and numbers: as a person of each language says them."""

from datetime import date, timedelta

import pytest

from myolog.content import dates
from myolog.content.grammar import counted, joined
from myolog.content.languages import LANGUAGES, speaking
from myolog.content.numbers import decimal_mark, figure, thousands_mark

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
    assert dates.weekday_short(DAY) == "We"
    assert dates.month_name(DAY) == "March"
    assert dates.weekday_and_day(DAY) == "Wed 11"
    assert dates.day_number(DAY) == "11"


def test_the_year_is_said_when_it_is_not_this_one() -> None:
    assert dates.spoken_short(DAY, today=date(2026, 12, 1)) == "11 March"
    assert dates.spoken_short(DAY, today=date(2027, 1, 1)) == "11 March 2026"


def test_german_dates_and_numbers_are_written_as_germans_do() -> None:
    with speaking("de"):
        said = (dates.spoken(DAY), dates.spoken_whole(DAY), dates.day_and_month(DAY))
        assert said == ("Mittwoch, 11. März", "Mittwoch, 11. März 2026", "11. März")
        assert dates.whole_date(DAY) == "11. März 2026"
        assert dates.month_and_year(DAY) == "März 2026"
        assert dates.axis_day(DAY) == "11.3."
        assert dates.weekday_and_day(DAY) == "Mi 11."
        assert dates.day_number(DAY) == "11."
        months = [dates.month_short(date(2026, month, 1)) for month in range(1, 13)]
        assert months == [
            "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni",
            "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
        ]  # fmt: skip
        assert (figure(1234567.5, ",.1f"), decimal_mark(), thousands_mark()) == (
            "1.234.567,5", ",", ".",
        )  # fmt: skip


def test_a_list_and_a_count_take_the_form_of_the_language() -> None:
    assert [joined(parts) for parts in ([], ["calf"], ["calf", "thigh"])] == [
        "", "calf", "calf and thigh",
    ]  # fmt: skip
    assert joined(["calf", "thigh", "cheek"]) == "calf, thigh and cheek"
    assert [counted("report.count.day", n) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert counted("report.count.time", 1) == "once"
    with speaking("de"):
        assert joined(["Wade", "Bein", "Wange"]) == "Wade, Bein und Wange"
        assert [counted("report.count.day", n) for n in (1, 2)] == ["1 Tag", "2 Tage"]


@pytest.mark.no_cover
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
