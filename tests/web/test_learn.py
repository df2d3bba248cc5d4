"""Learn: articles, the two artefacts, search, the guide in order."""

import re

import pytest
from django.test import Client

from myolog.content.articles import articles
from myolog.content.catalogue import load
from myolog.content.guide import GUIDE

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


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "x" * 100_000, "'; --", "\x00"])
def test_search_takes_anything(query: str, client: Client) -> None:
    answer = client.get("/learn/search/", {"q": query})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_an_empty_search_leads_back(client: Client) -> None:
    assert client.get("/learn/search/?q=+").headers["location"] == "/learn/"


def test_the_guide_in_order_shows_every_point(client: Client) -> None:
    text = client.get("/learn/guide/").content.decode()
    places = [text.index(f'id="{entry.id}"') for entry in GUIDE]
    assert places == sorted(places)


@pytest.mark.parametrize("query", ["eyelid twitch at night", "lithium", "weak", "twitching"])
def test_the_number_that_is_said_is_the_number_of_pages_listed(query: str, client: Client) -> None:
    text = client.get("/learn/search/", {"q": query}).content.decode()
    (said,) = re.findall(r"(\d+) pages? found", text)
    (listed,) = re.findall(r'<ul class="rows">.*?</ul>', text, re.DOTALL)
    pages = re.findall(r'href="(/learn/[^"]+)"', listed)
    assert len(pages) == len(set(pages)) == int(said) > 0


def test_a_word_of_which_no_page_speaks_is_named(client: Client) -> None:
    text = client.get("/learn/search/", {"q": "covid coffee"}).content.decode()
    assert "No page speaks of “covid”." in text
