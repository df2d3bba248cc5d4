"""The checking meter: rising load together with rising worry, and honest when it cannot tell."""

from datetime import UTC, datetime, time, timedelta

import pytest

from myolog.attention.checking import Change, is_due, measure_checking
from myolog.journal.model import Journal
from tests.factories import DAY, episode, exposure, none_today, window


def at(ago, minute=0):
    noon = datetime.combine(DAY - timedelta(days=ago), time(12), UTC)
    return {"zone": "UTC", "day": DAY - timedelta(days=ago)}, noon + timedelta(minutes=minute)


def logs(per_day, first, last):
    """Log so often a day from `first` to `last` days ago."""
    found = []
    for ago in range(last, first + 1):
        for minute in range(per_day):
            rest, moment = at(ago, minute)
            found.append(episode(started_at=moment, **rest))
    return found


def values(code, value, first, last):
    return [
        exposure(code=code, value=value, day=DAY - timedelta(days=ago))
        for ago in range(last, first + 1)
    ]


def read(*parts):
    return measure_checking(Journal(tuple(entry for part in parts for entry in part)), today=DAY)


MORE = (*logs(1, 27, 14), *logs(3, 13, 0))
SAME = (*logs(2, 27, 14), *logs(2, 13, 0))
WORRIED = (*values("anxiety", 6, 20, 20), *values("anxiety", 10, 2, 2))
AT_EASE = (*values("anxiety", 10, 20, 20), *values("anxiety", 6, 2, 2))
TENSE = (*values("stress", 3, 27, 14), *values("stress", 5, 13, 0))


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ((MORE, WORRIED), "rising"),
        ((MORE, TENSE), "rising"),
        ((MORE, TENSE, AT_EASE), "rising"),
        ((MORE, AT_EASE), "not_rising"),
        ((SAME, WORRIED), "not_rising"),
        ((SAME, values("checking_min", 10, 27, 14), values("checking_min", 25, 13, 0), WORRIED),
         "rising"),
        ((SAME, values("checking_min", 10, 27, 14), values("checking_min", 24, 13, 0), WORRIED),
         "not_rising"),
        ((MORE,), "cannot_tell"),
        ((WORRIED,), "cannot_tell"),
        ((), "cannot_tell"),
    ],
)  # fmt: skip
def test_only_load_and_worry_together_count(parts, verdict):
    assert read(*parts).verdict == verdict


def test_a_rise_in_logs_needs_one_more_a_day_and_half_as_many_again():
    assert read(logs(1, 27, 14), logs(2, 13, 0), WORRIED).verdict == "rising"
    assert read(logs(4, 27, 14), logs(5, 13, 0), WORRIED).verdict == "not_rising"
    assert read(logs(1, 27, 14), logs(2, 13, 1), logs(1, 0, 0), WORRIED).verdict == "not_rising"


def test_a_rise_in_worry_is_what_is_worth_talking_about():
    three = (*values("anxiety", 6, 20, 20), *values("anxiety", 9, 2, 2))
    assert read(MORE, three).verdict == "not_rising"
    little = (*values("stress", 3, 27, 14), *values("stress", 4, 13, 0))
    assert read(MORE, little).verdict == "not_rising"


def test_a_silent_day_is_no_log_but_worry_not_told_is_unknown():
    found = read([none_today(day=DAY - timedelta(days=40))], logs(20, 3, 3))
    assert found.logs == Change(before=0.0, now=20.0)
    assert found.logs.rise == 20
    assert found.worry == found.stress == found.looking == Change(before=None, now=None)
    assert found.worry.rise is None


def test_before_four_weeks_of_use_the_load_cannot_be_compared():
    assert read(logs(3, 26, 0)).logs == Change(before=None, now=None)
    assert read(logs(3, 27, 0)).logs == Change(before=42.0, now=42.0)
    imported = [exposure(source="Apple Health", day=DAY - timedelta(days=90))]
    assert read(imported, logs(3, 13, 0)).logs.before is None


def test_fixed_looks_are_part_of_the_load():
    rest, moment = at(3)
    found = read(logs(1, 27, 14), [window(at=moment, **rest)])
    assert found.logs == Change(before=14.0, now=1.0)


def test_stress_of_three_days_is_too_little_and_an_old_score_too_old():
    few = (*values("stress", 1, 27, 14), *values("stress", 9, 2, 0))
    assert read(MORE, few).stress == Change(before=1.0, now=None)
    old = (*values("anxiety", 6, 42, 42), *values("anxiety", 15, 2, 2))
    assert read(MORE, old).worry == Change(before=None, now=15.0)
    just = (*values("anxiety", 6, 41, 41), *values("anxiety", 15, 2, 2))
    assert read(MORE, just).worry == Change(before=6.0, now=15.0)


def test_the_sentence_is_said_once_a_week_at_most():
    assert is_due(None, today=DAY)
    assert is_due(DAY, today=DAY)
    assert [is_due(DAY, today=DAY + timedelta(days=n)) for n in range(1, 9)] == [False] * 6 + [
        True,
        True,
    ]
