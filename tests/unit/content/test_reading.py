"""Results and the programme read at school grade 9 at most, 6 or less in the middle.

Flesch-Kincaid; the numbers of Kincaid et al. 1975 stand in `tests.reading`.
"""

import statistics

import pytest

from myolog.content.articles import MARKER, articles
from myolog.content.catalogue import load, placeholders
from tests.reading import grade, syllables

WORDS = load()
EXAMPLES = {
    "change": "about half as many", "count": 2, "date": "12 May", "days": 20,
    "first": "right forearm", "last": "1 June", "number": "112",
    "other": "left calf", "sign": "visible wasting", "source": "NHS", "task": "open a jar",
    "title": "See a doctor today", "version": "2.0",
}  # fmt: skip
TABLES = (
    "urgency", "rule", "result", "notsure", "safety_net", "checklist", "who", "workup", "row",
    "step", "part", "thing", "swap", "programme", "guard", "derived", "emergency", "line", "screen",
    "verdict", "page.first", "page.today", "page.check", "page.programme", "page.reminders",
    "page.patterns",
    "finding", "pattern",
)  # fmt: skip
SHORT = 6
"""Labels of fewer words are judged with the table they stand in: the formula means nothing for
two words."""


def tables():
    """Yield (table, every filled text in it) for what people read as result or programme."""
    found: dict[str, list[str]] = {}
    for key, text in WORDS.sentences():
        table, _, name = key.rpartition(".")
        if name == "doctor" or table.endswith(".doctor"):
            continue
        if any(key.startswith(f"{t}.") for t in TABLES):
            filled = text.format(**{name: EXAMPLES.get(name, "12") for name in placeholders(text)})
            found.setdefault(table, []).append(filled)
    return found


TEXTS = tables()
SENTENCES = [(table, t) for table, texts in TEXTS.items() for t in texts if len(t.split()) >= SHORT]


def test_the_formula_gives_the_grade_of_a_text_counted_by_hand():
    """10 words, 2 sentences, 12 syllables: 0.39 x 5 + 11.8 x 1.2 - 15.59 = 0.52."""
    assert grade("The cat sat on it. The black table was new.") == pytest.approx(-0.66, abs=0.001)
    assert syllables("table") == 2
    assert grade("You see a doctor. Then the doctor looks at you.") == pytest.approx(0.52)


@pytest.mark.parametrize("name", ["neuropathy", "EMG", "clozapine"])
def test_names_of_illnesses_tests_and_medicines_count_one(name):
    assert syllables(name) == 1


def test_no_result_or_programme_text_is_above_grade_nine():
    assert len(SENTENCES) > 500
    assert [(table, text, grade(text)) for table, text in SENTENCES if grade(text) > 9] == []


def test_no_table_of_short_labels_is_above_grade_nine():
    for table, texts in TEXTS.items():
        whole = " ".join(text.rstrip(".:") + "." for text in texts)
        if len(whole.split()) >= SHORT:
            assert grade(whole) <= 9, f"{table}: {grade(whole):.1f}"


def test_the_middle_result_or_programme_text_is_at_grade_six_or_less():
    assert statistics.median(grade(text) for _, text in SENTENCES) <= 6


def article_paragraphs():
    for one in articles():
        for block in one.blocks:
            for line in MARKER.sub("", block.text).replace("**", "").splitlines():
                text = line.lstrip("#- ").strip()
                if len(text.split()) >= SHORT:
                    yield one, text


def test_no_paragraph_about_the_programme_is_above_grade_nine():
    hard = [(a.slug, round(grade(t), 1), t) for a, t in article_paragraphs() if a.programme]
    assert [one for one in hard if one[1] > 9] == []


def test_the_middle_paragraph_of_the_articles_is_at_grade_six_or_less():
    assert statistics.median(grade(text) for _, text in article_paragraphs()) <= 6
