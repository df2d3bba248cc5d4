"""More or fewer than before: rates worked out by hand, gaps that stay gaps, and refusals."""

from datetime import UTC, date, datetime, timedelta
from math import isnan
from zoneinfo import ZoneInfo

import pytest

from myolog.errors import InvalidEntry
from myolog.journal.counted import counted
from myolog.journal.daily import daily_events
from myolog.journal.model import Journal
from myolog.journal.spans import Span, span_of, spans_between
from myolog.patterns.change import LEAST_DAYS, Past
from tests.factories import episode, exposure, none_today, tally

BERLIN = ZoneInfo("Europe/Berlin")


def past(*entries, until: date, zone: str = "Europe/Berlin") -> Past:
    return Past(counted=counted(Journal(entries, zone)), until=until)


def month(year: int, number: int) -> Span:
    return span_of(date(year, number, 1), "months")


def days(first: date, counts) -> list:
    """Tell of days that follow each other; None tells nothing."""
    told = [(first + timedelta(days=n), count) for n, count in enumerate(counts)]
    return [
        tally(day=day, count=count) if count else none_today(day=day)
        for day, count in told
        if count is not None
    ]


def test_the_rate_of_a_month_is_twitches_by_noted_days_and_a_gap_is_no_zero() -> None:
    told = past(
        *days(date(2026, 1, 1), [4, 0, 2, None, 6]),  # 12 on 4 days
        *days(date(2026, 4, 1), [0] * 8),
        until=date(2026, 4, 20),
    )
    spans = spans_between(date(2026, 1, 1), told.until, "months")
    january, february, march, april = map(told.part, spans)
    assert (january.n_noted, january.n_events, january.span.n_days) == (4, 12, 31)
    assert january.rate is not None
    assert january.rate.rate == 3.0
    assert january.rate.low < 3.0 < january.rate.high
    assert [(one.n_noted, one.rate) for one in (february, march)] == [(0, None)] * 2
    assert april.rate is not None
    assert (april.rate.rate, april.rate.low) == (0.0, 0.0)
    assert 0 < april.rate.high < 1
    assert (april.span.last, april.so_far, march.so_far) == (date(2026, 4, 20), True, False)


def test_single_twitches_and_a_tally_of_a_place_count_once_and_words_are_told() -> None:
    morning = datetime(2026, 3, 3, 8, tzinfo=BERLIN)
    told = past(
        *(episode(started_at=morning + timedelta(minutes=n), zone="Europe/Berlin") for n in (1, 5)),
        tally(day=date(2026, 3, 3), site="calf", side="left", amount="many"),  # 6, not 8
        tally(day=date(2026, 3, 3), site="eyelid", side="left", count=0),
        exposure(day=date(2026, 3, 4)),
        until=date(2026, 3, 31),
    )
    part = told.part(month(2026, 3))
    assert (part.n_noted, part.n_events, part.rate, part.in_words) == (1, 6, None, True)
    assert told.counted.place_days(date(2026, 3, 1), told.until) == {
        ("calf", "left"): {date(2026, 3, 3)}
    }


def test_a_twitch_counts_on_the_day_of_the_clock_on_the_wall_when_clocks_change() -> None:
    entries = [
        episode(started_at=at, zone="Europe/Berlin")
        for at in (
            datetime(2026, 2, 28, 23, 30, tzinfo=UTC),  # 00:30 on 1 March in Berlin
            datetime(2026, 3, 31, 21, 59, tzinfo=UTC),  # 23:59 on 31 March, in summer time
            datetime(2026, 3, 31, 22, 1, tzinfo=UTC),  # 00:01 on 1 April
            datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
            datetime(2026, 3, 29, 1, 1, tzinfo=UTC),  # one minute later on the clock of Berlin
        )
    ]
    told = past(*entries, until=date(2026, 4, 30))
    found = [told.part(month(2026, number)) for number in (2, 3, 4)]
    assert [(part.n_noted, part.n_events) for part in found] == [(0, 0), (3, 4), (1, 1)]


