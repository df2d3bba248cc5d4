"""Units turn into one another, and lengths of time are said."""

import pytest

from myolog.units import convert, say_duration


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
