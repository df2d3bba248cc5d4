"""A picture is shapes and text in the tones of the page, and nothing that runs or asks."""

import re
from xml.etree import ElementTree

import jsonschema_rs
import pytest

from myolog.charts.drawing import draw_for_page, draw_for_print, warm_up
from myolog.charts.theme import HATCH, NOTED, TONES, framed
from tests.unit.charts.specs import check_is_vega_lite

ALLOWED = {"svg", "defs", "pattern", "rect", "g", "path", "line", "text"}
LABEL = 'Chart: "5 < 6" & more'


def bars(values: list[int], **mark: str) -> dict[str, object]:
    encoding = {
        "x": {"field": "place", "type": "quantitative"},
        "y": {"field": "count", "type": "quantitative"},
    }
    data = {"values": [{"place": place, "count": one} for place, one in enumerate(values)]}
    return framed({"data": data, "mark": {"type": "bar", **mark}, "encoding": encoding})


def spoken(text: str) -> dict[str, object]:
    data = {"values": [{"name": text}]}
    return framed({"data": data, "mark": "text", "encoding": {"text": {"field": "name"}}})


@pytest.mark.parametrize("draw", [draw_for_page, draw_for_print])
def test_a_picture_has_one_name_and_no_parts_of_their_own(draw) -> None:
    drawn = draw(bars([1, 2]), label=LABEL)
    svg = ElementTree.fromstring(drawn)
    assert (svg.get("role"), svg.get("aria-label")) == ("img", LABEL)
    assert drawn.count("role=") == drawn.count("aria-") == 1
    assert {part.tag.rpartition("}")[2] for part in svg.iter()} <= ALLOWED


@pytest.mark.parametrize("draw", [draw_for_page, draw_for_print])
def test_nothing_in_a_picture_breaks_the_content_policy(draw) -> None:
    drawn = draw(bars([1, 2], color=HATCH), label=LABEL)
    assert not re.search(r"style=|<style|<script|\son\w+=|href|url\((?!#gap-)|@import", drawn)


def test_on_the_page_the_tones_are_those_of_its_style_sheet() -> None:
    drawn = draw_for_page(bars([1, 2], color=NOTED.light), label="x")
    assert f'fill="{NOTED.page}"' in drawn
    assert not re.search(r"#[0-9a-f]{6}", drawn)
    assert "font-family" not in drawn


def test_on_paper_everything_is_grey() -> None:
    for tone in TONES:
        drawn = draw_for_print(bars([1, 2], color=tone.light), label="x")
        assert f'fill="{tone.grey}"' in drawn
        for red, green, blue in re.findall(r"#(\w\w)(\w\w)(\w\w)", drawn):
            assert red == green == blue
        assert "var(" not in drawn


def test_hatching_belongs_to_its_picture_alone() -> None:
    one, other = (draw_for_page(bars(values, color=HATCH), label="x") for values in ([1], [2]))
    names = [re.findall(r'id="(gap-\w+)"', drawn) for drawn in (one, other)]
    assert len(names[0]) == len(names[1]) == 1
    assert names[0] != names[1]
    assert f"url(#{names[0][0]})" in one


def test_what_looks_like_markup_is_shown_as_text() -> None:
    hostile = '<script>alert(1)</script> &amp; role="x" #12566e'
    drawn = draw_for_page(spoken(hostile), label="x")
    assert "<script" not in drawn
    shown = [part.text for part in ElementTree.fromstring(drawn).iter() if part.text]
    assert shown == [hostile]


def test_a_spec_cannot_make_the_drawing_ask_for_anything() -> None:
    spec = framed({"data": {"url": "http://localhost:9/x.json"}, "mark": "point"})
    with pytest.raises(ValueError, match="url not allowed"):
        draw_for_page(spec, label="x")


def test_a_number_that_is_none_is_refused_before_it_is_drawn() -> None:
    with pytest.raises(ValueError, match="JSON"):
        draw_for_page(framed({"data": {"values": [{"count": float("nan")}]}}), label="x")


def test_equal_specs_give_equal_pictures_and_are_drawn_once() -> None:
    warm_up()
    assert draw_for_page(bars([3]), label="x") is draw_for_page(bars([3]), label="x")


@pytest.mark.parametrize(
    "wrong",
    [
        {"mark": "bars"},
        {"encoding": {"x": {"field": "place", "type": "number"}}},
        {"encoding": {"x": {"field": "place", "type": "quantitative", "scale": {"zer": False}}}},
        {"widht": 300},
        {"data": None, "layer": [{"mark": {"type": "rule", "strokeDash": "4"}}]},
    ],
)
def test_a_spec_that_is_not_vega_lite_is_seen(wrong: dict[str, object]) -> None:
    check_is_vega_lite(bars([1, 2]))
    with pytest.raises(jsonschema_rs.ValidationError):
        check_is_vega_lite(bars([1, 2]) | wrong)
