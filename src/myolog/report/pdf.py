"""The page for the doctor as PDF: one sheet, tagged (PDF/UA-1), the same bytes every time.

Charts, where they are wanted, stand on sheets of their own behind it.
Decides what reaches the layout: plain strings as JSON, never source. Letters that the bundled
font lacks become "[?]", and the last line says so. Typst is imported only when a page is made.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from myolog.charts.chart import Chart
from myolog.charts.drawing import draw_for_print
from myolog.content.catalogue import load
from myolog.content.languages import spoken_language
from myolog.report.page import Page
from myolog.report.sections import Report
from myolog.report.tags import with_row_headers
from myolog.report.wording import say
from myolog.vocabulary.countries import LETTER

__all__ = ["picture", "render"]

_HERE: Final = resources.files("myolog.report")
_FONT: Final = "Inter-Regular.otf"
_GAP: Final = "[?]"


def render(report: Report, charts: Sequence[Chart] = (), *, country: str = "") -> bytes:
    """Return the page as PDF bytes.

    Parameters
    ----------
    charts
        What stands on the sheets behind the page; each picture is said in words, too.
    country
        Two-letter code; it sets the paper, A4 where it is unknown.

    Returns
    -------
    pdf : one page, and more only for charts; equal reports give equal bytes

    References
    ----------
    ISO 14289-1 (PDF/UA-1).
    """
    return with_row_headers(_made(report, charts, country, format="pdf", pdf_standards=["ua-1"]))


def picture(report: Report, *, country: str = "") -> bytes:
    """Return the page as a PNG picture of some 110 dots an inch, as it will be printed."""
    return _made(report, (), country, format="png", ppi=110.0)


def _made(report: Report, charts: Sequence[Chart], country: str, **form: Any) -> bytes:
    import typst

    drawn = [_drawn(chart) for chart in charts]
    paper = "us-letter" if country in LETTER else "a4"
    around = {"charts": _replaced(drawn), "language": spoken_language(), "paper": paper}
    page = json.dumps(_printable(say(report)) | around)
    with resources.as_file(_HERE) as folder:
        return bytes(
            typst.compile(
                str(folder / "template.typ"),
                root=str(folder),
                font_paths=[str(folder / "fonts")],
                ignore_system_fonts=True,
                sys_inputs={"page": page},
                **form,
            )
        )


def _drawn(chart: Chart) -> dict[str, str]:
    untitled = {name: part for name, part in chart.spec.items() if name != "title"}
    return {
        "title": chart.title,
        "caption": chart.caption,
        "description": chart.description,
        "svg": draw_for_print(untitled, label=chart.title),
    }


def _printable(page: Page) -> dict[str, Any]:
    """Return the page as plain data in which every letter has a glyph."""
    found = asdict(page)
    clean = _replaced(found)
    if clean != found:
        remark = {"text": f" {load().text('report.unprintable')}", "strong": False}
        clean["foot_printed"] = [*clean["foot_printed"], remark]
    return dict(clean)


def _replaced(value: Any) -> Any:
    if isinstance(value, str):
        return _missing().sub(_GAP, value)
    if isinstance(value, dict):
        return {name: _replaced(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_replaced(part) for part in value)
    return value


@cache
def _missing() -> re.Pattern[str]:
    """Return what matches a run of letters without a glyph, spaces between them included."""
    ranges = "".join(
        f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in _covered()
    )
    return re.compile(f"[^{ranges}]+(?: [^{ranges}]+)*")


@cache
def _covered() -> tuple[tuple[int, int], ...]:
    """Return the ranges of letters that the font has, read from its own table (OpenType cmap)."""
    font = Path(str(_HERE / "fonts" / _FONT)).read_bytes()
    n_tables = struct.unpack(">H", font[4:6])[0]
    tables = {
        font[at : at + 4]: struct.unpack(">L", font[at + 8 : at + 12])[0]
        for at in range(12, 12 + 16 * n_tables, 16)
    }
    return tuple(_ranges(font, tables[b"cmap"]))


def _ranges(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Yield the groups of the full Unicode subtable (format 12)."""
    n_subtables = struct.unpack(">H", font[cmap + 2 : cmap + 4])[0]
    for at in range(cmap + 4, cmap + 4 + 8 * n_subtables, 8):  # pragma: no branch - Inter has one
        subtable = cmap + struct.unpack(">L", font[at + 4 : at + 8])[0]
        if struct.unpack(">H", font[subtable : subtable + 2])[0] == 12:
            n_groups = struct.unpack(">L", font[subtable + 12 : subtable + 16])[0]
            for group in range(n_groups):
                start = subtable + 16 + 12 * group
                yield struct.unpack(">LL", font[start : start + 8])
            return
