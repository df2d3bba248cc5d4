"""The check, screen by screen, in a terminal.

Decides how a screen is ticked with numbers. What a reply answers, where it ends and what needs a
reason is `myolog.triage.conversation`; the words are the catalogue's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import click

from myolog.cli.asking import ask, ask_text
from myolog.cli.terminal import say
from myolog.content.catalogue import load
from myolog.content.choices import choice_label, part_label
from myolog.content.typed import days_typed, whole_typed
from myolog.errors import Unclear, UserError
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, Input
from myolog.triage.check import SCREENS
from myolog.triage.conversation import Conversation, Reply, Turn, is_ticked
from myolog.triage.screens import Line, Screen, combine

__all__ = ["ask_check"]

_UNSURE: Final = "?"


def ask_check(conversation: Conversation) -> Conversation:
    """Ask the whole check, and return it with what was told.

    It ends early where the answers call for care within a day. After Ctrl+C it holds the screens
    that were finished. Where the journal suggests an answer, Enter keeps it.
    """
    told = conversation
    say(load().text("cli.check.lead"))
    try:
        for number, screen in enumerate(SCREENS, start=1):
            _print_head(number, screen)
            turn = _ask_screen(told, screen)
            told = turn.conversation
            if turn.needs_care_today:
                return told
            told = _ask_reasons(turn)
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


def _ask_screen(told: Conversation, screen: Screen) -> Turn:
    """Ask a screen until nothing is left open on it, or help comes first."""
    if screen.questions:
        return told.reply(screen, Reply(values=_ask_plain(screen.questions, told.known(screen))))
    for number, line in enumerate(screen.lines, start=1):
        say(f"{number:>3}  {line_label(line)}", hang=5)
        if screen.urgent and f"line.{line.code}.help" in load():
            say(load().text(f"line.{line.code}.help"), indent=5)
    given = _ask_lines(told, screen)
    turn = told.reply(screen, given)
    while turn.problems and not turn.needs_care_today:
        again: dict[str, Mapping[str, Answer]] = {}
        for code, problem in turn.problems.items():
            say(load().text(f"page.check.{problem}"))
            again[code] = _ask_parts(screen.line(code))
        given = replace(given, parts={**given.parts, **again})
        turn = told.reply(screen, given)
    if turn.noted:
        say(load().text("page.check.noted"))
    return turn


def _ask_reasons(turn: Turn) -> Conversation:
    """Ask why an answer lies below what the journal suggests; Enter keeps the journal's."""
    told, words = turn.conversation, load()
    reasons = dict(told.reasons)
    for name in turn.reasons_needed:
        say()
        say(words.text(f"input.{name}.question"))
        say(_known(name, told.suggested[name]))
        reason = ask_text(words.text("derived.lower_reason"))
        if reason is not None:
            reasons[name] = reason
    return told.because(reasons)


def _known(name: str, suggested: Answer) -> str:
    """Say what the journal suggests, and that Enter keeps it."""
    words = load()
    label = choice_label(load(), name, suggested)
    return f"{words.text('derived.lead')} {label}. Enter: {words.text('derived.keep')}"


def _ask_lines(told: Conversation, screen: Screen) -> Reply:
    """Ask which lines fit, whether what was told before is still true, and which parts."""
    ticked, unsure = _ask_ticks(screen)
    for line in screen.lines:
        if line in ticked or screen.urgent or not is_ticked(line, told.profile):
            continue
        say(f"{load().text('derived.told')} {line_label(line)}.")
        if click.confirm(load().text("derived.ask"), default=True):
            ticked.append(line)
    return Reply(
        ticks=[line.code for line in ticked],
        unsure=[line.code for line in unsure],
        parts={line.code: _ask_parts(line) for line in ticked if line not in unsure},
    )


def _ask_ticks(screen: Screen) -> tuple[list[Line], list[Line]]:
    """Return the ticked lines, and those of them that are marked as not sure."""
    none = load().text("answer.none_of_these")
    found = ask(
        load().text("cli.ask.ticks", none=none),
        lambda typed: _marked(typed, len(screen.lines)),
    )
    marked = {screen.lines[number - 1]: doubted for number, doubted in (found or {}).items()}
    return list(marked), [
        line for line, doubted in marked.items() if doubted and screen.can_doubt(line)
    ]


