"""Whole results as they are read, in each language, to be read through by a person.

The texts stand in `results/`. After a change that is meant, write them anew and read what differs:
``python -m tests.unit.cli.test_results_in_words``.
"""

from datetime import date
from pathlib import Path

import pytest

from myolog.cli.result import result_lines
from myolog.content.languages import LANGUAGES, speaking
from myolog.journal.model import Journal
from myolog.triage import assess, decide
from myolog.triage.result import Assessment
from myolog.triage.urgency import Urgency
from myolog.wording.help_numbers import help_in

ANSWERED = date(2026, 3, 11)
FOLDER = Path(__file__).parent / "results"
ANSWERS: dict[str, dict[str, object]] = {
    "SELF_CARE": {},
    "ROUTINE": {"run_days": 20},
    "SOON": {"site_scope": "spread", "trend": "worsening"},
    "URGENT": {"weakness": "progressive"},
    "SAME_DAY": {"weakness": "rapid"},
    "EMERGENCY": {"weakness": "sudden"},
}


def results() -> dict[str, Assessment]:
    """Return a result of every level, and one that is not finished."""
    found = {level: decide(answers) for level, answers in ANSWERS.items()}
    return {**found, "INCOMPLETE": assess(Journal((), "UTC"), {}, today=ANSWERED)}


def in_words(language: str) -> str:
    """Return all of them as a reader of `language` gets them."""
    with speaking(language):
        numbers = help_in("DE" if language == "de" else "GB")
        return "\n".join(
            f"==== {level}\n\n{_text(found, numbers)}" for level, found in results().items()
        )


def _text(found: Assessment, numbers: object) -> str:
    lines = result_lines(found, answered=ANSWERED, numbers=numbers, details=True)  # type: ignore[arg-type]
    return "".join(f"{chr(10) * line.head}{' ' * line.indent}{line.text}\n" for line in lines)


@pytest.mark.parametrize("level", ANSWERS)
def test_the_answers_give_the_level_they_stand_for(level: str) -> None:
    assert results()[level].urgency is Urgency[level]


def test_a_reason_stands_with_the_dates_behind_it_as_on_the_page() -> None:
    found = decide(ANSWERS["SOON"])
    where = "It began in your left calf on 3 March."
    lines = result_lines(
        found, answered=ANSWERED, numbers=help_in("GB"), facts={"site_scope": where}
    )
    assert [line.text for line in lines].count(where) == 1


def test_a_result_that_counts_no_more_says_no_day_until_which_it_counts() -> None:
    found, numbers = decide(ANSWERS["SOON"]), help_in("GB")
    said = [
        " ".join(
            line.text
            for line in result_lines(found, answered=ANSWERED, numbers=numbers, expired=expired)
        )
        for expired in (False, True)
    ]
    assert ["25 March 2026" in text for text in said] == [True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_read_as_they_were_read_through(language: str) -> None:
    assert in_words(language) == (FOLDER / f"{language}.txt").read_text("utf-8")


if __name__ == "__main__":
    for one in LANGUAGES:
        (FOLDER / f"{one}.txt").write_text(in_words(one), "utf-8")