def test_counting_says_of_each_day_what_the_whole_journal_says() -> None:
    journal = Journal(
        (
            *days(date(2026, 1, 1), [4, 0, 2, None, 6]),
            episode(started_at=datetime(2026, 1, 5, 9, tzinfo=UTC)),
            tally(day=date(2026, 1, 6), site="thigh", amount="some"),
        ),
        "UTC",
    )
    first, last = date(2025, 12, 31), date(2026, 1, 7)
    events = counted(journal).events(first, last)
    assert [None if isnan(one) else one for one in events] == [None, 4, 0, 2, None, 6, 2, None]
    assert str(events) == str(daily_events(journal, first, last))


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [([8, 10, 9, 12], [2, 3, 2, 1], "fewer"), ([2, 3, 2, 1], [8, 10, 9, 12], "more"),
     ([1, 9, 0, 8], [6, 2, 9, 3], "cannot_tell"), ([0], [0], "cannot_tell")],
)  # fmt: skip
def test_more_and_fewer_are_told_when_they_are_clear(before, after, verdict) -> None:
    told = past(
        *days(date(2026, 2, 1), (before * 28)[:28]),
        *days(date(2026, 3, 1), (after * 31)[:31]),
        until=date(2026, 3, 31),
    )
    assert told.newest_two("months") == (month(2026, 2), month(2026, 3))
    change = told.compare(month(2026, 2), month(2026, 3))
    assert change.verdict == verdict
    if verdict == "fewer":
        assert change.low < 2 / 9.75 < change.high < 1


def test_about_the_same_takes_many_even_days_and_the_days_between_do_not_count() -> None:
    steady = [4, 5, 4, 3, 4, 5, 3] * 15
    told = past(
        *days(date(2025, 3, 1), steady[:92]),
        *days(date(2025, 7, 1), [40] * 60),
        *days(date(2026, 3, 1), steady[:92]),
        until=date(2026, 5, 31),
    )
    change = told.compare(
        span_of(date(2025, 3, 1), "seasons"), span_of(date(2026, 3, 1), "seasons")
    )
    assert change.verdict == "same"
    assert (change.earlier.n_noted, change.later.n_noted) == (92, 92)


def test_few_noted_days_cannot_tell_however_different_they_are() -> None:
    told = past(
        *days(date(2026, 2, 1), [1] * 28),
        *days(date(2026, 3, 1), [50] * (LEAST_DAYS - 1)),
        until=date(2026, 3, 31),
    )
    change = told.compare(month(2026, 2), month(2026, 3))
    assert (change.verdict, change.ratio, change.low, change.high) == ("cannot_tell", *[None] * 3)


def test_what_is_compared_unasked_is_the_newest_time_with_enough_notes() -> None:
    told = past(*days(date(2026, 3, 1), [1] * 36), until=date(2026, 4, 6))
    assert told.newest_two("weeks") == (
        Span(first=date(2026, 2, 10), last=date(2026, 3, 9)),
        Span(first=date(2026, 3, 10), last=date(2026, 4, 6)),
    )
    assert told.newest_two("months") == (month(2026, 2), month(2026, 3)), "April has 5 noted days"
    few = past(none_today(day=date(2026, 4, 1)), until=date(2026, 4, 6))
    assert few.newest_two("months") == (month(2026, 3), month(2026, 4))
    nothing = past(none_today(day=date(2026, 4, 7)), until=date(2026, 4, 6))
    assert nothing.newest_two("months") == (month(2026, 3), month(2026, 4))
    assert nothing.alike == 0


def test_one_day_of_thousands_makes_no_month_more() -> None:
    told = past(
        *days(date(2026, 2, 1), [4, 5, 3, 4] * 7),
        *days(date(2026, 3, 1), [4, 5, 3, 4] * 7 + [5000]),
        until=date(2026, 3, 31),
    )
    assert told.compare(month(2026, 2), month(2026, 3)).verdict == "cannot_tell"