def _marked(typed: str, most: int) -> dict[int, bool]:
    """Return each typed number and whether a question mark follows it."""
    words = typed.replace(",", " ").split()
    numbers = _numbers(" ".join(word.removesuffix(_UNSURE) for word in words), most)
    doubted = {word.removesuffix(_UNSURE) for word in words if word.endswith(_UNSURE)}
    return {number: str(number) in doubted for number in numbers}


def _numbers(typed: str, most: int) -> list[int]:
    words = typed.replace(",", " ").split()
    if not words or not all(
        word.isascii() and word.isdigit() and len(word) < 7 and 1 <= whole_typed(word) <= most
        for word in words
    ):
        raise UserError(
            "Type numbers from 1 to {most} with blanks between, or only Enter.",
            most=most,
            key="numbers_or_enter",
        )
    return list(dict.fromkeys(whole_typed(word) for word in words))


def _ask_parts(line: Line) -> dict[str, Answer]:
    """Ask which part of a ticked line fits."""
    words = load()
    chosen: dict[str, Answer] = {}
    listed = [(name, value) for name, value in line.choices if value is not None]
    if listed:
        say()
        say(line_label(line), bold=True)
        if f"line.{line.code}.follow" in words:
            say(words.text(f"line.{line.code}.follow"))
        for number, (name, value) in enumerate(listed, start=1):
            say(f"{number:>3}  {part_label(words, line, name, value)}", hang=5)
        say(f"{_UNSURE:>3}  {words.text('answer.not_sure')}")
        chosen = ask(words.text("cli.ask.fits"), lambda typed: _picked(typed, listed, line)) or {}
    for name in [name for name, value in line.choices if value is None]:
        told = _ask_open(INPUTS[name])
        if told is not None:
            chosen[name] = told
    return chosen


def _picked(typed: str, listed: Sequence[tuple[str, Answer]], line: Line) -> dict[str, Answer]:
    if typed.strip() == _UNSURE:
        return dict.fromkeys(line.doubted, NOT_SURE)
    numbers = _numbers(typed, len(listed))
    return combine(*({name: value} for name, value in (listed[n - 1] for n in numbers)))


def _ask_open(question: Input) -> Answer | None:
    words = load()
    if question.kind == "int":
        text = words.text(f"input.{question.name}.question")
        return ask(text, lambda typed: question.read(_whole(typed)))
    say(words.text(f"input.{question.name}.question"))
    for number, name in enumerate(question.values, start=1):
        say(f"{number:>3}  {words.text(f'input.{name}.report')}", hang=5)
    found = ask(words.text("cli.ask.fits"), lambda typed: _numbers(typed, len(question.values)))
    return tuple(question.values[number - 1] for number in found or ()) or None


def _whole(typed: str) -> int:
    try:
        return whole_typed(typed)
    except Unclear:
        raise
    except UserError:
        raise UserError(
            "Type a whole number, or only Enter to leave it open.", key="whole_number_or_enter"
        ) from None


def _ask_plain(names: Iterable[str], known: Mapping[str, Answer]) -> dict[str, Answer]:
    """Ask one question after the other; Enter keeps what is known."""
    answers: dict[str, Answer] = {}
    for name in names:
        say()
        say(load().text(f"input.{name}.question"))
        if name in known:
            say(_known(name, known[name]))
        value = _ask_one(INPUTS[name])
        if value is not None or name in known:
            answers[name] = known[name] if value is None else value
    return answers


def _ask_one(question: Input) -> Answer | None:
    if question.kind == "int":
        return ask("Number", lambda typed: _typed(question, typed))
    values = list(question.answers)
    for number, value in enumerate(values, start=1):
        say(f"{number:>3}  {choice_label(load(), question.name, value)}", hang=5)
    say(f"{_UNSURE:>3}  {load().text('answer.not_sure')}")

    def read(typed: str) -> Answer:
        if typed.strip() == _UNSURE:
            return NOT_SURE
        numbers = _numbers(typed, len(values))
        if len(numbers) > 1:
            raise UserError("Type one number from 1 to {most}.", most=len(values), key="one_number")
        return values[numbers[0] - 1]

    return ask("Number", read)


def _typed(question: Input, typed: str) -> Answer:
    """Return a typed number as an answer; "?" is not sure."""
    if typed.strip() == _UNSURE:
        return NOT_SURE
    return question.read(days_typed(typed) if question.unit == "days" else _whole(typed))


def line_label(line: Line) -> str:
    """Return the words of a line."""
    return load().text(f"line.{line.code}.label")
