"""Numbers by day: what was noted, and NaN where nothing was."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from myolog.journal.daily import (
    MANY,
    SOME,
    daily_events,
    daily_exposures,
    daily_windows,
    day_range,
)
from myolog.journal.entries import DayTally, Episode
from myolog.journal.model import Journal
from tests import factories as make

START, END = date(2026, 3, 1), date(2026, 3, 8)


def test_a_range_holds_both_ends() -> None:
    assert day_range(date(2024, 2, 28), date(2024, 3, 1)) == (
        date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1),
    )  # fmt: skip
    assert day_range(END, START) == ()


def test_silence_is_missing_and_none_is_zero() -> None:
    journal = Journal((
        make.none_today(day=START),
        make.tally(day=START + timedelta(days=1), amount="some"),
        make.tally(day=START + timedelta(days=1), site="thigh", amount="many"),
        make.tally(day=START + timedelta(days=2), count=40),
        make.tally(day=START + timedelta(days=3), amount="none"),
        make.window(at=datetime(2026, 3, 6, 12, tzinfo=UTC), count=4),
        make.tally(day=date(2026, 4, 1), count=9),
    ))  # fmt: skip
    np.testing.assert_array_equal(
        daily_events(journal, START, END), [0, SOME + MANY, 40, 0, *[np.nan] * 4]
    )


def test_the_larger_of_a_tally_and_single_bouts_stands_for_each_place() -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    bouts = [make.episode(started_at=noon + timedelta(minutes=step)) for step in range(3)]
    journal = Journal((
        *bouts,
        make.tally(day=START, amount="some"),
        make.episode(started_at=noon, side="right"),
        make.tally(day=START, side="right", count=5),
    ))  # fmt: skip
    np.testing.assert_array_equal(daily_events(journal, START, START), [3 + 5])


def test_looks_add_up_and_days_without_a_look_are_missing() -> None:
    def look(day: int, **over: int) -> object:
        return make.window(at=datetime(2026, 3, day, 12, tzinfo=UTC), **over)

    journal = Journal(
        (look(1, count=3), look(1, count=0, seconds=60), look(3, count=0), look(9, count=8))
    )  # type: ignore[arg-type]
    counts, minutes = daily_windows(journal, START, END)
    np.testing.assert_array_equal(counts[:4], [3, np.nan, 0, np.nan])
    np.testing.assert_array_equal(minutes[:4], [3, 0, 2, 0])
    assert np.isnan(counts[4:]).all()
    assert minutes[4:] == [0] * 4


_noted = st.lists(
    st.one_of(
        st.builds(
            lambda day, hour, site: make.episode(
                started_at=datetime(2026, 3, day, hour, tzinfo=UTC), site=site
            ),
            st.integers(1, 8), st.integers(0, 20), st.sampled_from(("calf", "thigh")),
        ),
        st.builds(
            lambda day, site, count: make.tally(day=date(2026, 3, day), site=site, count=count),
            st.integers(1, 8), st.sampled_from(("calf", "thigh")), st.integers(0, 5),
        ),
        st.builds(lambda day: make.none_today(day=date(2026, 3, day)), st.integers(1, 8)),
    ),
    max_size=20,
    unique_by=lambda entry: (entry.kind, entry.slot or id(entry)),
)  # fmt: skip


@pytest.mark.no_cover
@given(_noted)
@settings(max_examples=200)
def test_totals_equal_a_count_by_hand(noted: list[Episode | DayTally]) -> None:
    bouts: defaultdict[tuple[int, str], int] = defaultdict(int)
    told: dict[tuple[int, str], int] = {}
    looked = {entry.day.day for entry in noted}
    for entry in noted:
        if isinstance(entry, Episode):
            bouts[entry.day.day, entry.site] += 1
        elif isinstance(entry, DayTally):
            told[entry.day.day, entry.site] = entry.count or 0
    events = daily_events(Journal(tuple(noted)), START, END)
    for day, value in enumerate(events, start=1):
        if day not in looked:
            assert np.isnan(value)
        else:
            places = ("calf", "thigh")
            assert value == sum(max(bouts[day, site], told.get((day, site), 0)) for site in places)


def test_twitches_can_be_counted_among_some_places_on_every_observed_day() -> None:
    journal = Journal((
        make.tally(day=START, count=3),
        make.tally(day=START, site="eyelid", count=2),
        make.tally(day=date(2026, 3, 3), count=1),
    ))  # fmt: skip
    counts = daily_events(
        journal, START, date(2026, 3, 3), among=lambda entry: entry.site == "eyelid"
    )
    np.testing.assert_array_equal(counts, [2, np.nan, 0])


def test_exposures_stand_by_day_in_the_order_of_the_vocabulary() -> None:
    journal = Journal((
        make.exposure(day=START, code="stress", value=4),
        make.exposure(day=END, value=90),
        make.exposure(day=END, value=95, source="Apple Health"),
        make.exposure(day=date(2026, 4, 1), code="water_ml", value=1500),
    ))  # fmt: skip
    found = daily_exposures(journal, START, END)
    assert tuple(found) == ("caffeine", "stress")
    np.testing.assert_array_equal(found["caffeine"], [*[np.nan] * 7, 90])
    np.testing.assert_array_equal(found["stress"], [4, *[np.nan] * 7])
