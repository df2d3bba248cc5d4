"""Weeks, months and seasons of the calendar."""

from datetime import date

from myolog.journal.spans import Span, span_before, span_of, spans_between


def ends(span: Span) -> tuple[str, str, int]:
    return str(span.first), str(span.last), span.n_days


def test_a_week_begins_on_monday_also_at_the_turn_of_the_year() -> None:
    assert ends(span_of(date(2027, 1, 1), "weeks")) == ("2026-12-28", "2027-01-03", 7)


def test_a_season_is_three_months_and_winter_reaches_into_the_next_year() -> None:
    assert ends(span_of(date(2026, 11, 30), "seasons")) == ("2026-09-01", "2026-11-30", 91)
    winter = span_of(date(2028, 2, 29), "seasons")
    assert ends(winter) == ("2027-12-01", "2028-02-29", 91)
    assert ends(span_before(winter, "seasons")) == ("2027-09-01", "2027-11-30", 91)


def test_spans_follow_each_other_without_a_gap() -> None:
    found = spans_between(date(2025, 12, 31), date(2026, 3, 1), "months")
    assert [ends(one) for one in found] == [
        ("2025-12-01", "2025-12-31", 31), ("2026-01-01", "2026-01-31", 31),
        ("2026-02-01", "2026-02-28", 28), ("2026-03-01", "2026-03-31", 31),
    ]  # fmt: skip
    assert not found[0].meets(found[1])
    assert found[0].meets(Span(first=date(2025, 12, 31), last=date(2026, 1, 1)))
