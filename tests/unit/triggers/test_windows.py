"""What a journal offers to a search for triggers: which days, which numbers, what is missing."""

from datetime import date, timedelta

import numpy as np
import pytest

from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.triggers.windows import (
    ANYWHERE,
    first_findings_day,
    noted_days,
    settled_day,
    windows_of,
)
from tests.factories import DAY, exposure, none_today, own_thing, tally, window


def day(number: int) -> date:
    return DAY + timedelta(days=number)


LATER = day(30)


def windows(*entries: Entry, today: date = LATER):
    found = windows_of(Journal(entries, "Europe/Berlin"), today=today)
    assert found is not None
    return found


def test_a_day_that_was_not_looked_back_on_is_missing_and_a_none_is_zero() -> None:
    found = windows(tally(count=3), none_today(day=day(1)), tally(day=day(3), count=2))
    np.testing.assert_array_equal(found.counts[ANYWHERE], [3, 0, np.nan, 2])


def test_the_days_are_those_looked_back_on_and_no_later_than_today() -> None:
    late = exposure(day=day(9)), exposure(day=day(-400), value=90.0)
    found = windows(tally(count=3), none_today(day=day(2)), tally(day=day(20)), *late, today=day(9))
    assert len(found.counts[ANYWHERE]) == 3
    assert found.first_day == DAY
    assert found.exposures == {}


def test_a_journal_without_a_look_back_offers_nothing() -> None:
    only = (exposure(), window())
    assert windows_of(Journal(only, "UTC"), today=day(9)) is None
    assert windows_of(Journal((tally(),), "UTC"), today=day(-1)) is None


def test_an_exposure_that_was_not_told_is_missing_never_nought() -> None:
    found = windows(tally(), tally(day=day(2)), exposure(value=0.0), exposure(day=day(2)))
    np.testing.assert_array_equal(found.exposures["caffeine"], [0, np.nan, 180])


def test_what_the_person_typed_wins_over_what_was_imported() -> None:
    found = windows(tally(), exposure(value=90.0, source="Apple Health"), exposure(value=180.0))
    np.testing.assert_array_equal(found.exposures["caffeine"], [180])


def test_sleep_of_a_day_is_the_night_that_ends_on_it() -> None:
    found = windows(none_today(), none_today(day=day(1)), exposure(code="sleep_min", value=300.0))
    np.testing.assert_array_equal(found.exposures["sleep_min"], [300, np.nan])


def test_looking_is_attention_and_a_day_of_a_cycle_no_candidate() -> None:
    told = (exposure(code="checking_min", value=20.0), exposure(code="cycle_day", value=3.0))
    found = windows(tally(), *told, window(seconds=120), window(seconds=60, id="2"))
    assert found.exposures == {}
    np.testing.assert_allclose(found.attention, [23])


def test_fixed_looks_count_where_looking_is_told_on_few_days() -> None:
    days = [none_today(day=day(number)) for number in range(3)]
    told = exposure(code="checking_min", value=20.0)
    np.testing.assert_allclose(windows(*days, told, window()).attention, [2, 0, 0])
    assert windows(*days, told).attention is None
    assert windows(*days).attention is None


def test_illness_and_looking_are_asked_for_until_they_are_told() -> None:
    assert windows(tally()).asked == ("infection", "checking_min")
    told = (exposure(code="infection", value=0.0), exposure(code="checking_min", value=0.0))
    assert windows(tally(), *told).asked == ()


def test_screens_are_compared_with_the_eyelid_only() -> None:
    entries = (
        tally(count=5),
        tally(site="eyelid", count=2),
        tally(site="eyelid_lower", side="right", count=1),
        tally(day=day(1), count=4),
        exposure(code="screen_h", value=3.0),
        exposure(),
    )
    found = windows(*entries)
    assert found.compared_with == {"caffeine": ANYWHERE, "screen_h": "bulbar_eyelid"}
    np.testing.assert_array_equal(found.counts["bulbar_eyelid"], [3, 0])
    np.testing.assert_array_equal(found.counts[ANYWHERE], [8, 4])


