"""Articles: how a file is read, and what every article has to have."""

import re
from datetime import date

import pytest

from myolog.content.articles import GRADES, MARKER, article, articles, read_article
from myolog.content.catalogue import load
from myolog.content.guide import GUIDE
from myolog.errors import NotFound

WORDS = load()
HEAD = """+++
order = 1
title = "A title"
summary = "A summary."
ids = ["STEP-1"]
reviewed = "2026-11-22"
+++
"""


def read(body, head=HEAD):
    return read_article("a-page", head + body)


def test_prose_folds_and_insertions_become_blocks():
    one = read(
        "Before. {STEP-1 · NHS · some}\n\n@steps\n\n@guards GUARD-K GUARD-MG\n\n"
        "::: fold More\nInside. {- · own · rule}\n:::\nAfter."
    )
    assert [(b.kind, b.title, b.codes) for b in one.blocks] == [
        ("prose", "", ()),
        ("steps", "", ()),
        ("guards", "", ("GUARD-K", "GUARD-MG")),
        ("fold", "More", ()),
        ("prose", "", ()),
    ]
    assert one.blocks[3].text == "Inside. {- · own · rule}"
    assert (one.slug, one.reviewed, one.order) == ("a-page", date(2026, 11, 22), 1)


def test_citations_are_numbered_by_first_use_and_not_repeated():
    one = read(
        "A. {STEP-1 · NHS, guide · some} B. {- · own · rule} C. {STEP-1 · NHS, guide · some}"
    )
    assert [(c.ids, c.sources, c.grade) for c in one.citations] == [
        (("STEP-1",), ("NHS", "guide"), "some"),
        ((), ("own",), "rule"),
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("No head at all.", "no head"),
        (HEAD.replace("summary", "sumary") + "Text.", "sumary"),
        (HEAD + "@nonsense\n", "@nonsense"),
    ],
)
def test_a_file_with_a_fault_is_refused_by_name(text, wrong):
    with pytest.raises(ValueError, match=f"^a-page: .*{wrong}"):
        read_article("a-page", text)


def test_an_unknown_page_is_answered_with_what_to_do():
    with pytest.raises(NotFound, match="Open Learn to see all pages"):
        article("nothing")


@pytest.mark.parametrize(
    ("today", "stale"),
    [(date(2026, 11, 22), False), (date(2028, 10, 31), False), (date(2028, 11, 1), True)],
)
def test_a_text_says_when_it_was_last_read_through_two_years_ago(today, stale):
    assert article("causes").is_stale(today) is stale


def test_articles_stand_in_reading_order():
    orders = [one.order for one in articles()]
    assert orders == sorted(set(orders))
    assert articles()[0].slug == "what-twitches-are"


EVERY = pytest.mark.parametrize("one", articles(), ids=lambda a: a.slug)


@EVERY
def test_every_marker_is_well_formed(one):
    for block in one.blocks:
        assert "{" not in MARKER.sub("", block.text)


@EVERY
def test_every_citation_names_known_points_sources_and_a_grade(one):
    points = {entry.id for entry in GUIDE}
    for citation in one.citations:
        assert set(citation.ids) <= points
        assert set(citation.sources) <= set(WORDS.codes("source"))
        assert citation.grade in GRADES


@EVERY
def test_every_point_of_the_head_is_carried_by_a_sentence_or_an_inserted_table(one):
    said = {guide_id for citation in one.citations for guide_id in citation.ids}
    for block in one.blocks:
        table = {"signs": "row", "checklist": "checklist", "steps": "step"}.get(block.kind)
        if table:
            said |= {i for code in WORDS.codes(table) for i in WORDS.guide_ids(f"{table}.{code}")}
    assert set(one.ids) <= said


@EVERY
def test_every_section_names_a_source(one):
    """A heading with no citation below it would be a claim without a source."""
    free = {"How to do it", "What this is not", "What to ask", "If your mind goes", "What helps"}
    text = "\n".join(f"\n## {b.title}\n{b.text}" if b.title else b.text for b in one.blocks)
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading = section.splitlines()[0]
        body = section.removeprefix(heading).strip()
        if body and heading not in free:
            assert MARKER.search(body), heading


@EVERY
def test_every_article_is_short(one):
    assert sum(len(MARKER.sub("", block.text).split()) for block in one.blocks) <= 420
