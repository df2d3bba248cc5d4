"""The page for the doctor in German: one page, tagged as German, with nothing lost."""

import pytest

from myolog.content.languages import speaking
from myolog.journal.example import CHECK_DAYS, forearm_journal
from myolog.report.pdf import render
from myolog.report.text import as_text
from tests.report_journals import reported
from tests.unit.report.test_pdf import MALICE, TODAY, crowded, lowest_of, read, text_of


@pytest.mark.no_cover
@pytest.mark.parametrize(("fill", "worst"), [(MALICE, True), ("W" * 40 + " ", False), ("a ", True)])
def test_too_much_of_everything_still_gives_one_page(fill: str, worst: bool) -> None:
    with speaking("de"):
        report = reported(crowded(fill, worst=worst), TODAY)
        pdf, text = render(report), " ".join(as_text(report).split())
    assert len(read(pdf).pages) == 1
    for where in (text_of(pdf), text):
        assert "[…]" in where


@pytest.mark.no_cover
def test_every_warning_sign_at_once_still_stands_in_the_upper_third() -> None:
    with speaking("de"):
        pdf = render(reported(crowded("WWWWWWWWW ", worst=True), TODAY))
    assert lowest_of(pdf, "Mit Ja beantwortet", "Gefragt und verneint") < 1 / 3


def test_a_reader_is_told_that_it_is_german() -> None:
    with speaking("de"):
        pdf = render(reported(forearm_journal(), CHECK_DAYS[3]))
    assert read(pdf).trailer["/Root"]["/Lang"] == "de"