def test_hard_work_is_compared_with_the_muscles_that_twitch_on_most_days() -> None:
    entries = (
        tally(site="forearm", side="right", count=90),
        tally(count=1),
        tally(day=day(1), count=1),
        exposure(code="muscle_load", value=1.0),
    )
    found = windows(*entries)
    assert found.compared_with == {"muscle_load": "leg_L"}
    np.testing.assert_array_equal(found.counts["leg_L"], [1, 1])


def test_hard_work_without_a_twitch_is_compared_with_all_there_is() -> None:
    found = windows(none_today(), exposure(code="muscle_load", value=1.0))
    assert found.compared_with == {"muscle_load": ANYWHERE}
    assert tuple(found.counts) == (ANYWHERE,)


@pytest.mark.parametrize(
    ("today", "settled"),
    [
        (date(2026, 3, 7), date(2026, 2, 28)),
        (date(2026, 3, 8), date(2026, 3, 7)),
        (date(2026, 3, 13), date(2026, 3, 7)),
        (date(2026, 3, 14), date(2026, 3, 7)),
    ],
)
def test_findings_change_on_sundays_over_days_that_are_past(today: date, settled: date) -> None:
    assert settled_day(today) == settled


def looked_back(*numbers: int) -> Journal:
    return Journal(tuple(none_today(day=day(number)) for number in numbers), "UTC")


@pytest.mark.parametrize(
    ("journal", "today", "sunday"),
    [
        (looked_back(*range(10)), day(9), date(2026, 4, 12)),  # 18 days more, at every day
        (looked_back(*range(0, 10, 2)), day(9), date(2026, 5, 10)),  # 23 more, every second day
        (looked_back(*range(27)), day(26), date(2026, 4, 12)),
        (looked_back(*range(28)), day(27), date(2026, 4, 12)),
        (looked_back(*range(10)), day(60), None),
        (Journal(), day(0), None),
    ],
)
def test_first_findings_come_on_a_sunday_at_the_pace_of_the_last_weeks(
    journal: Journal, today: date, sunday: date | None
) -> None:
    found = first_findings_day(journal, today=today)
    assert found == sunday
    assert found is None or found.weekday() == 6


def test_a_day_counts_for_a_thing_where_it_has_a_look_back_and_a_value_of_it() -> None:
    tea, ache, lost = "own:amount:pot-of-tea:3f9a", "own:rating:ache:77aa", "own:yes_no:lost"
    entries = (
        own_thing(code=tea),
        own_thing(code=ache, name="Ache"),
        own_thing(code="own:yes_no:spray", name="Spray"),
        own_thing(code="own:yes_no:spray", name="Spray", day=day(2), archived=True),
        exposure(code="own:yes_no:spray", value=1),
        none_today(),
        exposure(code=tea, value=2),
        exposure(value=90),
        exposure(code="checking_min", value=5),
        exposure(code="cycle_day", value=3),
        tally(day=day(1), count=2),
        exposure(day=day(1), value=100),
        exposure(day=day(1), code=lost, value=0),
        exposure(day=day(2), code=tea, value=4),  # nobody looked back on this day
        none_today(day=day(3)),
        exposure(day=day(3), value=0),
        exposure(day=day(5), code="stress", value=3),  # after the last look back
    )
    found = noted_days(Journal(entries, "Europe/Berlin"))
    assert found == {"caffeine": 3, lost: 1, tea: 1, ache: 0}
    assert next(iter(found)) == "caffeine"


def test_before_any_look_back_a_thing_of_ones_own_stands_at_no_day() -> None:
    tea = "own:amount:pot-of-tea:3f9a"
    entries = (own_thing(code=tea), exposure(code=tea, value=2), exposure(value=90))
    assert noted_days(Journal(entries, "Europe/Berlin")) == {tea: 0}
    assert noted_days(Journal((), "Europe/Berlin")) == {}
