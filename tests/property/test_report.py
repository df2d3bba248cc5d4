"""Every number on the page for the doctor is worked out twice: by Myolog and from the raw lines.

100 invented people as text, one in ten as the printed sheet too; `MYOLOG_EXAMPLES=many` takes 2,000
and prints each (hazard H8: wrong side, unit, date, person).
"""

import io
import json
import re
import unicodedata
from datetime import date, datetime
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from myolog.content.catalogue import load
from myolog.journal.entries import ProfileFact
from myolog.journal.file import lines
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.report.build import Report, build_report
from myolog.report.pdf import render
from myolog.report.text import as_text
from myolog.triage.answers import INPUTS
from myolog.triage.result import Assessment
from tests import strategies
from tests.report_journals import assessed, reported, rich_journal, swapped
from tests.report_oracle import Oracle

MANY = settings().max_examples > 1_000
PEOPLE = 2_000 if MANY else 100
PRINTED = range(0, PEOPLE, 1 if MANY else 10)
"""Of whom the sheet itself is read as well; the same sentences are in the text of every one."""


def raw(journal: Journal) -> list[dict[str, object]]:
    """Give the entries as a reader of the file would see them."""
    return [json.loads(line) for line in list(lines(journal))[1:-1]]


def flat(text: str) -> str:
    """Give a text on one line, words broken at the end of a line made whole again."""
    return " ".join(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text.replace("\u200b", "")).split())


def printed(report: Report) -> str:
    """Give the text of the one sheet."""
    reader = PdfReader(io.BytesIO(render(report)))
    assert len(reader.pages) == 1
    return flat(reader.pages[0].extract_text())


def in_one_row(oracle: Oracle) -> list[str]:
    """Give the rows of the table as the sheet has them: a region with all its months."""
    return [f"{name} {' '.join(cells)}" for name, cells in oracle.table()]


def month_by_month(oracle: Oracle) -> list[str]:
    """Give the table as the text has it: for each month the rows of all regions."""
    table, n_months = oracle.table(), len(list(oracle.periods()))
    wide = len(table[0][1]) // n_months
    return [
        " ".join(f"{name} {' '.join(cells[at : at + wide])}" for name, cells in table)
        for at in range(0, n_months * wide, wide)
    ]


def wording_with_digits() -> list[str]:
    """Give every fixed sentence of the page that has a digit of its own."""
    found = []
    for key, sentence in load().sentences():
        fixed = key.startswith(("report.", "rule.", "input.")) and "{" not in sentence
        if fixed and re.search(r"\d", sentence):
            found.append(sentence)
    return found


FIXED = [
    *(sentence.lower() for sentence in wording_with_digits()), "in the past 12 months",
]  # fmt: skip


def unexplained(text: str, phrases: list[str]) -> list[str]:
    """Give what is left with a digit once every expected phrase is taken out."""
    whole = {phrase.strip() for phrase in (*phrases, *FIXED)}
    for phrase in sorted(whole, key=len, reverse=True):
        if phrase in text:
            text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ~ ", text)
    return re.findall(r"\S*\d\S*", text)


AGAINST = (
    r"told on (?P<first>\d+ \w+ \d{4}), not told on (?P<day>\d+ \w+ \d{4}): [^.]+\.",
    r"denied on (?P<day>\d+ \w+ \d{4}), and yet noted in the journal: [^.]+\.",
    r"told, then not told again: [^.]+\.",
)
"""Lines that set what was told at one time against another time, or against the journal."""


def set_apart(text: str, days: set[date]) -> str:
    """Give a page without those lines, once each day they name is one of a check."""
    for line in AGAINST:
        for match in re.finditer(line, text, re.IGNORECASE):
            for told in match.groupdict().values():
                assert datetime.strptime(told.title(), "%d %B %Y").date() in days, match[0]  # noqa: DTZ007
        text = re.sub(line, "", text, flags=re.IGNORECASE)
    return text


def checked_on(journal: Journal) -> set[date]:
    """Give the days on which something of the check or the profile was told."""
    return {one.day for one in (*journal.of(TriageAnswers), *journal.of(ProfileFact))}


class Reported(NamedTuple):
    """An invented person, the page about them, and what an independent reader makes of the file."""

    seed: int
    journal: Journal
    assessment: Assessment
    report: Report
    text: str
    oracle: Oracle


@pytest.fixture(scope="module", params=range(PEOPLE))
def person(request: pytest.FixtureRequest) -> Reported:
    """Give an invented person and the page about them, worked out once for every test of them."""
    journal, today = rich_journal(request.param)
    assessment = assessed(journal, today)
    report = build_report(journal, assessment, today=today)
    oracle = Oracle(raw(journal), assessment, today)
    return Reported(request.param, journal, assessment, report, flat(as_text(report)), oracle)


