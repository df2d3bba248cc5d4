"""From a spec to a picture: SVG for the page, and SVG in grey for the report.

Decides how a chart is drawn: on this computer, by Vega inside vl-convert, without any script in
the page and without asking for anything elsewhere. What Vega writes is trimmed to shapes and text;
its tones become variables of the page's style sheet, so that one drawing serves light and dark.

References
----------
Satyanarayan et al., Vega-Lite: a grammar of interactive graphics (2017),
doi:10.1109/TVCG.2016.2599030.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final
from xml.etree import ElementTree

from myolog.charts.chart import Spec
from myolog.charts.theme import BAND, GROUND, HATCH, QUIET, TONES, framed

__all__ = ["draw_for_page", "draw_for_print", "warm_up"]

_SVG: Final = "http://www.w3.org/2000/svg"
_KEPT: Final = 64
"""Pictures that are kept: more than any page shows."""
_ON_PAGE: Final = {tone.light: tone.page for tone in TONES}
_ON_PAPER: Final = {tone.light: tone.grey for tone in TONES}
_PRINT_FONT: Final = "Inter"

_NEEDLESS: Final = re.compile(
    r"role|aria-.*|class|pointer-events|font-family|style|stroke-miterlimit"
)
"""Attributes that say nothing here: the whole picture has one name, and the page its own font."""
_LONG: Final = re.compile(r"-?\d+\.\d{3,}")


def draw_for_page(spec: Spec, *, label: str) -> str:
    """Return the picture as SVG to stand in a page, in the colours of its style sheet.

    Parameters
    ----------
    spec
        A whole spec with its data inside.
    label
        What it shows, for those who do not see it.
    """
    return _drawn(_text_of(spec), label, "page")


def draw_for_print(spec: Spec, *, label: str) -> str:
    """Return the picture as SVG in greys and in the font of the report."""
    return _drawn(_text_of(spec), label, "print")


def warm_up() -> None:
    """Load what draws, so that the first chart is as quick as the others."""
    draw_for_page(framed({"data": {"values": []}, "mark": "bar", "width": 1}), label="")


def _text_of(spec: Spec) -> str:
    return json.dumps(spec, sort_keys=True, allow_nan=False)


@lru_cache(maxsize=_KEPT)
def _drawn(spec: str, label: str, place: str) -> str:
    import vl_convert

    # allowed_base_urls: a picture is made of what is in the spec, whatever the spec names.
    vega = vl_convert.vegalite_to_svg(spec, vl_version="6.4", allowed_base_urls=[])
    svg = ElementTree.fromstring(vega)  # noqa: S314 - made by Vega a line above
    identity = sha256(f"{place} {spec}".encode()).hexdigest()[:10]
    tones = _ON_PAGE if place == "page" else _ON_PAPER
    _trim(svg)
    _colour(svg, tones | {HATCH: f"url(#gap-{identity})"})
    svg.insert(0, _hatching(f"gap-{identity}", tones))
    if place == "print":
        svg.set("font-family", _PRINT_FONT)
    else:
        _halo(svg)
        del svg.attrib["width"], svg.attrib["height"]
    svg.set("role", "img")
    svg.set("aria-label", label)
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(svg, encoding="unicode")


def _trim(element: ElementTree.Element) -> None:
    """Take out what is not seen, and round to a hundredth of a pixel."""
    for name in [name for name in element.attrib if _NEEDLESS.fullmatch(name)]:
        del element.attrib[name]
    for name, value in element.attrib.items():
        if name in {"d", "transform", "x2", "y2", "width", "height", "viewBox"}:
            element.set(name, _LONG.sub(lambda found: f"{float(found[0]):.2f}", value))
    for part in list(element):
        _trim(part)
        if _is_empty(part):
            element.remove(part)


def _is_empty(part: ElementTree.Element) -> bool:
    kind = part.tag.rpartition("}")[2]
    if kind == "g":
        return len(part) == 0
    unseen = part.get("fill") in {None, "transparent"} and part.get("stroke") is None
    return kind in {"path", "rect"} and unseen


def _colour(svg: ElementTree.Element, tones: Mapping[str, str]) -> None:
    """Exchange the tones."""
    for part in svg.iter():
        for name in ("fill", "stroke"):
            tone = part.get(name, "")
            if tone in tones:
                part.set(name, tones[tone])


def _halo(svg: ElementTree.Element) -> None:
    """Give text an edge of the ground, so that lines never cross it."""
    for text in svg.iter(f"{{{_SVG}}}text"):
        halo = {"paint-order": "stroke", "stroke": GROUND.page, "stroke-width": "4"}
        text.attrib.update(halo | {"stroke-linejoin": "round"})


def _hatching(identity: str, tones: Mapping[str, str]) -> ElementTree.Element:
    definitions = ElementTree.Element(f"{{{_SVG}}}defs")
    size: dict[str, Any] = {"width": "5", "height": "5", "patternUnits": "userSpaceOnUse"}
    pattern = ElementTree.SubElement(
        definitions,
        f"{{{_SVG}}}pattern",
        {"id": identity, "patternTransform": "rotate(45)"} | size,
    )
    ground = {"width": "5", "height": "5", "fill": tones[BAND.light], "fill-opacity": "0.5"}
    ElementTree.SubElement(pattern, f"{{{_SVG}}}rect", ground)
    stroke = {"stroke": tones[QUIET.light], "stroke-opacity": "0.55"}
    ElementTree.SubElement(pattern, f"{{{_SVG}}}line", {"y2": "5", "stroke-width": "1.1"} | stroke)
    return definitions
