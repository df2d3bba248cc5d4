"""The language in force: said by a shell, heard by every look-up, forgotten afterwards."""

from contextvars import copy_context

import pytest

from myolog.content.articles import articles, articles_in
from myolog.content.catalogue import load
from myolog.content.languages import (
    LANGUAGES,
    OFFERED,
    best_of,
    once_per_language,
    speaking,
    spoken_language,
)


def test_english_is_spoken_until_somebody_says_otherwise() -> None:
    assert spoken_language() == "en"
    with speaking("de"):
        assert spoken_language() == "de"
        with speaking("en"):
            assert spoken_language() == "en"
        assert spoken_language() == "de"
    assert spoken_language() == "en"


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(KeyError, match="xx"), speaking("xx"):
        pass


def test_the_language_is_forgotten_when_the_work_fails() -> None:
    with pytest.raises(ValueError, match="broken"), speaking("de"):
        raise ValueError("broken")
    assert spoken_language() == "en"


def test_one_thread_does_not_change_the_language_of_another() -> None:
    with speaking("de"):
        inside = copy_context()
    assert inside.run(spoken_language) == "de"
    assert spoken_language() == "en"


def test_words_without_a_name_are_those_of_the_language_in_force() -> None:
    with speaking("de"):
        assert load() is load("de")
        assert load().text("meta.language") == "de"
    assert load() is load("en")


def test_what_is_not_translated_is_said_in_english_and_codes_are_the_same() -> None:
    english, german = load("en"), load("de")
    assert german.codes("rule") == english.codes("rule")
    assert german.guide_ids("urgency.SOON") == english.guide_ids("urgency.SOON")
    for key, _ in english.sentences():
        assert key in german


def test_every_article_is_there_in_every_language() -> None:
    slugs = [one.slug for one in articles()]
    for language in LANGUAGES:
        with speaking(language):
            assert [one.slug for one in articles()] == slugs
        assert set(articles_in(language)) <= set(slugs)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-CH, en;q=0.9", "de"),
        ("fr, en;q=0.2, de;q=0.7", "de"),
        ("en-GB, de;q=0.9", "en"),
        ("de;q=0, en", "en"),
        ("de;q=much", "en"),
        ("*", "en"),
        ("fr", "en"),
        ("DE", "de"),
        (";;q=,,", "en"),
    ],
)
def test_the_language_a_browser_ranks_highest_is_taken(wanted: str, found: str) -> None:
    assert best_of(wanted, ("en", "de")) == found


def test_only_what_is_offered_is_spoken_to_a_browser() -> None:
    assert set(OFFERED) <= set(LANGUAGES)
    assert best_of("de", ("en",)) == "en"


def test_what_is_remembered_is_remembered_for_each_language() -> None:
    asked: list[str] = []

    @once_per_language
    def greet(name: str) -> str:
        asked.append(name)
        return f"{spoken_language()} {name}"

    assert greet("Ada") == greet("Ada") == "en Ada"
    with speaking("de"):
        assert greet("Ada") == greet("Ada") == "de Ada"
    assert asked == ["Ada", "Ada"]
