"""For how many days: what people type in both languages, each value counted by hand."""

import pytest

from myolog.content.languages import speaking
from myolog.content.typed import days_typed
from myolog.errors import InvalidEntry, Unclear
from myolog.phrases.spans import read_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12", 12), ("0", 0), ("two", 2), ("60 days", 60), ("60days", 60), ("1 day", 1),
        ("two months", 61), ("about two months", 61), ("a month", 30), ("3 months", 91),
        ("half a year", 183), ("a year", 365), ("one and a half years", 548), ("2 yrs", 731),
        ("for 3 weeks", 21), ("a couple of weeks", 14), ("2 weeks and 3 days", 17),
        ("1 year, 2 months", 426), ("fourteen days", 14), ("1 000 days", 1000),
        ("3 Wochen", 21), ("seit 3 Wochen", 21), ("drei Wochen", 21), ("ca. 2 Monate", 61),
        ("zwei Monaten", 61), ("ein halbes Jahr", 183), ("anderthalb Jahre", 548),
        ("einem Monat", 30), ("vierzehn Tage", 14), ("1 Woche und 2 Tage", 9), ("ein Tag", 1),
        ("achtzehn Tage", 18), ("fuenf Wochen", 35), ("1½ weeks", 11), ("TWO MONTHS", 61),
        ("  10   Tage ", 10),
    ],
)  # fmt: skip
def test_a_period_is_read_in_both_languages(text: str, days: int) -> None:
    assert read_days(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "", "weeks", "a few weeks", "ein paar Wochen", "long", "lange", "-3", "-3 weeks", "3 x",
        "3 days 2 weeks", "2 weeks 2 weeks", "3 weekss", "3 weeks ago yesterday", "2 hours", "-",
    ],
)  # fmt: skip
def test_what_names_no_number_of_days_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InvalidEntry, match="is not a length of time; write it in days, weeks"):
        read_days(text)


def test_a_mark_of_decimals_is_that_of_the_language() -> None:
    with speaking("de"):
        assert days_typed("1,5 Jahre") == 548
        with pytest.raises(Unclear, match=r"1000 tage or 1,0 tage"):
            days_typed("1,000 Tage")
    assert days_typed("1.5 years") == 548
