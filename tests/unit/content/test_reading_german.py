"""German results and the programme read at school grade 10 at most, 5 or less in the middle.

The first Vienna formula for factual prose; its numbers stand in `tests.reading`. One short line has
few words, so that a single long one moves it far: lines are judged with the table they stand in.
"""

import statistics

import pytest

from myolog.content.articles import MARKER, articles_in
from myolog.content.catalogue import load, placeholders
from tests.reading import german_grade
from tests.unit.content.test_reading import TABLES

ENOUGH = 30
"""Words of a table from which its grade means something."""


def texts() -> dict[str, list[str]]:
    """Return every filled text that people read as result or programme, by table."""
    found: dict[str, list[str]] = {}
    for key, text in load("de").sentences():
        table, _, name = key.rpartition(".")
        doctors = name == "doctor" or table.endswith(".doctor")
        if not doctors and any(key.startswith(f"{one}.") for one in TABLES):
            filled = text.format(**dict.fromkeys(placeholders(text), "12"))
            found.setdefault(table, []).append(filled)
    return found


TEXTS = texts()
WHOLE = {
    table: whole
    for table, said in TEXTS.items()
    if len((whole := " ".join(f"{text.rstrip('.:')}." for text in said)).split()) >= ENOUGH
}


def test_the_formula_gives_the_grade_of_a_text_counted_by_hand() -> None:
    """8 words in 2 sentences; none of three syllables, none long, 7 of one syllable."""
    text = "Der Hund ist im Haus. Er trinkt Wasser."
    assert german_grade(text) == pytest.approx(0.1672 * 4 - 0.0327 * 87.5 - 0.875)
    assert german_grade("Lithium") == german_grade("Wort")
    assert german_grade("") == 0


def test_there_is_plenty_to_read() -> None:
    assert len(WHOLE) > 40


@pytest.mark.parametrize("table", WHOLE)
def test_no_table_is_above_grade_ten(table: str) -> None:
    assert german_grade(WHOLE[table]) <= 10


def test_the_middle_sentence_is_at_grade_five_or_less() -> None:
    grades = [german_grade(one) for said in TEXTS.values() for one in said if len(one.split()) > 5]
    assert statistics.median(grades) <= 5


@pytest.mark.parametrize("slug", articles_in("de"))
def test_no_article_is_above_grade_ten(slug: str) -> None:
    article = articles_in("de")[slug]
    whole = " ".join(MARKER.sub("", block.text) for block in article.blocks)
    assert german_grade(whole) <= (8 if article.programme else 10)
