"""What is not done for each of very many entries changes nothing of what they say."""

import gc
from datetime import date

import pytest

from myolog.errors import UnreadableFile
from myolog.journal.entries import DayExposure, Episode
from myolog.journal.file import read_lines
from myolog.journal.very_many import DailyValues, without_search_for_cycles
from tests.factories import episode, exposure

HEADER = '{"myolog": "journal", "format": 1, "zone": "Europe/Berlin"}\n'


def values(*days: str, more: str = "") -> list[str]:
    return [
        f'{{"kind": "exposure", "day": "{day}", "code": "stress", "value": 3{more}}}\n'
        for day in days
    ]


def test_values_that_differ_in_their_day_alone_keep_their_days() -> None:
    told = [
        *values("2026-03-09", "2026-03-07", "2026-03-08"),
        '{"kind": "exposure", "day": "2026-03-06", "code": "stress", "value": 4}\n',
    ]
    found = read_lines([HEADER, *told, '{"end": 4}\n'])
    assert [(one.day, one.value, one.id) for one in found.of(DayExposure)] == [
        (date(2026, 3, 6), 4.0, None),
        (date(2026, 3, 7), 3.0, None),
        (date(2026, 3, 8), 3.0, None),
        (date(2026, 3, 9), 3.0, None),
    ]


def test_values_with_ids_keep_their_own() -> None:
    told = [*values("2026-03-09", more=', "id": "a"'), *values("2026-03-08", more=', "id": "b"')]
    found = read_lines([HEADER, *told, '{"end": 2}\n'])
    assert [(one.day.day, one.id) for one in found.entries] == [(8, "b"), (9, "a")]


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ("2026-02-30", "Line 3: A date must be a real day, written like 2026-03-09."),
        ("2026-3-009", "Line 3: A date must be a real day, written like 2026-03-09."),
        ("1700-01-01", "Line 3: The date 1700-01-01 is too far away."),
        ("2026-03-09T", "Line 3: A date must be a real day, written like 2026-03-09."),
    ],
)
def test_a_wrong_day_is_told_with_its_line(day: str, problem: str) -> None:
    with pytest.raises(UnreadableFile, match=problem):
        read_lines([HEADER, *values("2026-03-09", day), '{"end": 2}\n'])


def test_the_same_value_twice_on_a_day_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"2026-03-09/stress/self twice"):
        read_lines([HEADER, *values("2026-03-09", "2026-03-09"), '{"end": 2}\n'])


def test_a_day_in_the_words_of_a_note_is_none() -> None:
    note = r'"note": "he wrote \"day\": \"2026-03-01\""'
    line = (
        '{"kind": "episode", "site": "calf", "started_at": "2026-03-09T14:20:00Z",'
        f' "zone": "Europe/Berlin", {note}}}\n'
    )
    found = read_lines([HEADER, line, line, '{"end": 2}\n']).of(Episode)
    assert [(one.day, one.note) for one in found] == 2 * [
        (date(2026, 3, 9), 'he wrote "day": "2026-03-01"')
    ]


def test_twitches_are_read_one_by_one() -> None:
    daily = DailyValues()
    daily.keep('{"day": "2026-03-09"}', episode())
    assert daily.like('{"day": "2026-03-09"}') is None


def test_no_more_are_kept_than_memory_is_meant_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("myolog.journal.very_many._KEPT", 1)
    daily = DailyValues()
    daily.keep('{"value": 1, "day": "2026-03-09"}', exposure())
    daily.keep('{"value": 2, "day": "2026-03-09"}', exposure())
    assert daily.like('{"value": 1, "day": "2026-03-09"}', id="a") is not None
    assert daily.like('{"value": 2, "day": "2026-03-09"}', id="a") is None


def test_the_search_for_cycles_goes_on_as_before() -> None:
    with pytest.raises(UnreadableFile):
        read_lines([HEADER, "{"])
    assert gc.isenabled()
    gc.disable()
    try:
        with without_search_for_cycles():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
