"""Words after which whom to call stands first, and everyday words after which it does not."""

import pytest

from myolog.content.despair import may_need_to_talk


@pytest.mark.parametrize(
    "typed",
    [
        "suicide", "Suizidgedanken", "I want to die", "ich will sterben", "Sterbe ich?",
        "umbringen", "I don’t want to live anymore", "self-harm", "LEBENSMÜDE", "am I dying of ALS",
    ],
)  # fmt: skip
def test_help_comes_first(typed: str) -> None:
    assert may_need_to_talk(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "die linke Wade",
        "als",
        "my eyelid is killing me",
        "Lid zuckt nachts",
        "bfs",
        "",
        "besserung bringen",
    ],
)
def test_a_search_for_twitches_is_only_that(typed: str) -> None:
    assert not may_need_to_talk(typed)
