"""The check, screen by screen, in a terminal.

Decides the way from screen to screen and back. How a line is ticked is `myolog.cli.ticking`; what a
reply answers, where it ends and what needs a reason is `myolog.triage.conversation`; the words are
the catalogue's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import click

from myolog.cli.asking import ask, ask_text
from myolog.cli.terminal import say
from myolog.cli.ticking import UNSURE, GoBack, ask_lines, ask_parts, can_go_back, numbers, whole
from myolog.content.catalogue import load
from myolog.content.choices import choice_label, help_of
from myolog.content.typed import days_typed
from myolog.errors import UserError
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, Input
from myolog.triage.check import SCREENS
from myolog.triage.conversation import Conversation, Outcome
from myolog.triage.reply import Reply
from myolog.triage.screens import Screen
from myolog.wording.tasks import suggestion_in_words

__all__ = ["ask_check"]


def ask_check(conversation: Conversation) -> Conversation:
    """Ask the whole check, and return it with what was told.

    It ends early where the answers call for care within a day. After Ctrl+C it holds the screens
    that were finished. Where the journal suggests an answer, Enter keeps it.
    """
    told, number = conversation, 0
    say(load().text("cli.check.lead"))
    try:
        while number < len(SCREENS):
            screen = told.screens[number]
            _print_head(number + 1, screen)
            try:
                outcome = _ask_screen(told, screen)
            except GoBack:
                number = max(number - 1, 0)
                continue
            number += 1
            if outcome is None:
                continue
            told = outcome.conversation
            if outcome.needs_care_today:
                return told
            told = _ask_reasons(outcome)
    except click.Abort:
        if not told.answers:
            raise
        say()
        return told.excused()
    say(load().text("cli.check.done"))
    return told.excused()


def _print_head(number: int, screen: Screen) -> None:
    say()
    say(f"{number}/{len(SCREENS)}  {load().text(f'screen.{screen.code}.title')}", bold=True)
    say(load().text(f"screen.{screen.code}.lead"))


def _ask_screen(told: Conversation, screen: Screen) -> Outcome | None:
    """Ask a screen until nothing is left open on it, or help comes first.

    Returns
    -------
    outcome : None where it was answered before and stays as it was
    """
    if screen.questions:
        outcome = told.reply(screen, Reply(values=_ask_plain(told, screen)))
        for problem in outcome.problems.values():
            say(load().text(f"page.check.{problem}"))
        return outcome
    given = ask_lines(told, screen)
    if given is None:
        return None
    outcome = told.reply(screen, given)
    while outcome.problems and not outcome.needs_care_today:
        for code, problem in outcome.problems.items():
            say(load().text(f"page.check.{problem}"))
            given = _put_right(given, screen, code)
        outcome = told.reply(screen, given)
    if outcome.noted:
        say(load().text("page.check.noted"))
    return outcome


def _put_right(given: Reply, screen: Screen, code: str) -> Reply:
    """Ask again for what a ticked line lacks."""
    parts = ask_parts(screen.line(code))
    if parts is None:
        return replace(given, ticks=[one for one in given.ticks if one != code])
    unsure = [*given.unsure, code] if parts.unsure else given.unsure
    told = {**given.parts, code: parts.chosen}
    return replace(given, unsure=unsure, parts=told, asked=[*given.asked, code])


def _ask_reasons(outcome: Outcome) -> Conversation:
    """Ask why an answer lies below what the journal suggests; Enter keeps the journal's."""
    told, words = outcome.conversation, load()
    reasons = dict(told.reasons)
    for name in outcome.reasons_needed:
        say()
        say(words.text(f"input.{name}.question"))
        say(_kept(*suggestion_in_words(name, told.suggested[name], told.journal)))
        reason = ask_text(words.text("derived.lower_reason"))
        if reason is not None:
            reasons[name] = reason
    return told.because(reasons)


def _known(lead: str, name: str, value: Answer) -> str:
    """Say what is known already, and that Enter keeps it."""
    return _kept(load().text(f"derived.{lead}"), choice_label(load(), name, value))


def _kept(lead: str, label: str) -> str:
    return f"{lead} {label}. Enter: {load().text('derived.keep')}"


def _ask_plain(told: Conversation, screen: Screen) -> dict[str, Answer]:
    """Ask one question after the other; Enter keeps what is known."""
    answers: dict[str, Answer] = {}
    known: Mapping[str, Answer] = told.known(screen)
    for name in screen.questions:
        say()
        say(load().text(f"input.{name}.question"))
        for text in help_of(load(), f"input.{name}"):
            say(text)
        if name in known:
            lead = "told" if name in told.answers else "lead"
            say(_known(lead, name, known[name]))
        value = _ask_one(INPUTS[name])
        if value is not None or name in known:
            answers[name] = known[name] if value is None else value
    return answers


def _ask_one(question: Input) -> Answer | None:
    if question.kind == "int":
        return ask(
            load().text("cli.ask.which_number"), lambda typed: _typed(question, can_go_back(typed))
        )
    values = list(question.answers)
    for number, value in enumerate(values, start=1):
        say(f"{number:>3}  {choice_label(load(), question.name, value)}", hang=5)
    say(f"{UNSURE:>3}  {load().text('answer.not_sure')}")

    def read(typed: str) -> Answer:
        if can_go_back(typed).strip() == UNSURE:
            return NOT_SURE
        found = numbers(typed, len(values))
        if len(found) > 1:
            raise UserError("Type one number from 1 to {most}.", most=len(values), key="one_number")
        return values[found[0] - 1]

    return ask(load().text("cli.ask.which_number"), read)


def _typed(question: Input, typed: str) -> Answer:
    """Return a typed number as an answer; "?" is not sure."""
    if typed.strip() == UNSURE:
        return NOT_SURE
    return question.read(days_typed(typed) if question.unit == "days" else whole(typed))