JANUARY, MARCH = month(2026, 1), month(2026, 3)


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        (Span(first=date(2026, 1, 9), last=date(2026, 1, 8)), MARCH, "period_reversed"),
        (JANUARY, Span(first=date(2026, 3, 9), last=date(2026, 4, 1)), "period_ahead"),
        (JANUARY, Span(first=date(2026, 1, 31), last=date(2026, 2, 2)), "periods_overlap"),
        (JANUARY, month(2026, 2), "period_empty"),
        (Span(first=date(1, 1, 1), last=date(2026, 1, 9)), MARCH, "named_date_too_far"),
    ],
)
def test_periods_that_cannot_be_compared_are_refused(one: Span, other: Span, key: str) -> None:
    told = past(
        none_today(day=date(2026, 1, 5)), tally(day=date(2026, 3, 5)), until=date(2026, 3, 31)
    )
    for pair in ((one, other), (other, one)):
        with pytest.raises(InvalidEntry) as refused:
            told.in_turn(*pair)
        assert refused.value.key == key
    assert told.in_turn(MARCH, JANUARY) == told.in_turn(JANUARY, MARCH) == (JANUARY, MARCH)


def test_ten_years_of_seasons_are_seen_at_once_and_weeks_a_year_at_a_time() -> None:
    told = past(none_today(day=date(2016, 12, 5)), until=date(2026, 11, 29))
    assert told.usual_kind() == "seasons"
    seasons = told.window("seasons")
    assert (len(seasons.spans), seasons.older, seasons.newer) == (40, None, None)
    newest = told.window("weeks")
    assert (len(newest.spans), newest.older, newest.newer) == (52, date(2025, 11, 30), None)
    before = told.window("weeks", before=newest.older)
    assert before.spans[-1].last == date(2025, 11, 30)
    assert before.newer == date(2026, 11, 29)
    oldest = told.window("months", before=date(2010, 1, 1))
    assert (len(oldest.spans), oldest.older, oldest.newer) == (1, None, date(2019, 12, 31))


def test_a_young_journal_is_shown_by_weeks_and_one_of_a_year_by_months() -> None:
    assert past(none_today(day=date(2026, 3, 1)), until=date(2026, 8, 30)).usual_kind() == "weeks"
    assert past(none_today(day=date(2025, 3, 1)), until=date(2026, 8, 30)).usual_kind() == "months"
    nothing = past(until=date(2026, 8, 30))
    assert nothing.usual_kind() == "weeks"
    assert len(nothing.window("weeks").spans) == 1


def test_a_leap_february_is_divided_by_its_noted_days() -> None:
    """BetterCounter issue 50: 41 in February 2024 were averaged over 31 days."""
    told = past(*days(date(2024, 2, 1), [1] * 17 + [2] * 12), until=date(2024, 3, 2))
    part = told.part(month(2024, 2))
    assert (part.n_noted, part.n_events) == (29, 41)
    assert part.rate is not None
    assert part.rate.rate == pytest.approx(41 / 29)


def test_the_week_over_the_turn_of_a_year_is_whole() -> None:
    """Nomie issue 172: its days in December were shown as zero from 1 January on."""
    told = past(*days(date(2021, 12, 20), [3] * 14), until=date(2022, 1, 2))
    parts = [told.part(one) for one in told.window("weeks").spans]
    assert [(str(one.span.first), one.n_noted, one.n_events) for one in parts] == [
        ("2021-12-20", 7, 21), ("2021-12-27", 7, 21),
    ]  # fmt: skip


def test_the_first_month_is_not_thinned_by_the_days_before_the_first_note() -> None:
    """MyFlightbook issue 568 and Jetpack pull request 52311: padded days depressed the mean."""
    told = past(*days(date(2025, 10, 24), [6] * 8), until=date(2025, 11, 3))
    first = told.part(told.window("months").spans[0])
    assert first.rate is not None
    assert first.rate.rate == pytest.approx(6)
