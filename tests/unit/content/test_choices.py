"""An answer has the same words beside a tick and in a list, in both languages."""

from typing import Any

import pytest

from myolog.content.catalogue import load
from myolog.content.choices import choice_label, part_label
from myolog.content.languages import speaking
from myolog.triage.check import EMERGENCY, SIX


@pytest.mark.parametrize(
    ("name", "value", "english", "german"),
    [
        ("kidney", "not_sure", "I am not sure", "Ich bin unsicher"),
        (
            "kidney",
            "ticked:urine_or_kidney",
            "Ticked: Dark urine with muscle pain or weakness. Or kidney disease",
            "Angekreuzt: Dunkler Urin mit Muskelschmerzen oder Schwäche. Oder eine Nierenkrankheit",
        ),
        ("weight_loss", False, "No", "Nein"),
        ("run_days", 15, "15 days", "15 Tage"),
    ],
)
def test_an_answer_in_words(name: str, value: Any, english: str, german: str) -> None:
    assert choice_label(load(), name, value) == english
    with speaking("de"):
        assert choice_label(load(), name, value) == german


def test_a_number_that_is_asked_for_has_the_words_of_its_question() -> None:
    assert choice_label(load(), "weakness", None) == "Can you still do all your daily tasks?"


def test_a_part_stands_by_itself_where_its_line_asks_several_questions() -> None:
    fast = part_label(load(), EMERGENCY.line("fast"), "weakness", "rapid")
    assert fast == "I got weaker within days, or up to four weeks"
    wasting = part_label(load(), SIX.line("wasting"), "wasting", "unsure")
    assert wasting == "Perhaps, I cannot tell"
