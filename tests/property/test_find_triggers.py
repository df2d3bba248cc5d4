"""What holds for the search for triggers in any journal."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from myolog.journal.entries import DayExposure, DayTally, Episode, NoneToday
from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.triggers.discover import find_triggers
from myolog.triggers.windows import windows_of
from tests.strategies import journals

TODAY = date(2026, 2, 20)
LOOKS = Episode | DayTally | NoneToday
DIARY = simulate(seed=11, days=47, trigger="caffeine").journal


@settings(max_examples=20)
@given(order=st.permutations(DIARY.entries))
def test_the_order_of_entries_changes_nothing(order) -> None:
    report = find_triggers(Journal(tuple(order), DIARY.zone), today=TODAY)
    assert report.as_dict() == find_triggers(DIARY, today=TODAY).as_dict()


@given(
    later=st.dictionaries(
        st.integers(1, 400), st.tuples(st.integers(0, 90), st.integers(0, 9)), max_size=9
    )
)
@settings(max_examples=20)
def test_entries_after_today_change_nothing(later) -> None:
    added = []
    for after, (count, cups) in later.items():
        day = TODAY + timedelta(days=after)
        added += [
            DayTally(day=day, site="calf", side="left", count=count),
            DayExposure(day=day, code="caffeine", value=90.0 * cups),
        ]
    report = find_triggers(DIARY.with_entries(added), today=TODAY)
    assert report == find_triggers(DIARY, today=TODAY)


@given(journal=journals, back=st.integers(0, 400))
def test_a_day_that_was_not_looked_back_on_is_never_a_zero(journal, back) -> None:
    today = date(2026, 3, 31) - timedelta(days=back)
    found = windows_of(journal, today=today)
    looked = {one.day for one in journal.of(Episode)} | {
        one.day for one in journal.entries if isinstance(one, LOOKS)
    }
    looked = {day for day in looked if day <= today}
    assert (found is None) is (not looked)
    if found is None:
        return
    for counts in found.counts.values():
        known = {
            min(looked) + timedelta(days=int(number))
            for number in np.flatnonzero(~np.isnan(counts))
        }
        assert known == looked


@given(gap=st.sets(st.sampled_from(sorted(DIARY.observed_days)), max_size=20))
def test_taking_days_out_leaves_them_missing(gap) -> None:
    kept = Journal(tuple(one for one in DIARY.entries if one.day not in gap), DIARY.zone)
    found, whole = windows_of(kept, today=TODAY), windows_of(DIARY, today=TODAY)
    assert found is not None
    assert whole is not None
    assert np.isnan(found.counts["anywhere"]).sum() <= np.isnan(
        whole.counts["anywhere"]
    ).sum() + len(gap)
    assert np.nansum(found.counts["anywhere"]) <= np.nansum(whole.counts["anywhere"])
    assert (~np.isnan(found.counts["anywhere"])).sum() == len(DIARY.observed_days - gap)
