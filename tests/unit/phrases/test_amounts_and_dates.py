"""Amounts are not days, ranges are not clocks, and what was not read is said.

The expectations were written by hand; several phrases are those of public bug reports of other
readers of dates: duckling_old 175, 176; chronic_duration 32; dateparser 1264; chrono 465, 467.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from myolog.phrases.reading import read_line

KOLKATA = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 12, 4, 15, 0, tzinfo=KOLKATA)  # a Friday


def read(text, *, now=NOW, month_first=False):
    return read_line(f"left calf {text}", now=now, zone="Asia/Kolkata", month_first=month_first)


def when(said):
    if said.day is None:
        return None
    return f"{said.day}" if said.clock is None else f"{said.day} {said.clock:%H:%M}"


@pytest.mark.parametrize(
    ("text", "seconds", "time"),
    [
        ("1/2 hour", 1_800, None),
        ("1/2 h", 1_800, None),
        ("1⁄2 hour", 1_800, None),
        ("1/2 an hour", 1_800, None),
        ("half an hour", 1_800, None),
        ("a quarter hour", 900, None),
        ("1/4 of an hour", 900, None),
        ("one third of an hour", 1_200, None),
        ("two thirds of an hour", 2_400, None),
        ("3/4 hour", 2_700, None),
        ("three quarters of an hour", 2_700, None),
        ("1 1/2 hours at 4pm", 5_400, "2026-12-03 16:00"),
        ("1-1/2 hours", 5_400, None),
        ("2 1/2 min", 150, None),
        ("2 and a quarter hours", 8_100, None),
        ("½ hour", 1_800, None),
        ("1½ min", 90, None),
        ("½ an hour", 1_800, None),
        ("last night half past eleven for 1/2 hour", 1_800, "2026-12-03 23:30"),
        ("10 to 15 minutes at 6 am", 750, "2026-12-04 06:00"),
        ("five to ten minutes", 450, None),
        ("from 5 to 10 minutes", 450, None),
        ("between 5 and 10 minutes", 450, None),
        ("around 10 to 15 minutes", 750, None),
        ("5/10 min", 450, None),
        ("20 to 30 seconds", 25, None),
        ("twitched 3 to 4 hours", 12_600, None),
        ("for the last 10 to 20 minutes", 900, "2026-12-04 14:45"),
        ("10 to 20 min ago", None, "2026-12-04 14:45"),
        ("ten to six", None, "2026-12-04 05:50"),
        ("2 thirty second bursts", 30, None),
    ],
)
def test_an_amount_of_time_is_no_day_and_no_clock(text, seconds, time):
    said = read(text)
    assert (said.duration_s, when(said)) == (seconds, time)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("1/2 cup coffee", "1/2 cup coffee"),
        ("on 1/2 cup of coffee", "on 1/2 cup of coffee"),
        ("1/2 espresso", "1/2 espresso"),
        ("1/4 teaspoon salt", "1/4 teaspoon salt"),
        ("1 1/2 cups coffee", "1 1/2 cups coffee"),
    ],
)
def test_an_amount_of_something_is_no_day(text, note):
    said = read(text)
    assert (said.day, said.clock, said.duration_s, said.note) == (None, None, None, note)
    assert said.doubts("note") == ()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("1/2", "1/2"),
        ("1/2 cramp", "1/2"),
        ("31-11-2026", "31-11-2026"),
        ("on 25-12-2026", "on 25-12-2026"),
        ("last weekend", "last weekend"),
        ("in march", "in march"),
        ("1/10th of an hour", "1/10th of an hour"),
        ("9am and again 5:45pm", "9am"),
    ],
)
def test_a_day_or_an_amount_that_was_not_read_is_a_doubt(text, note):
    said = read(text)
    assert said.note == note
    assert said.doubts("note") == ("unread",)


@pytest.mark.parametrize("text", ["a tenth of an hour", "a 60th of an hour"])
def test_a_part_of_an_hour_is_never_the_whole_one(text):
    said = read(text)
    assert (said.duration_s, said.note) == (None, text)


@pytest.mark.parametrize(
    ("text", "time", "doubts"),
    [
        ("on 1/2", "2026-02-01", ("day_or_month", "long_ago")),
        ("12/11", "2026-11-12", ("day_or_month",)),
        ("on 20/11/26 cramp", "2026-11-20", ()),
        ("03-12-2026 14:00", "2026-12-03 14:00", ("day_or_month",)),
        ("12-03-2026 14:00", "2026-03-12 14:00", ("day_or_month", "long_ago")),
        ("05-12-2026 14:00", "2026-05-12 14:00", ("day_or_month", "long_ago")),
        ("30-11-26", "2026-11-30", ()),
        ("03-27-2022, 02:00 AM", "2022-03-27 02:00", ("long_ago",)),
        ("06/16/2022-05:00 PM", "2022-06-16 17:00", ("long_ago",)),
        ("6/4/25 0730", "2025-06-04 07:30", ("day_or_month", "long_ago")),
        ("2026/12/03 14:00", "2026-12-03 14:00", ()),
        ("2026.12.03 14:00", "2026-12-03 14:00", ()),
        ("2026-12-3 14:00", "2026-12-03 14:00", ()),
        ("3-Dec-2026 14:00", "2026-12-03 14:00", ()),
        ("3. 12. 2026 14:00", "2026-12-03 14:00", ()),
        ("3 march", "2026-03-03", ("long_ago",)),
    ],
)
def test_a_date_is_read_in_the_order_of_the_country(text, time, doubts):
    said = read(text)
    assert (when(said), said.doubts("when")) == (time, doubts)


def test_in_the_united_states_the_month_stands_first():
    said = read("12-03-2026 14:00", month_first=True)
    assert (when(said), said.doubts("when")) == ("2026-12-03 14:00", ("day_or_month",))


def test_half_is_a_day_where_that_day_is_near_and_then_a_doubt():
    said = read("1/2", now=datetime(2026, 2, 3, 15, 0, tzinfo=KOLKATA))
    assert (when(said), said.doubts("when")) == ("2026-02-01", ("amount_or_day",))


@pytest.mark.parametrize(
    ("text", "side", "doubts"),
    [
        ("calf left at 10:30 pm yesterday", "left", ()),
        ("calf left for 2 min", "left", ()),
        ("calf right at 10:30 pm", "right", ("word_or_side",)),
        ("left calf right at 10:30 pm", "left", ()),
        ("calf, left work at 5", None, ()),
        ("calf right after coffee", None, ()),
        ("left calf and right thumb", "left", ("second_place",)),
        ("left calf and right arm", "left", ("second_place",)),
        ("left calf and thumb and shin", "left", ("second_place",)),
    ],
)
def test_a_side_behind_the_place_and_a_second_place(text, side, doubts):
    said = read_line(text, now=NOW, zone="Asia/Kolkata")
    assert (said.site, said.side, said.doubts("site")) == ("calf", side, doubts)


def test_a_length_that_was_told_is_not_some_minutes():
    assert [
        (read(one).duration_s, read(one).duration_said) for one in ("five minutes", "minutes")
    ] == [
        (300, ""),
        (300, "minutes"),
    ]


def test_a_strength_of_ten_is_no_length_and_a_length_no_strength():
    assert read("1 1/2 min 3/10").intensity == 3
    assert read("3/10 min").intensity is None
