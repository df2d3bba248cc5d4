"""Units turn into one another, and typed amounts and durations are read."""

import pytest

from myolog.errors import UserError
from myolog.units import convert, read_amount, read_duration, say_duration


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (1, "fl_oz_us", "mL", 29.5735295625),
        (150, "lb", "kg", 68.0388555),
        (2, "L", "mL", 2000),
        (0.5, "g", "mg", 500),
        (7.5, "h", "min", 450),
        (3, "steps", "steps", 3),
    ],
)
def test_a_unit_turns_into_another_of_its_kind(value, unit, to, expected):
    assert convert(value, unit, to) == pytest.approx(expected)


@pytest.mark.parametrize(("unit", "to"), [("mg", "mL"), ("cup", "mL"), ("mL", "cup")])
def test_units_of_different_kinds_do_not_mix(unit, to):
    with pytest.raises(ValueError, match="cannot turn"):
        convert(1, unit, to)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("180", "mg", 180),
        ("180 mg", "mg", 180),
        ("1.5L", "mL", 1500),
        ("1,5 l", "mL", 1500),
        ("7h", "min", 420),
        ("7.5 hours", "min", 450),
        ("-3", "mg", -3),
        ("4", "", 4),
        ("2 portions", "portions", 2),
    ],
)
def test_a_typed_amount_is_read_in_the_unit_wanted(text, unit, expected):
    assert read_amount(text, unit) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["", "many", "1 cup", "3 3", "1e5", "٣", "1.2.3"])
def test_an_unreadable_amount_is_one_sentence(text):
    with pytest.raises(UserError, match=r"\.$") as caught:
        read_amount(text, "mL")
    assert caught.value.code == "invalid_amount"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30s", 30), ("30", 30), ("2 min", 120), ("1h30m", 5400), ("1.5 min", 90), ("0.5s", 1)],
)
def test_a_typed_duration_is_read_in_seconds(text, seconds):
    assert read_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "s", "-3s", "3 days", "1h 30", "½ min", "2mg", "1h x"])
def test_an_unreadable_duration_is_one_sentence(text):
    with pytest.raises(UserError, match="write it like 30s, 2min or 1h") as caught:
        read_duration(text)
    assert caught.value.code == "invalid_duration"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (59.6, "1 min"),
        (61, "1 min 1 s"),
        (3600, "1 h"),
        (86400, "24 h"),
        (3660, "1 h 1 min"),
    ],
)
def test_a_duration_is_said_in_at_most_two_units(seconds, said):
    assert say_duration(seconds) == said
