"""Words after which whom to call, or the check, stands first; everyday words after which not."""

import pytest

from myolog.content.heard import may_be_loss, may_need_to_talk


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


@pytest.mark.parametrize(
    "typed",
    [
        "Dad's right hand weak since monday cant turn key",
        "left hand is weak",
        "weak grip today",
        "leg feels so weak",
        "can't lift my arm",
        "right hand weaker",
        "unable to get up from the chair",
        "could not swallow properly",
        "calf twitch, and foot drop",
        "slurred speech",
        "keeps tripping",
        "couldn’t really hold the cup",
        "out of breath lying down",
        "Hand seit gestern schwach",
        "schwache linke Hand",
        "kann den Schlüssel nicht drehen",
        "kann den Arm nicht mehr heben",
        "Knie knickt weg",
        "rechtes Bein schwächer",
        "verschlucke mich",
    ],
)
def test_a_line_of_less_strength_is_offered_the_check(typed: str) -> None:
    assert may_be_loss(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "weak twitch in the left hand",
        "left calf weak 30 s",
        "no weakness",
        "not weaker",
        "can't sleep",
        "left hand 30 s",
        "eyelid twitch, couldn't see it in the mirror",
        "weak flutter right arm",
        "hand twitched weakly",
        "schwaches Zucken in der Hand",
        "Wade zuckt schwach",
        "keine Schwäche",
        "konnte nicht schlafen",
        "",
        "strong coffee, right thumb",
        "linker Arm, 2 Minuten",
        "walking stairs, left calf",
    ],
)
def test_a_line_of_a_twitch_is_only_that(typed: str) -> None:
    assert not may_be_loss(typed)
