"""The body as pictures: which shape a person taps for which place.

Decides which site and side stand behind each region of the front, the back and
the close-ups of face, hands and feet. Sides are always the person's own: in a
picture seen from the front, the person's right is on the left.

Source: the front and the back are the path data of body-muscles 1.0.0
(``drawings/body_muscles.json``, unchanged; licence beside it); the close-ups are
our own (``drawings/insets.toml``). Which of its pieces make up a region follows
from where they lie, since some of their names say something else.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, Final, Literal, get_args

from myolog.frozen import FrozenDict
from myolog.vocabulary.sites import Side

__all__ = ["HEAD", "VIEWS", "Drawing", "Region", "View", "draw", "shapes_of"]

View = Literal[
    "front",
    "back",
    "trunk_front",
    "trunk_back",
    "face",
    "left_hand",
    "right_hand",
    "left_foot",
    "right_foot",
]

VIEWS: Final[tuple[View, ...]] = get_args(View)

_FRONT: Final[Mapping[str, tuple[str, ...]]] = FrozenDict(
    {
        "quad": ("quads", "adductors"),
        "shin": ("tibialis-anterior",),
        "chest": ("chest-upper", "chest-lower"),
        "abdomen": ("obliques", "abs-lower"),
        "forearm": ("forearm",),
        "biceps": ("biceps",),
        "shoulder": ("shoulder-side", "shoulder-front"),
        "ribs": ("serratus-anterior",),
        "flank": ("abs-upper",),
        "groin": ("hip-flexor",),
        "hand": ("hand",),
        "knee": ("knee",),
        "foot": ("foot",),
        "neck": ("neck",),
        "elbow": ("elbow",),
    }
)
"""The pieces of each region, without their side; the last lie on top where tap areas overlap."""

_BACK: Final[Mapping[str, tuple[str, ...]]] = FrozenDict(
    {
        "hamstring": ("hamstrings-medial", "hamstrings-lateral"),
        "calf": ("calves-gastroc-medial", "calves-gastroc-lateral", "calves-soleus"),
        "buttock": ("gluteus-maximus",),
        "shoulder": ("lats-upper", "deltoid-rear"),
        "triceps": ("triceps-long", "triceps-lateral"),
        "forearm": ("forearm-flexors", "forearm-extensors"),
        "shoulder_blade": ("traps-mid", "traps-lower"),
        "upper_back": ("lats-mid",),
        "lower_back": ("lats-lower", "lower-back-erectors", "lower-back-ql"),
        "trapezius": ("traps-upper",),
        "hand": ("hand-back",),
        "knee": ("knee-back",),
        "foot": ("foot-back",),
        "hip": ("gluteus-medius",),
    }
)

_BACK_MIDDLE: Final = (("scalp", "head-back"), ("neck", "nape"))
_HEAD: Final = ("head", "face")
_TRUNK: Final[Mapping[View, tuple[View, tuple[float, float, float, float]]]] = FrozenDict(
    {
        "trunk_front": ("front", (6.25, 10.5, 19.0, 41.5)),
        "trunk_back": ("back", (43.0, 10.5, 19.0, 41.5)),
    }
)
"""The drawing that a close-up of the trunk is cut from, and the box of the cut."""
_BETWEEN: Final = (
    "M13.4 12 L18.3 12 L21 17 L23 20 L22 26 L21 34 L20.5 40 L15.9 46 L11.2 40 L10.7 34 L9.7 26"
    " L8.7 20 L10.7 17Z",
    "M10.5 40 L14.6 49 L13.4 63 L13.6 72 L10 71 L9.5 62 L10 50Z",
    "M21.2 40 L17.1 49 L18.3 63 L18.1 72 L21.7 71 L22.2 62 L21.7 50Z",
    "M10.5 69 L13.2 69 L13 86 L12 86Z",
    "M21.2 69 L18.5 69 L18.7 86 L19.7 86Z",
)
_ALONG_THE_SPINE: Final = ("M49 14 L56 14 L55.3 42 L49.7 42Z",)
"""Our own patches, drawn behind the front and the back where their pieces leave wide gaps."""

HEAD: Final = "head"
"""What the pieces of a drawing's `closer` are called as one shape."""

