"""Whether it got less, stayed, or got more over four weeks."""

from datetime import UTC, datetime, time, timedelta

import pytest

from myolog.journal.entries import CheckWindow, DayTally, NoneToday
from myolog.journal.model import Journal
from myolog.triage.derive import trend, trend_estimate
from tests.factories import story

TITLE = "The trend over 28 days, from fixed looks or from daily bouts"


def counted(today, counts):
    """Give a journal of daily counts, the last one today; None is a day not logged."""
    entries = []
    for back, count in enumerate(reversed(counts)):
        day = today - timedelta(days=back)
        if count is not None:
            entries.append(DayTally(day=day, site="calf", side="left", count=count))
    return Journal(tuple(entries))


def looked(today, counts, seconds=120):
    return tuple(
        CheckWindow(
            at=datetime.combine(today - timedelta(days=back), time(20), UTC),
            zone="UTC",
            count=count,
            seconds=seconds,
        )
        for back, count in enumerate(reversed(counts))
        if count is not None
    )


STEADY = [4, 5, 3, 4] * 7
RISING = [2, 3, 2, 3, 3, 4, 3, 4, 4, 5, 4, 5, 5, 6, 5, 6, 6, 7, 6, 7, 8, 8, 8, 9, 9, 10, 9, 11]
BURSTS = [0, 9, 0, 0, 0, 1, 0, 0, 0, 8, 1, 0, 0, 0, 0, 9, 0, 0, 12, 0, 0, 0, 14, 0, 1, 16, 0, 0]
CASES = (
    ("the same each day", STEADY, "stable"),
    ("growing fourfold", RISING, "worsening"),
    ("falling to a quarter", RISING[::-1], "improving"),
    (
        "growing by a third, below the limit of 1.5",
        [round(12 * 1.011**n) for n in range(28)],
        "stable",
    ),
    ("growing by 1.6", [round(40 * 1.017**n) for n in range(28)], "worsening"),
    (
        "falling by a fifth, above the limit of 0.67",
        [round(40 * 0.992**n) for n in range(28)],
        "stable",
    ),
    ("four times as much, but on too few days to be sure", BURSTS, "stable"),
    ("a quarter as much, but on too few days to be sure", BURSTS[::-1], "stable"),
    ("14 days logged are enough", [None] * 14 + RISING[::2], "worsening"),
    ("13 days logged are too few", [None] * 15 + RISING[:26:2], None),
    ("20 bouts are enough", [0, 1, 1, 1] * 6 + [1, 1, 0, 0], "stable"),
    ("19 bouts are too few", [0, 1, 1, 1] * 6 + [1, 0, 0, 0], None),
    ("older than 28 days does not count", STEADY + [None] * 28, None),
    ("an empty journal", [], None),
)


@pytest.mark.parametrize(("says", "counts", "expected"), CASES, ids=[case[0] for case in CASES])
def test_trend(today, says, counts, expected):
    assert trend(counted(today, counts), today) == expected


def test_bouts_are_labelled_low_quality_and_looks_are_not(today):
    _, low_quality = trend_estimate(counted(today, STEADY), today)
    assert low_quality
    _, low_quality = trend_estimate(Journal(looked(today, STEADY)), today)
    assert not low_quality


def test_looks_win_over_bouts(today):
    journal = counted(today, RISING).with_entries(looked(today, STEADY))
    assert trend(journal, today) == "stable"


def test_looks_on_13_days_leave_the_word_to_bouts(today):
    journal = counted(today, RISING).with_entries(looked(today, [None] * 15 + STEADY[:13]))
    assert trend(journal, today) == "worsening"


def test_a_longer_look_is_no_rise(today):
    """Two minutes at first and twice as long later, with twice as many twitches: the same rate."""
    short = looked(today - timedelta(days=14), [6] * 14)
    long = looked(today, [12] * 14, seconds=240)
    assert trend(Journal((*short, *long)), today) == "stable"


def test_words_count_as_two_and_six(today):
    def said(words):
        return Journal(
            tuple(
                DayTally(day=today - timedelta(days=back), site="calf", side="left", amount=word)
                for back, word in enumerate(reversed(words))
            )
        )

    assert trend(said(["some"] * 14 + ["many"] * 14), today) == "worsening"
    assert trend(said(["some"] * 28), today) == "stable"
    change, _ = trend_estimate(said(["some"] * 13 + ["many"]), today)
    assert change.n_events == 13 * 2 + 6


def test_a_quiet_month_with_no_bout_has_no_trend(today):
    quiet = Journal(tuple(NoneToday(day=today - timedelta(days=back)) for back in range(28)))
    assert trend(quiet, today) is None


def test_a_trend_told_with_the_story_holds_for_four_weeks_where_entries_are_few(today):
    def told(back, **over):
        day = today - timedelta(days=back)
        return story(
            **{"day": day, "onset_day": day - timedelta(days=60), "trend": "worsening"} | over
        )

    assert trend(Journal((told(0),)), today) == "worsening"
    assert trend(Journal((told(27),)), today) == "worsening"
    assert trend(Journal((told(28),)), today) is None
    assert trend(Journal((told(0, trend=None),)), today) is None
    assert trend(counted(today, STEADY).with_entries([told(0)]), today) == "stable"
