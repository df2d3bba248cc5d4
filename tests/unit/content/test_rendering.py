"""Articles as HTML and as markdown: the same words, and nothing that runs."""

import re
from html.parser import HTMLParser

import pytest

from myolog.content.articles import article, articles, read_article
from myolog.content.languages import speaking
from myolog.content.rendering import html, markdown, source_lines

HEAD = '+++\norder = 1\ntitle = "T"\nsummary = "S"\nids = []\nreviewed = "2026-11-22"\n+++\n'
EVERY = pytest.mark.parametrize("one", articles(), ids=lambda a: a.slug)
VOID = {"br", "hr"}


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.seen = [], set(), set(), set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name != "style"
            if name == "id":
                self.ids.add(value)
            if name == "href":
                self.links.add(value)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(text):
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    return tags


@EVERY
def test_the_html_is_balanced_and_every_mark_leads_to_its_source(one):
    tags = parsed(html(one))
    assert tags.links <= {f"#{i}" for i in tags.ids}
    assert len(tags.links) == len(one.citations)
    assert tags.seen.isdisjoint({"script", "img", "iframe", "h1"})


@EVERY
def test_no_marker_and_no_bracket_of_ours_is_left(one):
    for text in (html(one), markdown(one)):
        assert not re.search("[{}·\u2045\u2046]", text)


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_article_shows_an_asterisk(language):
    with speaking(language):
        assert [one.slug for one in articles() if "*" in html(one)] == []
        medicines = html(article("medicines"))
    said = {"en": "Water tablets, cortisone, oestrogens.", "de": "Entwässerungstabletten"}[language]
    assert re.search(rf"<strong>{said}[^<]*</strong>", medicines)


@EVERY
def test_the_markdown_ends_with_numbered_sources_and_the_date(one):
    text = markdown(one)
    assert text.startswith(f"# {one.title}\n")
    for n, line in enumerate(source_lines(one), start=1):
        assert f"\n{n}. {line}" in text
    assert "on 22 November 2026. No clinician has signed it yet." in text


def test_raw_html_in_an_article_is_shown_as_text():
    page = html(read_article("x", HEAD + "A <script>alert(1)</script> <b>b</b>."))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<b>" not in page


def test_a_fold_title_is_escaped():
    page = html(read_article("x", HEAD + "::: fold A <i> & B\nText.\n:::\n"))
    assert "<summary>A &lt;i&gt; &amp; B</summary>" in page


def test_a_mark_says_how_sure_the_statement_is():
    page = html(read_article("x", HEAD + "Seven in ten. {INTRO-DEF · BLEX · good}"))
    assert 'aria-label="Good evidence, source 1"' in page
    assert "Good evidence. Blexrud" in page


def test_the_five_signs_are_a_table_that_names_its_columns_in_each_cell():
    page = html(article("warning-signs"))
    assert page.count("<tr>") == 6
    assert page.count('data-label="What to do"') == 5


def test_drinks_are_a_table_in_html_and_a_list_in_markdown():
    assert '<th scope="row">Espresso' in html(article("step-caffeine"))
    assert "\n- Espresso" in markdown(article("step-caffeine"))