_STANDS_IN: Final[Mapping[str, tuple[str, ...]]] = FrozenDict(
    {
        **dict.fromkeys(
            ("eyelid", "eyelid_lower", "brow", "face", "cheek", "lip", "chin", "jaw", "tongue"),
            (HEAD,),
        ),
        "scalp": (HEAD, "scalp"),
        "throat": ("neck",),
        "scm": ("neck",),
        "deltoid": ("shoulder",),
        "armpit": ("shoulder",),
        "upper_arm": ("biceps", "triceps"),
        "wrist": ("hand",),
        "thumb": ("hand",),
        "finger": ("hand",),
        "web": ("hand",),
        "chest_wall": ("chest", "ribs"),
        "upper_belly": ("abdomen",),
        "diaphragm": ("ribs",),
        "back": ("upper_back", "lower_back"),
        "paraspinal": ("shoulder_blade", "lower_back"),
        "perineum": ("groin",),
        "thigh": ("quad", "hamstring"),
        "ankle": ("foot",),
        "toe": ("foot",),
        "sole": ("foot",),
        "trunk": (
            "chest", "ribs", "abdomen", "flank", "shoulder_blade", "upper_back", "lower_back",
        ),
        "everywhere": (),
    }
)  # fmt: skip
"""Shapes of the front and the back that stand in for a place without a shape of its own there."""

_OTHER: Final[Mapping[Side, Side]] = FrozenDict({"left": "right", "right": "left"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One shape to tap.

    Attributes
    ----------
    side : the person's own; None in the middle, or where the shape spans both
    paths : SVG path data of its pieces, in the box of its drawing
    mirrored : whether it is to be drawn mirrored left to right
    """

    site: str
    side: Side | None
    paths: tuple[str, ...]
    mirrored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One picture with its regions, those that lie on top last.

    Attributes
    ----------
    box : SVG view box: left, top, width, height
    regions : the shapes to tap
    ground : path data drawn behind, which cannot be tapped
    lines : path data of strokes drawn on top; or ""
    closer : pieces of the head, which lead to the view of the face
    words : a site and the point at which its name is written, where the shape says too little
    """

    box: tuple[float, float, float, float]
    regions: tuple[Region, ...]
    ground: tuple[str, ...] = ()
    lines: str = ""
    closer: tuple[str, ...] = ()
    words: tuple[tuple[str, float, float], ...] = ()


@cache
def draw(view: View) -> Drawing:
    """Return the picture for a view.

    Examples
    --------
    >>> [(one.site, one.side) for one in draw("left_foot").regions][1]
    ('sole', 'left')
    """
    if view in _TRUNK:
        whole, box = _TRUNK[view]
        return replace(draw(whole), box=box, closer=())
    if view == "front":
        pieces = _muscles("front")
        return Drawing(
            box=(-1.0, -1.0, 33.5, 94.6),
            regions=tuple(_paired(_FRONT, pieces)),
            ground=_BETWEEN,
            closer=tuple(pieces[name] for name in _HEAD),
        )
    if view == "back":
        pieces = _muscles("back")
        middle = (
            Region(site=site, side=None, paths=(pieces[name],)) for site, name in _BACK_MIDDLE
        )
        return Drawing(
            box=(35.75, -1.0, 33.5, 94.6),
            regions=(*_paired(_BACK, pieces), *middle),
            ground=_ALONG_THE_SPINE,
        )
    return _inset(view)


def shapes_of(site: str) -> tuple[str, ...]:
    """Return the shapes of the front and the back that show a place, by their sites.

    Examples
    --------
    >>> shapes_of("calf"), shapes_of("thumb"), shapes_of("tongue"), shapes_of("everywhere")
    (('calf',), ('hand',), ('head',), ())
    """
    return _STANDS_IN.get(site, (site,))


def _muscles(view: str) -> Mapping[str, str]:
    text = _file("body_muscles.json")
    pieces: Mapping[str, str] = json.loads(text)[view]
    return pieces


def _file(name: str) -> str:
    return resources.files("myolog.vocabulary").joinpath("drawings", name).read_text("utf-8")


def _paired(table: Mapping[str, tuple[str, ...]], pieces: Mapping[str, str]) -> Iterator[Region]:
    for site, names in table.items():
        for side in _OTHER:
            yield Region(
                site=site, side=side, paths=tuple(pieces[f"{name}-{side}"] for name in names)
            )


def _inset(view: View) -> Drawing:
    wanted, _, part = view.rpartition("_")
    drawn: Mapping[str, Any] = tomllib.loads(_file("insets.toml"))[part]
    regions = [
        Region(site=site, side=side, paths=(shape,), mirrored=side not in drawn)
        for side in _OTHER
        if wanted in (side, "")
        for site, shape in drawn.get(side, drawn.get(_OTHER[side])).items()
    ]
    regions += [
        Region(site=site, side=None, paths=(shape,))
        for site, shape in drawn.get("middle", {}).items()
    ]
    return Drawing(
        box=(0.0, 2.0, 320.0, 458.0),
        regions=tuple(regions),
        ground=tuple(drawn.get("ground", ())),
        lines=drawn.get("lines", ""),
        words=tuple((site, x, y) for site, (x, y) in drawn.get("words", {}).items()),
    )
