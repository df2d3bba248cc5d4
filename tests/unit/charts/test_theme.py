"""The tones of the charts are those of the style sheet, far enough from its ground."""

import re

import pytest

from myolog.charts.theme import (
    GROUND,
    HATCH,
    NOTED,
    OTHER,
    QUIET,
    TEXT,
    TONES,
    Tone,
    ends_of,
    top_of,
)
from tests.architecture.checkout import SOURCE

CSS = (SOURCE / "web" / "static" / "myolog.css").read_text()


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def in_the_sheet(tone: Tone) -> list[str]:
    """Return the tone's value on a light page and, twice, on a dark one."""
    name = re.fullmatch(r"var\(--(.*)\)", tone.page)
    assert name
    return re.findall(rf"--{name[1]}: (#[0-9a-f]{{6}})", CSS)


@pytest.mark.parametrize("tone", TONES, ids=lambda tone: tone.page)
def test_a_tone_is_the_style_sheets_own(tone: Tone) -> None:
    light, dark, chosen_dark, *_ = in_the_sheet(tone)
    assert light == tone.light
    assert dark == chosen_dark


@pytest.mark.parametrize(("tone", "least"), [(NOTED, 3), (OTHER, 3), (TEXT, 4.5), (QUIET, 4.5)])
def test_lines_and_text_stand_out_from_the_ground(tone: Tone, least: float) -> None:
    grounds = [*in_the_sheet(GROUND)[:2], GROUND.grey]
    shown = [*in_the_sheet(tone)[:2], tone.grey]
    for colour, ground in zip(shown, grounds, strict=True):
        assert contrast(colour, ground) >= least


def test_no_two_tones_are_the_same() -> None:
    assert len({tone.light for tone in TONES} | {HATCH}) == len(TONES) + 1


@pytest.mark.parametrize("largest", [0, 0.5, 2, 2.5, 15, 16, 17, 99, 1_000_000])
def test_the_top_of_an_axis_is_round_and_high_enough(largest: float) -> None:
    top = top_of(largest)
    assert largest <= top <= max(2, 2 * largest + 1)
    assert top % 2 == 0


@pytest.mark.parametrize(
    "values", [(0, 0), (0, 1), (58, 63), (5.1, 9.4), (-45, 90), (-3, -1), (900, 1e6), (7e5, 1e6)]
)
def test_the_ends_of_an_axis_enclose_its_values(values: tuple[float, float]) -> None:
    bottom, top = ends_of(*values)
    assert bottom <= values[0] <= values[1] <= top
    assert top > bottom
    assert bottom == 0 or top - bottom <= 5 * (values[1] - values[0])


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_caption_holds_on_a_light_page_alone(language: str) -> None:
    words = (SOURCE / "content" / language / "charts.toml").read_text("utf-8").lower()
    assert not re.search(r"\b(dark|bright|light|dunk|hell)", words)
