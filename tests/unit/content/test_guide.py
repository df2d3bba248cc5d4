"""No point of the guide is lost: each has a home that exists and a test that holds us to it.

The list below is copied by hand from the guide, in its order; it is not made from the registry.
"""

from pathlib import Path

import pytest

from myolog.content.articles import articles
from myolog.content.catalogue import load
from myolog.content.guide import GUIDE, VERDICTS, rows
from myolog.triage.rules import RULES
from myolog.vocabulary.exposures import EXPOSURES

ROOT = Path(__file__).parents[3]
WORDS = load()
SAID = {
    "INTRO": ("DEF", "SITES", "TONE", "SCOPE"),
    "DEF": ("FASC", "SELFLIMIT", "MECH"),
    "CAUSE": ("STRESS", "FATIGUE", "CAFFEINE", "DEHYDRATION", "EXERCISE", "SLEEP", "LIFESTYLE"),
    "": ("BENIGN-PATTERN", "PATTERN-EVAL", "DISORDER-BFS", "PATTERN-SERIOUS"),
    "DISORDER": ("NEUROPATHY", "MMN", "LYME", "THYROID", "B12", "MS", "ALS"),
    " ": ("PRINCIPLE-OBSERVE", "QUOTE-WORKUP", "FLAGS-INTRO"),
    "FLAG": ("SPREAD", "WASTING", "WEAKNESS", "DURATION", "SENSORY"),
    "  ": ("RULE-COMBINATION", "CLAIM-EARLY", "PROG-INTRO"),
    "STEP": ("1", "2", "3", "4", "5"),
    "PROG": ("EVAL", "EVAL-NOCHANGE", "EVAL-ESCALATE"),
    "CASE": ("FOREARM",),
    "CHECK": (
        "TITLE", "2WEEKS", "WASTING", "WEAKNESS", "SPREAD", "BULBAR", "FAMILY", "RULE", "TESTS",
    ),
    "FAQ": ("DEHYDRATION", "EYELID", "ALS"),
    "CONCL": ("PANIC", "FADE", "DISRUPT", "TOOLS"),
}  # fmt: skip
IDS = [
    f"{group}-{name}" if group.strip() else name for group, names in SAID.items() for name in names
]
EVERY = pytest.mark.parametrize("entry", GUIDE, ids=lambda e: e.id)


def test_every_point_of_the_guide_is_there_in_its_order():
    assert [entry.id for entry in GUIDE] == IDS
    assert len(IDS) == 61


@EVERY
def test_the_point_has_a_home_and_every_home_exists(entry):
    assert entry.homes
    slugs = {one.slug for one in articles()}
    rules = {rule.code for rule in RULES}
    for home in entry.homes:
        kind, _, name = home.partition("/")
        if kind == "article":
            assert name in slugs
        elif kind == "rule":
            assert name in rules
        elif kind == "exposure":
            assert name in EXPOSURES
        else:
            assert home.replace("/", ".") in WORDS, home


@EVERY
def test_an_article_named_as_home_carries_the_point(entry):
    for one in articles():
        if f"article/{one.slug}" in entry.homes:
            carried = set(one.ids) | {i for c in one.citations for i in c.ids}
            inserted = {block.kind for block in one.blocks}
            assert entry.id in carried, one.slug
            assert "article" in entry.homes[0] or inserted


@EVERY
def test_a_rule_or_exposure_named_as_home_says_so_itself(entry):
    for home in entry.homes:
        kind, _, name = home.partition("/")
        if kind in ("exposure", "step", "row", "checklist", "urgency") and name:
            assert entry.id in WORDS.guide_ids(f"{kind}.{name}"), home


@EVERY
def test_the_named_test_exists_and_names_the_point(entry):
    text = (ROOT / entry.test).read_text("utf-8")
    assert entry.id in text


@EVERY
def test_the_point_says_what_was_changed(entry):
    assert entry.verdict in VERDICTS
    assert entry.says.endswith(".")
    assert entry.changed.endswith(".")


def test_the_page_has_one_row_for_each_point():
    assert [row.id for row in rows()] == IDS
    assert rows()[0].verdict == "agrees with the evidence"
