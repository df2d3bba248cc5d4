"""Places as a person picks them."""

import pytest

from myolog.errors import UserError
from myolog.wording.places import Place, found, offered, read_places, site_options


def test_a_place_is_one_word_with_its_side():
    left = Place.read("calf/left")
    assert (left.word, left.name, left.yours) == ("calf/left", "left calf", "your left calf")
    assert left.has_sides
    assert left.other_side == Place("calf", "right")
    chin = Place.read("chin")
    assert (chin.word, chin.has_sides, chin.other_side) == ("chin", False, None)


def test_words_that_name_no_place_are_left_out():
    with pytest.raises(UserError):
        Place.read("knee/up")
    assert read_places(["calf/left", "nowhere", "calf/left"]) == (Place("calf", "left"),)
    assert offered([("calf", "left")]) == (Place("calf", "left"),)


def test_a_place_is_found_by_the_beginning_of_its_words():
    (calf,) = [one for one in found("calf") if one.name == "calf"]
    assert (calf.left, calf.right, calf.middle) == (
        Place("calf", "left"),
        Place("calf", "right"),
        None,
    )
    assert len(found("")) > 20
    (chin,) = [one for one in found("chin") if one.name == "chin"]
    assert (chin.left, chin.middle) == (None, Place("chin"))


def test_every_part_of_the_body_lists_its_sites():
    parts = {name: dict(sites) for name, sites in site_options()}
    assert any("calf" in sites for sites in parts.values())
    assert len(parts) == 5
