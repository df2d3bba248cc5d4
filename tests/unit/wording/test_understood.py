"""What was understood, in words: the same on the page and in the terminal."""

from datetime import UTC, date, datetime

import pytest

from myolog.phrases.reading import read_line
from myolog.wording.understood import obstacle, rows, said_of_a_day

NOW = datetime(2026, 3, 11, 14, 20, tzinfo=UTC)


def read(text):
    return read_line(text, now=NOW, zone="UTC")


def shown(text):
    return {row.field: row.value for row in rows(read(text), today=NOW.date())}


def test_every_part_is_shown_in_order_with_its_words():
    told = rows(
        read("left calf 2 min, 7/10, cramp, after espresso, yesterday evening, in bed"),
        today=NOW.date(),
    )
    assert [(row.label, row.value) for row in told] == [
        ("Place", "left calf"),
        ("When", "yesterday, in the evening"),
        ("How long", "2 min"),
        ("How strong", "7 of 10"),
        ("Suspected", "caffeine"),
        ("Came with it", "cramp"),
        ("Note", "in bed"),
    ]
    assert [row.words for row in told] == ["", "yesterday evening", "", "7/10", "espresso", "", ""]


def test_the_clock_by_which_a_time_was_read_is_named_where_it_is_not_home():
    told = rows(read("left calf at 13:30"), today=NOW.date(), clock="Asia/Dubai")
    when = next(row for row in told if row.field == "when")
    assert "Asia/Dubai" in " ".join(when.remarks)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("calf today", "when", "today, time not told"),
        ("calf on monday", "when", "Monday 9 March 2026, time not told"),
        ("calf 12 times today", "amount", "12 twitches"),
        ("calf all day", "amount", "many"),
        ("calf all day", "kind", "a whole day"),
        ("no twitches today", "kind", "a day without a twitch"),
        ("calf, because of the curry", "suspected", "curry"),
    ],
)
def test_a_value_is_said_as_a_person_would(text, field, value):
    assert shown(text)[field] == value


def test_what_was_guessed_and_a_side_left_open_are_remarked():
    (place,) = rows(read("claf"), today=NOW.date())
    assert place.remarks == ("Read as a slip of the finger.", "The side was not said.")
    (chin,) = rows(read("chin"), today=NOW.date())
    assert chin.remarks == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("left calf", None),
        ("hello", "Nothing was understood. Name a place, in English"),
        ("left leg", "“leg” fits more than one place. Say one of these: thigh, shin"),
        ("5 min", "Where was it?"),
        ("calf tomorrow", "still to come"),
        ("no twitches this morning", "Only a whole day"),
        ("left calf and right thigh", "one at a time, starting with: left calf."),
    ],
)
def test_what_stands_in_the_way_is_one_sentence(text, sentence):
    said = obstacle(read(text))
    assert said is None if sentence is None else sentence in said


def test_a_day_says_what_it_does_not_keep():
    assert said_of_a_day(read("calf, coffee")) is None
    assert said_of_a_day(read("calf all day, coffee, in bed")).endswith("suspected, note.")
    assert said_of_a_day(read("calf all day")) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("calf 23:00", "today 23:00"),
        ("calf now", "today 01:30 (counts for the night of Tuesday)"),
        ("calf yesterday 22:00", "yesterday 22:00"),
        ("calf many times today", "today"),
    ],
)
def test_today_is_the_persons_own_where_it_ends_late(text, when):
    now = datetime(2026, 3, 11, 1, 30, tzinfo=UTC)
    said = read_line(text, now=now, zone="UTC", day_ends_hour=4)
    told = {row.field: row.value for row in rows(said, today=date(2026, 3, 10))}
    assert told["when"] == when
