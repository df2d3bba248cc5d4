"""The pictures of the body: every region is a real place, on the side of the body it says."""

import re
from collections.abc import Iterator
from importlib import resources

import pytest

from myolog.vocabulary.body import HEAD, VIEWS, View, draw, shapes_of
from myolog.vocabulary.sites import SITES, check_side

NUMBERS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "a": 7}

RIGHT_IS_AT = {
    "front": "left",
    "back": "right",
    "trunk_front": "left",
    "trunk_back": "right",
    "face": "left",
}
"""In the views that show both sides: the half of the picture that is the person's right."""


def points(path: str) -> Iterator[tuple[float, float]]:
    """Yield the corners of SVG path data."""
    tokens = re.findall(r"[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?", path)
    x = y = start_x = start_y = 0.0
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        if command in "zZ":
            x, y = start_x, start_y
            continue
        count = NUMBERS[command.lower()]
        numbers = [float(token) for token in tokens[place : place + count]]
        place += count
        from_x, from_y = (x, y) if command.islower() else (0.0, 0.0)
        if command in "hH":
            x = from_x + numbers[0]
        elif command in "vV":
            y = from_y + numbers[0]
        else:
            x, y = from_x + numbers[-2], from_y + numbers[-1]
        if command in "mM":
            start_x, start_y = x, y
            command = "l" if command == "m" else "L"
        yield x, y


def middle(paths: tuple[str, ...], *, mirrored: bool, width: float) -> float:
    across = [x for path in paths for x, _ in points(path)]
    centre = (min(across) + max(across)) / 2
    return width - centre if mirrored else centre


@pytest.mark.parametrize("view", VIEWS)
def test_every_region_is_a_place_that_can_be_noted(view: View):
    for region in draw(view).regions:
        assert check_side(region.site, region.side) == region.side
        assert region.paths
        assert region.side is not None or SITES[region.site].sides != "LR" or "back" in view


@pytest.mark.parametrize("view", VIEWS)
def test_no_region_stands_twice_in_a_view(view: View):
    places = [(one.site, one.side) for one in draw(view).regions]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize(("view", "right_at"), RIGHT_IS_AT.items())
def test_left_and_right_are_the_persons_own(view: View, right_at: str):
    drawing = draw(view)
    left, _, width, _ = drawing.box
    for region in drawing.regions:
        if region.side is None:
            continue
        at = middle(region.paths, mirrored=region.mirrored, width=width)
        half = "left" if at < left + width / 2 else "right"
        expected = (
            right_at if region.side == "right" else {"left": "right", "right": "left"}[right_at]
        )
        assert half == expected, (view, region.site, region.side)


@pytest.mark.parametrize("part", ["hand", "foot"])
def test_a_hand_or_foot_has_one_side_and_the_other_is_its_mirror(part: str):
    left, right = draw(f"left_{part}").regions, draw(f"right_{part}").regions  # type: ignore[arg-type]
    assert {one.side for one in left} == {"left"}
    assert {one.side for one in right} == {"right"}
    assert [one.paths for one in left] == [one.paths for one in right]
    assert {one.mirrored for one in left} != {one.mirrored for one in right}


def test_thumb_and_big_toe_are_on_the_inside_of_hand_back_and_sole():
    """A right hand seen from its back has the thumb at the left; a left sole, its big toe."""
    for view, site, half in (
        ("right_hand", "thumb", "left"),
        ("left_hand", "thumb", "right"),
    ):
        (thumb,) = [one for one in draw(view).regions if one.site == site]  # type: ignore[arg-type]
        at = middle(thumb.paths, mirrored=thumb.mirrored, width=320)
        assert ("left" if at < 160 else "right") == half
    (toes,) = [one for one in draw("left_foot").regions if one.site == "toe"]
    big, small = (
        middle((path,), mirrored=False, width=320) for path in re.split(r"(?<=Z) ", toes.paths[0])
    )
    assert big < small


def test_the_face_says_where_the_tongue_is():
    assert [site for site, _, _ in draw("face").words] == ["tongue"]


def test_the_carried_drawing_has_its_licence_beside_it():
    folder = resources.files("myolog.vocabulary").joinpath("drawings")
    assert "Apache License" in folder.joinpath("body-muscles.LICENSE.txt").read_text("utf-8")


def test_every_place_but_all_over_has_a_shape_on_the_front_or_the_back() -> None:
    drawn = {region.site for view in ("front", "back") for region in draw(view).regions} | {HEAD}
    shapes = {site: set(shapes_of(site)) for site in SITES}
    assert {site for site, found in shapes.items() if not found} == {"everywhere"}
    assert {shape for found in shapes.values() for shape in found} <= drawn


def test_a_place_with_a_shape_of_its_own_is_shown_by_it() -> None:
    for view in ("front", "back"):
        for region in draw(view).regions:
            assert region.site in shapes_of(region.site)
