"""The illnesses of the guide: named in one place, behind a fold, and never about the reader."""

import re

import pytest

from myolog.content.articles import article, articles
from myolog.content.catalogue import load
from myolog.triage import Urgency, decide
from tests.spec.guide.statements import said

WORDS = load()
TITLE = "Illnesses"
CASES = (
    ("DISORDER-NEUROPATHY", ("numbness", "b12", "coeliac")),
    ("DISORDER-MMN", ("immune system", "nerve test")),
    ("DISORDER-LYME", ("tick", "rash")),
    ("DISORDER-THYROID", ("heat", "racing heart")),
    ("DISORDER-B12", ("b12",)),
    ("DISORDER-MS", ("seldom", "face")),
    ("DISORDER-ALS", ("twitching alone is never enough", "more than one part")),
)  # fmt: skip


def surrounding(guide_id):
    return " ".join(
        line.lower()
        for block in article("illnesses").blocks
        for line in block.text.splitlines()
        if guide_id in line
    )


@pytest.mark.parametrize(("guide_id", "words"), CASES)
def test_the_illness_is_told_behind_a_fold(guide_id, words):
    for word in words:
        assert word in surrounding(guide_id)
    open_text = " ".join(b.text for b in article("illnesses").blocks if b.kind == "prose")
    assert guide_id not in open_text


def test_names_of_illnesses_stand_behind_a_fold_or_on_a_page_marked_for_them():
    names = r"\b(ALS|MND|MMN|MS|Lyme|multiple sclerosis|motor neurone|neuropathy)\b"
    for one in articles():
        if one.names or one.slug == "evidence":
            continue
        open_text = " ".join(b.text for b in one.blocks if b.kind != "fold")
        open_text = re.sub(r"\{[^}]*\}", "", open_text)
        assert re.findall(names, open_text) == [], one.slug


def test_harmless_twitching_that_stays_has_its_figures_and_its_exceptions():
    told = said("DISORDER-BFS", "when-harmless")
    for word in ("cramps", "tingling", "followed for years", "rare exceptions"):
        assert word in told
    changed = {"assessed_normal": True, "changed_since_assessment": True}
    assert decide(changed).urgency == Urgency.SOON


def test_the_principle_of_the_quotation_is_kept_without_a_name():
    told = said("QUOTE-WORKUP")
    assert "not all twitching" in surrounding("QUOTE-WORKUP")
    assert "needs a work-up" in told
    for one in articles():
        text = " ".join(block.text for block in one.blocks)
        assert not re.search(r"\b(Dr\.?|Prof(essor|\.)?|Doctor) [A-Z][a-z]+", text), one.slug


def test_ticks_and_the_thyroid_became_questions():
    assert decide({"tick_or_rash": True}).urgency == Urgency.URGENT
    assert decide({"thyroid_symptoms": True}).urgency == Urgency.ROUTINE
    assert WORDS.text("workup.b12.label") == "Vitamin B12"
