"""The body as a page shows it: each region a link to its place, the chosen one marked.

Front and back, both hands and both feet stand side by side, so that a side is tapped and never
assumed. Which shape is which place, the vocabulary says.
"""

from dataclasses import dataclass
from typing import Final

from myolog.content.catalogue import load
from myolog.content.names import site_name
from myolog.vocabulary.body import Region, View, draw
from myolog.wording.places import Place

LOOKS: Final[dict[str, tuple[View, ...]]] = {
    "body": ("front", "back"),
    "trunk": ("trunk_front", "trunk_back"),
    "face": ("face",),
    "hands": ("left_hand", "right_hand"),
    "feet": ("left_foot", "right_foot"),
}
"""What can be looked at, and the drawings that each shows."""

EDGES: Final[dict[View, tuple[str, str]]] = {
    "front": ("right", "left"),
    "back": ("left", "right"),
    "trunk_front": ("right", "left"),
    "trunk_back": ("left", "right"),
    "face": ("right", "left"),
    "left_hand": ("", ""),
    "right_hand": ("", ""),
    "left_foot": ("", ""),
    "right_foot": ("", ""),
}
"""Which side of the person the left and the right edge of each drawing shows, where it has both."""

SMALL: Final = frozenset({"elbow", "neck", "biceps", "foot", "hip", "ankle", "toe", "knee", "lip"})
"""Sites whose shape is small, so that its tap area is widened most."""

PHONE: Final = {"body": 180, "trunk": 180, "face": 320, "hands": 180, "feet": 180}
"""How wide, in pixels, a drawing of each look is on a phone: what strokes and dots are made for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A region of one picture.

    Attributes
    ----------
    id : name of the shape on the page
    paths : SVG path data of its pieces
    mirror : SVG transform, or ""
    half : half of the picture that its tap area must not leave: left, right or ""
    """

    id: str
    place: Place
    paths: tuple[str, ...]
    mirror: str
    half: str
    chosen: bool
    small: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One drawing, ready to be shown.

    Attributes
    ----------
    name : what a person reads above it
    label : what a screen reader says of it
    at_left, at_right : whose side each edge shows, in words, or ""
    look : what it belongs to
    halves : the left and the right half of the box: name, left edge, top, width and height
    pixel : a phone's pixel in units of the box
    """

    view: View
    name: str
    label: str
    at_left: str
    at_right: str
    box: str
    look: str
    pixel: float
    halves: tuple[tuple[str, float, float, float, float], ...]
    shapes: tuple[Shape, ...]
    ground: tuple[str, ...]
    lines: str
    closer: tuple[str, ...]
    words: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One choice of what to look at, with its pictures."""

    code: str
    name: str
    pictures: tuple[Picture, ...]
    current: bool


def looks(chosen: Place | None = None, *, asked: str = "") -> tuple[Look, ...]:
    """Return everything there is to look at; one is current.

    Parameters
    ----------
    asked
        What the person asked to look at; else the view in which the chosen place is drawn.
    """
    words = load().labels("page.map")
    current = asked if asked in LOOKS else _where_drawn(chosen)
    return tuple(
        Look(
            code=code,
            name=words[f"look_{code}"],
            pictures=pictures(code, chosen),
            current=code == current,
        )
        for code in LOOKS
    )


def _where_drawn(chosen: Place | None) -> str:
    for code, views in LOOKS.items():
        if chosen and any(chosen.site == one.site for view in views for one in draw(view).regions):
            return code
    return "body"


def pictures(look: str, chosen: Place | None = None) -> tuple[Picture, ...]:
    """Return the drawings of one look, with the chosen place marked."""
    return tuple(_picture(look, view, chosen) for view in LOOKS[look])


def _picture(look: str, view: View, chosen: Place | None) -> Picture:
    words, drawing = load().labels("page.map"), draw(view)
    left, top, width, height = drawing.box
    at_left, at_right = (words[f"your_{side}"] if side else "" for side in EDGES[view])
    half_of = dict(zip(EDGES[view], ("left", "right"), strict=True))
    return Picture(
        view=view,
        name=words[f"name_{view}"],
        label=words[view],
        at_left=at_left,
        at_right=at_right,
        box=f"{left:g} {top:g} {width:g} {height:g}",
        look=look,
        halves=(
            ("left", left, top, width / 2, height),
            ("right", left + width / 2, top, width / 2, height),
        ),
        pixel=round(width / PHONE[look], 2),
        shapes=tuple(
            Shape(
                id=f"{view}-{n}",
                place=Place(region.site, region.side),
                paths=region.paths,
                mirror=f"matrix(-1 0 0 1 {width:g} 0)" if region.mirrored else "",
                half=half_of.get(region.side or "", "") if at_left else "",
                chosen=chosen is not None and _shows(region, chosen),
                small=region.site in SMALL,
            )
            for n, region in enumerate(drawing.regions, start=1)
        ),
        ground=drawing.ground,
        lines=drawing.lines,
        closer=drawing.closer,
        words=tuple((site_name(site), x, y) for site, x, y in drawing.words),
    )


def _shows(region: Region, chosen: Place) -> bool:
    return chosen.site == region.site and (
        region.side is None or chosen.side in (region.side, "both")
    )
