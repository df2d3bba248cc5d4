"""What a screen reader says at each number of the page: its region, its days, its side.

Read with pypdf, which knows nothing of how the tags came to be.
"""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from myolog.content.languages import speaking
from myolog.journal.example import CHECK_DAYS, forearm_journal
from myolog.report.build import build_report
from myolog.report.pdf import render
from myolog.report.tags import with_row_headers
from myolog.triage.assessment import assess


def reader(language: str = "en") -> PdfReader:
    day, journal = CHECK_DAYS[2], forearm_journal()
    with speaking(language):
        made = render(build_report(journal, assess(journal, {}, today=day), today=day))
    return PdfReader(BytesIO(made), strict=True)


def words_by_mark(pdf: PdfReader) -> dict[int, str]:
    """Return the words of each marked piece of the first page."""
    said: dict[int, str] = {}
    marks: list[int | None] = []

    def before(operator: bytes, given: Any, *_: Any) -> None:
        if operator in {b"BDC", b"BMC"}:
            named = given[1] if operator == b"BDC" else {}
            marks.append(named.get("/MCID") if hasattr(named, "get") else None)

    def after(operator: bytes, *_: Any) -> None:
        if operator == b"EMC":
            marks.pop()

    def hear(text: str, *_: Any) -> None:
        mark = next((mark for mark in reversed(marks) if mark is not None), None)
        if mark is not None:
            said[mark] = said.get(mark, "") + text

    pdf.pages[0].extract_text(
        visitor_operand_before=before, visitor_operand_after=after, visitor_text=hear
    )
    return said


class Tags:
    """The tag tree of a page."""

    def __init__(self, pdf: PdfReader) -> None:
        self.words = words_by_mark(pdf)
        self.root = pdf.trailer["/Root"]["/StructTreeRoot"]
        names = self.root["/IDTree"]["/Names"]
        self.names = {names[i]: names[i + 1].get_object() for i in range(0, len(names), 2)}

    def kids(self, tag: Any) -> list[Any]:
        found = tag.get("/K", [])
        return [kid.get_object() for kid in (found if isinstance(found, list) else [found])]

    def all(self, kind: str, tag: Any = None) -> list[Any]:
        inside = [kid for kid in self.kids(tag or self.root) if hasattr(kid, "get")]
        here = [kid for kid in inside if kid.get("/S") == kind]
        return here + [found for kid in inside for found in self.all(kind, kid)]

    def say(self, tag: Any) -> str:
        parts = [
            self.words.get(kid, "") if isinstance(kid, int) else self.say(kid)
            for kid in self.kids(tag)
            if isinstance(kid, int) or hasattr(kid, "get")
        ]
        return " ".join("".join(parts).split())

    def of_table(self, tag: Any) -> dict[str, Any]:
        attributes = [one.get_object() for one in tag.get("/A", [])]
        return next(one for one in attributes if one["/O"] == "/Table")

    def hear(self, cell: Any) -> tuple[str, ...]:
        headers = [self.say(self.names[name]) for name in self.of_table(cell)["/Headers"]]
        return (*headers, self.say(cell))


def test_each_number_is_said_with_its_region_days_and_side() -> None:
    tags = Tags(reader())
    days, medicines = tags.all("/Table")[:2]
    heard = [tags.hear(cell) for cell in tags.all("/TD", days)]
    assert len(heard) == 4 * 6
    assert heard[0] == ("Face, tongue, throat", "5 to 31 January 2026", "left", "0")
    assert ("Neck, arms", "5 to 31 January 2026", "right", "21") in heard
    assert ("Neck, arms", "February 2026", "right", "24") in heard
    assert heard[-1] == ("Legs", "1 to 7 March 2026", "right", "7")
    assert ("Medicines", "Dose", "not noted") in [
        tags.hear(cell) for cell in tags.all("/TD", medicines)
    ]


def test_it_is_said_in_german_too() -> None:
    tags = Tags(reader("de"))
    heard = [tags.hear(cell) for cell in tags.all("/TD", tags.all("/Table")[0])]
    assert ("Hals, Arme", "Februar 2026", "rechts", "24") in heard


def test_every_row_of_every_table_begins_with_a_header_of_its_row() -> None:
    tags = Tags(reader())
    rows = [row for body in tags.all("/TBody") for row in tags.kids(body)]
    assert len(rows) >= 8
    for row in rows:
        first, *others = tags.kids(row)
        assert (first["/S"], tags.of_table(first)["/Scope"]) == ("/TH", "/Row")
        assert tags.names[first["/ID"]] == first
        assert [cell["/S"] for cell in others] == ["/TD"] * len(others)
    names = tags.root["/IDTree"]["/Names"][::2]
    assert list(names) == sorted(names), "a name is looked up by halving"


def test_the_same_words_are_on_the_page() -> None:
    """The update adds tags only: without it, pypdf reads the same page."""
    pdf = reader()
    assert len(pdf.pages) == 1
    assert "Neck, arms" in pdf.pages[0].extract_text()


@pytest.mark.parametrize(
    "file", [b"", b"%PDF-1.7\n", b"\n1 0 obj\n<</Type/StructTreeRoot/K[]>>\nendobj\n"]
)
def test_what_holds_no_table_stays_as_it_is(file: bytes) -> None:
    assert with_row_headers(file) == file