def test_every_number_equals_an_independent_recount(person: Reported) -> None:
    seed, journal, assessment, report, text, oracle = person
    shown = [(text, month_by_month(oracle))]
    if seed in PRINTED:
        shown.append((printed(report), in_one_row(oracle)))
    asked = set(oracle.asked())
    must = [part for part in oracle.phrases() if part not in asked]
    must = [part for part in must if not part.startswith("Nothing was answered")]
    told = oracle.outcome()
    for where, table in shown:
        for row in table if oracle.noted else ():
            assert row in where
        on_paper = where is not shown[0][0]  # codes and what was not asked stand in the text only
        for part in must:
            if on_paper and part in told[:-2] and "was not done" not in part:
                continue
            assert flat(part).lower().strip() in where.lower(), part
        short = f"checklist {len(assessment.checklist)} of 6)"
        expected = [flat(one).lower() for one in (*oracle.phrases(), short, *table)]
        assert unexplained(set_apart(where.lower(), checked_on(journal)), expected) == []


@pytest.mark.parametrize("seed", range(0, PEOPLE, 5))
def test_swapping_the_sides_in_the_journal_swaps_them_on_the_page(seed: int) -> None:
    journal, today = rich_journal(seed)
    mirrored = swapped(journal)
    assert swapped(mirrored) == journal
    page = reported(journal, today)
    other = build_report(mirrored, assessed(journal, today), today=today)
    for region, cells in page.days.regions.items():
        for here, there in zip(cells, other.days.regions[region], strict=True):
            assert (here.left, here.right, here.other) == (there.right, there.left, there.other)
    oracle = Oracle(raw(mirrored), assessed(journal, today), today)
    lopsided = any(cell.left != cell.right for row in page.days.regions.values() for cell in row)
    ways = [(as_text, month_by_month), (printed, in_one_row)]
    for read, rows in ways if seed in PRINTED[:2] else ways[:1]:
        text = flat(read(other))
        assert not oracle.noted or all(row in text for row in rows(oracle))
        assert not lopsided or flat(read(page)) != text


ABOUT = {
    **{load().text(f"input.{name}.report").lower(): name for name in INPUTS},
    "sleep, play or school disrupted": "life_disrupted",
}
"""Each sign as the page has it, of an adult or of a child."""


def denials(text: str) -> list[tuple[str, str]]:
    """Give each denied sign with the words that tell its date."""
    part = re.search(r"ASKED AND DENIED(.*?) NOT ANSWERED, OR NOT SURE", flat(text))
    assert part is not None
    body = part[1].strip()
    dated = re.match(r"ON (\d+ [A-Z]+ \d{4}) (.*)\.$", body)
    groups = [(dated[1], dated[2])] if dated else re.findall(r"([^.:]+): ([^.]+)\.", body)
    return [(sign.strip().lower(), when.strip()) for when, signs in groups
            for sign in signs.split("; ")]  # fmt: skip


def test_what_was_not_asked_is_never_denied_and_every_denial_has_its_date(person: Reported) -> None:
    assessment, given = person.assessment, person.oracle.given()
    text = set_apart(person.text, checked_on(person.journal))
    named = {}
    for sign, when in denials(text):
        name = ABOUT[sign]
        value, day = given[name]
        calm = ("stable", "improving") if name == "trend" else (INPUTS[name].answers[0],)
        assert value in calm, (name, value)
        named[name] = when
        if " to " not in when:
            assert when.lower() == f"{day.day} {day:%B} {day.year}".lower()
    for name in named:
        assert name in assessment.inputs
        assert assessment.inputs[name] == given[name][0]


def columns(line: str) -> int:
    """Count the columns of a line: a mark above a letter takes none, a wide letter two."""
    wide = sum(unicodedata.east_asian_width(letter) in ("W", "F") for letter in line)
    return len(line) + wide - sum(unicodedata.combining(letter) > 0 for letter in line)


@given(strategies.journals, st.dates(date(2020, 1, 1), date(2027, 12, 31)))
@settings(max_examples=150)
def test_any_journal_gives_a_page_of_text(journal: Journal, today: date) -> None:
    text = as_text(reported(journal, today))
    assert text == as_text(reported(journal, today))
    assert all(columns(line) < 80 for line in text.splitlines())
    assert str(today.year) in text.splitlines()[1]


@given(strategies.journals, st.dates(date(2020, 1, 1), date(2027, 12, 31)))
@settings(max_examples=2_000 if MANY else 12)
def test_any_journal_gives_exactly_one_sheet(journal: Journal, today: date) -> None:
    pdf = render(reported(journal, today))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
