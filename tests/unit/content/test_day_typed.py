"""A date or a month that is typed alone is read; whatever else is typed stays words."""

from datetime import date

import pytest

from myolog.content.day_typed import days_named, month_alone
from myolog.content.languages import speaking

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("language", "typed", "first", "last"),
    [
        ("en", "2026-03-09", "2026-03-09", "2026-03-09"),
        ("en", " 9.3.2026 ", "2026-03-09", "2026-03-09"),
        ("en", "9 March", "2026-03-09", "2026-03-09"),
        ("en", "9th of March 2025", "2025-03-09", "2025-03-09"),
        ("en", "March 9, 2025", "2025-03-09", "2025-03-09"),
        ("en", "Dec 24", "2025-12-24", "2025-12-24"),
        ("en", "24.12.", "2025-12-24", "2025-12-24"),
        ("en", "February 2028", "2028-02-01", "2028-02-29"),
        ("en", "2026-12", "2026-12-01", "2026-12-31"),
        ("de", "9. März", "2026-03-09", "2026-03-09"),
        ("de", "9. Dez. 2025", "2025-12-09", "2025-12-09"),
        ("de", "Mai 2025", "2025-05-01", "2025-05-31"),
        ("de", "9 march", "2026-03-09", "2026-03-09"),
        ("en", "Today", "2026-11-30", "2026-11-30"),
        ("en", "yesterday", "2026-11-29", "2026-11-29"),
        ("en", "the day before  yesterday", "2026-11-28", "2026-11-28"),
        ("de", "Heute", "2026-11-30", "2026-11-30"),
        ("de", "gestern", "2026-11-29", "2026-11-29"),
        ("de", "vorgestern", "2026-11-28", "2026-11-28"),
        ("de", "yesterday", "2026-11-29", "2026-11-29"),
    ],
)
def test_a_date_or_a_month_is_read(language: str, typed: str, first: str, last: str) -> None:
    with speaking(language):
        found = days_named(typed, today=TODAY)
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "typed",
    ["", "may", "12", "1/2", "3/4/2026", "2026-02-31", "31.2.", "0000-01", "coffee 2026",
     "9 calves", "gestern", "yesterday evening", "99999-01", "29 February 2027 calf",
     "march to june"],
)  # fmt: skip
def test_anything_else_is_words(typed: str) -> None:
    assert days_named(typed, today=TODAY) is None


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("en", "November", date(2026, 11, 1)),
        ("en", " december ", date(2025, 12, 1)),
        ("en", "may", date(2026, 5, 1)),
        ("en", "Okt.", None),
        ("de", "Okt.", date(2026, 10, 1)),
        ("de", "März", date(2026, 3, 1)),
        ("en", "november rain", None),
        ("en", "", None),
    ],
)
def test_the_name_of_a_month_alone_may_be_that_month(
    language: str, typed: str, first: date | None
) -> None:
    with speaking(language):
        assert month_alone(typed, today=TODAY) == first
