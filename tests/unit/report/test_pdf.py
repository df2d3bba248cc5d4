"""The sheet itself: one page, tagged, grey, the same bytes, and no text ever read as code."""

import io
import os
import subprocess
import sys
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from myolog.journal.entries import Entry
from myolog.journal.example import CHECK_DAYS, forearm_journal
from myolog.journal.model import Journal
from myolog.journal.records import StorySite
from myolog.report.pdf import picture, render
from myolog.report.text import as_text
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess
from myolog.vocabulary.sites import SITES
from myolog.vocabulary.tasks import TASKS
from tests import factories as make
from tests.report_journals import reported

A4 = (595.28, 841.89)
TODAY = date(2026, 4, 6)
MALICE = (
    '#read("/etc/passwd") #eval("1+1") #sys.version $x^2$ <b onload=x> *strong* _soft_ @cite \\ '
    "`raw` // /* \u4e2d\u6587\u75be\u75c5 \U0001f9b5\U0001f3fd "
    "\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0633\u0627\u0642 \u202eevil\u202c =1+1 &amp; {x} "
)


@cache
def example() -> bytes:
    return render(reported(forearm_journal(), CHECK_DAYS[3]))


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return " ".join(read(pdf).pages[0].extract_text().replace("\u200b", "").split())


