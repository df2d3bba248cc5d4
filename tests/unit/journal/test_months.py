"""What each day of a month tells; a day that tells nothing is never a day without twitches."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from myolog.journal.model import Journal
from myolog.journal.months import MonthDay, last_of_month, month_days, months_of
from tests.factories import (
    episode,
    examination,
    exposure,
    fact,
    none_today,
    programme,
    tally,
    visit,
    window,
)

LEAP = date(2028, 2, 29)
BERLIN = ZoneInfo("Europe/Berlin")


def days(*entries, month=LEAP, today=LEAP, **told) -> dict[int, MonthDay]:
    found = month_days(Journal(entries, "Europe/Berlin"), month, today=today, **told)
    return {one.day.day: one for one in found}


def at(day: int, hour: int) -> datetime:
    return datetime(2028, 2, day, hour, 10, tzinfo=BERLIN)


def test_a_month_has_all_its_days_and_no_other() -> None:
    assert list(days()) == list(range(1, 30))
    assert list(days(month=date(2027, 2, 1))) == list(range(1, 29))
    assert last_of_month(date(2026, 12, 31)) == date(2026, 12, 31)


def test_how_much_a_day_twitched_is_told_in_steps_and_the_rest_is_unknown() -> None:
    found = days(
        none_today(day=date(2028, 2, 1)),
        tally(day=date(2028, 2, 2), amount="none"),
        episode(started_at=at(3, 9)),
        tally(day=date(2028, 2, 4), amount="some"),
        tally(day=date(2028, 2, 5), amount="many"),
        tally(day=date(2028, 2, 6), count=5),
        *[episode(started_at=at(7, hour)) for hour in range(8, 14)],
        exposure(day=date(2028, 2, 8)),
        window(at=at(9, 12), count=3),
        window(at=at(10, 12), count=0),
        fact(day=date(2028, 2, 11)),
        tally(day=date(2028, 3, 1), amount="many"),
    )
    told = [found[n].amount for n in range(1, 12)]
    assert told == ["none", "none", "few", "some", "many", "some", "many", "", "few", "", ""]
    assert [n for n, one in found.items() if one.noted] == list(range(1, 11))


def test_results_visits_and_steps_stand_on_their_days() -> None:
    found = days(
        programme(day=date(2028, 1, 30), event="started"),
        programme(day=date(2028, 2, 3), event="paused"),
        programme(day=date(2028, 2, 26), event="resumed"),
        examination(day=date(2028, 2, 14)),
        visit(day=date(2028, 2, 10), on=date(2028, 2, 14)),
        today=date(2028, 2, 28),
        results=[date(2028, 2, 9)],
        booked=[LEAP, date(2028, 3, 9)],
    )
    assert [n for n, one in found.items() if one.steps] == [1, 2, 26, 27, 28]
    assert [n for n, one in found.items() if one.visit] == [14]
    assert [n for n, one in found.items() if one.booked] == [29]
    assert [n for n, one in found.items() if one.result] == [9]
    assert not found[10].noted, "a booking tells nothing of its day"


def test_months_are_told_newest_first_and_by_year() -> None:
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 9), date(2026, 3, 8)]
    assert months_of(days) == (
        (date(2026, 3, 1), date(2026, 1, 1)),
        (date(2025, 12, 1),),
    )
    assert months_of(()) == ()
