"""Searches that people type find a right page among the first three, in both halves."""

import pytest

from tests.corpus.searches import score, typed

LEAST = {"tuning": 14, "frozen": 12}
"""Searches of 15 that find their page."""


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("half", LEAST)
def test_searches_find_a_right_page(half: str, language: str) -> None:
    right, n = score(half, language)
    assert n == 15
    assert right >= LEAST[half]


@pytest.mark.parametrize("language", ["en", "de"])
def test_everyday_words_of_signs_and_triggers_find_their_page_or_nothing(language: str) -> None:
    asked = [one for one in typed("everyday") if one.language == language]
    assert len(asked) == 20
    assert [(one.text, one.found) for one in asked if not one.is_right] == []
