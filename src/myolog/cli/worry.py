"""The nine questions on worry and mood in a terminal, and what the answers suggest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from myolog.cli.terminal import say

if TYPE_CHECKING:
    from myolog.journal.entries import Entry
    from myolog.journal.model import Journal
    from myolog.store.selectors import Person
    from myolog.wording.help_numbers import HelpNumbers

__all__ = ["ask_worry", "print_whom_to_call", "print_worry"]


def ask_worry(day: date) -> tuple[Entry, ...]:
    """Ask both questionnaires; Enter at the first question of one leaves it open."""
    from myolog.attention.worry import scored
    from myolog.content.catalogue import load
    from myolog.vocabulary.questionnaires import QUESTIONNAIRES

    words = load()
    say(words.text("worry.lead"))
    say(words.text("questionnaire.stem"), bold=True)
    return scored({code: _ask_part(code) for code in QUESTIONNAIRES}, day=day)


def _ask_part(code: str) -> list[str]:
    from myolog.cli.asking import choose
    from myolog.content.catalogue import load
    from myolog.vocabulary.questionnaires import ANSWERS

    words = load()
    labels = {answer: words.text(f"questionnaire.{answer}") for answer in ANSWERS}
    answers: list[str] = []
    for item in words.items(f"questionnaire.{code}.items"):
        say()
        while (answer := choose(item, labels)) is None:
            if not answers:
                return []
            say(words.text("worry.whole"))
        answers.append(answer)
    return answers


def print_whom_to_call(numbers: HelpNumbers) -> None:
    """Print who is there to talk, and the number for an emergency."""
    from myolog.content.catalogue import load

    words = load()
    say()
    say(words.text("emergency.crisis_text"))
    if numbers.crisis:
        told = words.text("worry.cli_low", name=numbers.crisis_name, number=numbers.crisis)
        say(told, bold=True)
    say(words.text("emergency.crisis_or", number=numbers.said))


def print_worry(person: Person, journal: Journal, *, today: date) -> None:
    """Print what fresh scores suggest, and someone to talk to where mood is low."""
    from myolog.attention.rest import noting_on
    from myolog.attention.worry import worry_on
    from myolog.content.catalogue import load
    from myolog.wording.help_numbers import help_in
    from myolog.wording.worry import advice_in_words, scores_in_words

    words, found = load(), worry_on(journal, today=today)
    for one in advice_in_words(found):
        say()
        say(one.title, bold=True)
        say(one.text)
    if found.shows_crisis:
        print_whom_to_call(help_in(person.country, person.zone))
    if found.offers_pause(noting_on(journal, today, seed=person.id.int)):
        say(words.text("attention.meter.cli"))
    say()
    for line in scores_in_words(found, today=today):
        say(line)
    say(words.text("worry.not_diagnosis"))