def crowded(fill: str, *, worst: bool) -> Journal:
    """Give a journal in which every list and text is longer than any page."""
    start = date(2025, 6, 1)
    text = fill * (10_000 // len(fill))
    entries: list[Entry] = [
        make.story(
            day=TODAY,
            onset_day=start,
            changed=text[:10_000],
            sites=tuple(StorySite(site=site, since=start) for site in list(SITES)[:30]),
        ),
        make.fact("occupation", text[:200]),
        make.fact("weight_kg", 81.3),
        make.fact("weight_kg", 71.3, day=TODAY),
    ]
    for n in range(100):
        day = start + timedelta(days=n)
        entries.append(make.medicine(day=day, name=f"{n} {text}"[:200], dose=text[:200]))
        entries.append(
            make.examination(day=day, what=f"{n} {text}"[:200], by=text[:200], text=text[:10_000])
        )
        entries.append(make.question(text[:1_000], day=day, fear=n % 2 == 0))
    entries.append(make.question(text[:240].strip() or "x", day=TODAY, remark=True))
    for n, (name, asked) in enumerate(INPUTS.items()):
        value: Any = (asked.answers or (400,))[-1 if worst else 0]
        if not worst and n % 2:
            value = "not_sure"
        if name not in ("explained_unchanged", "age_years"):
            moment = make.AT - timedelta(days=n)
            entries.append(make.answers({name: value}, at=moment, reasons={name: text[:1_000]}))
    for n, site in enumerate(SITES.values()):
        for side in (None,) if site.sides == "M" else (None, "left", "right", "both"):
            for step in range(3):
                day = start + timedelta(days=(n * 7 + step * 31) % 300)
                entries.append(make.tally(day=day, site=site.code, side=side, count=3))
    for n in range(8):
        told = {task: ("fine", "harder", "much_harder", "cannot")[(n + at) % 4]
                for at, task in enumerate(TASKS)}  # fmt: skip
        entries.append(make.tasks(day=start + timedelta(days=7 * n), answers=told))
    for n, site in enumerate(list(SITES.values())[11:20]):
        bout = make.AT - timedelta(days=n)
        entries.append(
            make.episode(
                started_at=bout, site=site.code, side="both", note=text[:10_000],
                accompanied=("cramp", "tingling", "pain"),
            )
        )  # fmt: skip
    return Journal(tuple(entries), "UTC")


def test_the_example_is_one_a4_page() -> None:
    pages = read(example()).pages
    assert len(pages) == 1
    box = pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(A4, abs=0.5)


def test_the_sheet_is_tagged_named_in_english_and_says_it_is_accessible() -> None:
    reader = read(example())
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert reader.metadata is not None
    assert reader.metadata.title == "Muscle twitching: summary by the patient"


def structure(node: Any) -> list[str]:
    """Give the names of all tags, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, DictionaryObject):
        here = [node["/S"]] if "/S" in node else []
        return here + (structure(node["/K"]) if "/K" in node else [])
    if isinstance(node, list):
        return [tag for part in node for tag in structure(part)]
    return []


def test_headings_and_tables_are_tagged_as_such() -> None:
    tags = structure(read(example()).trailer["/Root"]["/StructTreeRoot"])
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 10
    assert tags.count("/Table") >= 2
    assert tags.count("/TH") >= 12
    assert tags.index("/H1") < tags.index("/H2") < tags.index("/Table")


def test_the_same_report_gives_the_same_bytes_and_the_date_of_the_page() -> None:
    report = reported(forearm_journal(), CHECK_DAYS[2])
    assert render(report) == render(report)
    metadata = read(render(report)).metadata
    assert metadata is not None
    assert str(metadata["/CreationDate"]).startswith(f"D:{CHECK_DAYS[2]:%Y%m%d}")


def test_fonts_are_inside_and_are_the_bundled_one() -> None:
    fonts = read(example()).pages[0]["/Resources"]["/Font"]
    names = {font.get_object()["/BaseFont"].split("+")[1] for font in fonts.values()}
    assert {name.removesuffix("-Identity-H") for name in names} == {
        "Inter-Regular",
        "Inter-SemiBold",
    }


def test_only_greys_are_used() -> None:
    page = read(example()).pages[0]
    content = ContentStream(page["/Contents"].get_object(), read(example()))
    operators = {operator for _, operator in content.operations}
    assert not operators & {b"rg", b"RG", b"k", b"K", b"Do", b"sh"}
    spaces = page["/Resources"].get("/ColorSpace", {})
    kinds = {str(space.get_object()[0]) for space in spaces.values()}
    assert kinds <= {"/ICCBased", "/CalGray"}
    for space in spaces.values():
        if space.get_object()[0] == "/ICCBased":
            assert space.get_object()[1].get_object()["/N"] == 1


def positions(pdf: bytes) -> list[tuple[str, float]]:
    """Give each printed piece with its distance from the top, as a share of the page."""
    found: list[tuple[str, float]] = []

    def note(text: str, outer: list[float], inner: list[float], *_: Any) -> None:
        if text.strip():
            height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            found.append((text.strip(), 1 - height / A4[1]))

    read(pdf).pages[0].extract_text(visitor_text=note)
    return found


def lowest_of(pdf: bytes, first: str, after: str) -> float:
    """Give how far down the last line before the heading `after` stands."""
    places = positions(pdf)
    start = next(n for n, (text, _) in enumerate(places) if text.startswith(first))
    end = next(n for n, (text, _) in enumerate(places) if text.startswith(after))
    assert end - start > 2
    return max(down for _, down in places[start:end])


def test_positions_run_from_the_title_to_the_last_line() -> None:
    downs = [down for _, down in positions(example())]
    assert 0.03 < downs[0] < 0.07
    assert 0.9 < downs[-1] < 1


def test_warning_signs_stand_in_the_upper_third() -> None:
    assert lowest_of(example(), "Told in the story", "Asked and denied") < 1 / 3


@pytest.mark.no_cover
@pytest.mark.parametrize("fill", [MALICE, "WWWWWWWWW "])
def test_every_warning_sign_at_once_still_stands_in_the_upper_third(fill: str) -> None:
    pdf = render(reported(crowded(fill, worst=True), TODAY))
    assert lowest_of(pdf, "Answered yes", "Asked and denied") < 1 / 3


FILLS = (MALICE, "W" * 40 + " ", "x" * 1_000, "a ", "\u4e2d\u6587")
TOO_MUCH = [(fill, worst) for fill in FILLS for worst in (True, False)]
EACH_TEXT_ONCE = [*TOO_MUCH[1:3], *TOO_MUCH[5:7], TOO_MUCH[9]]
"""`make soak` prints each; every run each text once, and the harmful one in both."""


@pytest.mark.parametrize(
    ("fill", "worst"),
    [
        TOO_MUCH[0],
        *(
            pytest.param(*one, marks=pytest.mark.no_cover)
            for one in (TOO_MUCH[1:] if "MYOLOG_SOAK" in os.environ else EACH_TEXT_ONCE)
        ),
    ],
)
def test_too_much_of_everything_still_gives_one_page_that_says_what_it_left_out(
    fill: str, worst: bool
) -> None:
    report = reported(crowded(fill, worst=worst), TODAY)
    pdf, text = render(report), " ".join(as_text(report).split())
    assert len(read(pdf).pages) == 1
    for where in (text_of(pdf), text):
        assert "94 more in the jour" in where
        assert "Earlier ones in the journal: 95." in where
        assert "153 more in the journal." in where
        assert "[…] marks shortened text; the journal has all of it." in where


def test_what_people_write_is_printed_and_never_run() -> None:
    questions = [make.question(text, day=TODAY) for text in (
        '#read("/etc/passwd")', "#panic()", "*a* _b_ `c` $d$ <e> @f \\ //g =h",
    )]  # fmt: skip
    pdf = render(reported(Journal(tuple(questions), "UTC"), TODAY))
    printed = text_of(pdf)
    assert '1. #read("/etc/passwd")' in printed
    assert "2. #panic()" in printed
    assert "3. *a* _b_ `c` $d$ <e> @f \\ //g =h" in printed
    assert "root:" not in printed


def test_the_free_line_is_printed_whole_and_only_the_newest() -> None:
    line = "#panic() I dive at weekends, " + "and my hands are often cold; " * 7
    entries = [
        make.question("An older line.", day=TODAY - timedelta(days=9), remark=True),
        make.question(line[:240], day=TODAY, remark=True),
    ]
    report = reported(Journal(tuple(entries), "UTC"), TODAY)
    for where in (text_of(render(report)), " ".join(as_text(report).split())):
        assert f"The doctor should also know: “{line[:240].strip()}”" in " ".join(where.split())
        assert "An older line." not in where
        assert "1 more in the journal." in where
    nothing = assess(Journal((), "UTC"), {}, today=TODAY).inputs
    assert assess(Journal(tuple(entries), "UTC"), {}, today=TODAY).inputs == nothing


def test_letters_without_a_glyph_are_marked_and_the_page_says_so() -> None:
    entries = (
        make.question("Is \u4e2d\u6587 \u75be\u75c5 \U0001f9b5\U0001f3fd harmless?", day=TODAY),
        make.fact("occupation", "Пекарь, ψάρι, Łódź", day=TODAY),
    )
    report = reported(Journal(entries, "UTC"), TODAY)
    printed = text_of(render(report))
    assert "1. Is [?] harmless?" in printed
    assert "[?] stands for letters that this page cannot print" in printed
    assert "Пекарь, ψάρι, Łódź" in printed
    assert "\u4e2d\u6587" in as_text(report)
    assert "cannot print" not in text_of(example())


def test_typst_is_imported_only_when_a_page_is_made() -> None:
    code = "import myolog.report.pdf, myolog.report.text, sys; print('typst' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_the_picture_is_the_same_sheet() -> None:
    png = picture(reported(forearm_journal(), CHECK_DAYS[3]))
    assert png.startswith(b"\x89PNG")
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    assert high / wide == pytest.approx(A4[1] / A4[0], rel=0.01)


def test_the_sheet_is_small_enough_to_mail() -> None:
    assert len(example()) < 200_000
