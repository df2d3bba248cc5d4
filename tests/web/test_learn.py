"""Learn: articles, the two artefacts, search, the guide in order."""

import re
from html import unescape

import pytest
from django.test import Client

from myolog.content.articles import articles
from myolog.content.catalogue import load
from myolog.content.guide import GUIDE
from myolog.store.selectors import Person
from myolog.store.services.people import set_language

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", [one.slug for one in articles()])
def test_every_article_is_a_page(slug: str, client: Client) -> None:
    answer = client.get(f"/learn/{slug}/")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert load().template("app.reviewed").partition("{date}")[2] in text
    assert load().template("page.learn.sources") in text


def test_names_of_illnesses_stand_behind_one_fold(client: Client) -> None:
    text = client.get("/learn/").content.decode()
    fold = text.index("<details")
    for one in articles():
        link = text.index(f'href="/learn/{one.slug}/"')
        assert (link > fold) == one.names, one.slug


def test_the_five_signs_stand_in_a_table(client: Client) -> None:
    text = client.get("/learn/warning-signs/").content.decode()
    assert text.count('<th scope="row">') == len(load().codes("row")) == 5


def test_the_six_points_and_the_rule_of_two(client: Client) -> None:
    text = client.get("/learn/checklist/").content.decode()
    for code in load().codes("checklist"):
        assert load().template(f"checklist.{code}.label") in text
    assert load().template("checklist.rule") in text


def test_search_finds_and_says_when_it_does_not(client: Client) -> None:
    assert "/learn/step-caffeine/" in client.get("/learn/search/?q=coffee").content.decode()
    nothing = client.get("/learn/search/?q=xylophone").content.decode()
    assert "xylophone" in nothing


def test_who_types_of_death_is_shown_first_whom_to_call(client: Client) -> None:
    for typed in ("ich will sterben", "suicide"):
        text = client.get("/learn/search/", {"q": typed}).content.decode()
        assert 0 < text.find("You need not face this alone.") < text.find('<ul class="rows">')
    calm = client.get("/learn/search/?q=eyelid").content.decode()
    assert "You need not face this alone." not in calm


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "x" * 100_000, "'; --", "\x00"])
def test_search_takes_anything(query: str, client: Client) -> None:
    answer = client.get("/learn/search/", {"q": query})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_an_empty_search_leads_back(client: Client) -> None:
    assert client.get("/learn/search/?q=+").headers["location"] == "/learn/"


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_point_of_the_guide_stands_in_plain_words_under_its_page(
    language: str, client: Client, person: Person
) -> None:
    set_language(person=person, language=language, by="t")
    text = unescape(client.get("/learn/guide/").content.decode())
    for entry in GUIDE:
        before, _, after = text.partition(f'<li id="{entry.id}">')
        assert after, entry.id
        page = re.findall(r'<h2>\s*<a href="/learn/([^"/]+)/"', before)[-1]
        assert f"article/{page}" in entry.homes
        assert entry.says not in text
    for hidden in ("tests/spec", "INTRO-DEF.", "Lives in"):
        assert hidden not in text
    fold = text.index("<details")
    assert text.index('id="DISORDER-ALS"') > fold > text.index('id="CONCL-DISRUPT"')


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["seven in ten", "seldom means an illness", "no longer works", "One look a day"]),
        ("de", ["sieben von zehn", "selten eine Krankheit", "nicht mehr gelingt", "Ein Blick am"]),
    ],
)
def test_four_things_stand_first(
    language: str, told: list[str], client: Client, person: Person
) -> None:
    set_language(person=person, language=language, by="t")
    text = unescape(client.get("/learn/").content.decode())
    first, rest = text.index('<ol class="rows">'), text.index("</ol>")
    assert first < rest < text.index('type="search"')
    rows = re.findall(r'<a href="/learn/([^"/]+)/">\s*<span>(.*?)</span>', text[first:rest])
    assert [page for page, _ in rows] == [
        "what-twitches-are", "when-harmless", "warning-signs", "worry",
    ]  # fmt: skip
    assert all(part in said for part, (_, said) in zip(told, rows, strict=True))
    for code in load().codes("essential"):
        assert load().guide_ids(f"essential.{code}")
        assert load().sources(f"essential.{code}")


@pytest.mark.parametrize("query", ["eyelid twitch at night", "lithium", "weak", "twitching"])
def test_the_number_that_is_said_is_the_number_of_pages_listed(query: str, client: Client) -> None:
    text = client.get("/learn/search/", {"q": query}).content.decode()
    (said,) = re.findall(r"(\d+) pages? found", text)
    (listed,) = re.findall(r'<ul class="rows">.*?</ul>', text, re.DOTALL)
    pages = re.findall(r'href="(/learn/[^"]+)"', listed)
    assert len(pages) == len(set(pages)) == int(said) > 0


@pytest.mark.parametrize(
    ("language", "query", "says"),
    [
        ("en", "covid coffee", "No page mentions “covid”."),
        ("de", "covid Kaffee", "Keine Seite erwähnt „covid“."),
    ],
)
def test_a_word_of_which_no_page_speaks_is_named(
    language: str, query: str, says: str, client: Client, person: Person
) -> None:
    set_language(person=person, language=language, by="t")
    assert says in client.get("/learn/search/", {"q": query}).content.decode()
