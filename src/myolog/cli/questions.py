"""The check, screen by screen, in a terminal.

Decides how a screen is ticked with numbers. What is on it, and what a tick or
none answers, is `myolog.triage.screens`; the words are the catalogue's. A
screen that already calls for care within a day ends the questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import click

from myolog.cli.asking import ask, ask_text
from myolog.cli.terminal import say
from myolog.content.catalogue import load
from myolog.content.choices import choice_label, part_label
from myolog.content.problems import problem_in_words
from myolog.content.typed import whole_typed
from myolog.errors import Unclear, UserError
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, Input
from myolog.triage.assessment import decide
from myolog.triage.check import SCREENS
from myolog.triage.screens import Choice, Line, Screen, answers_from, combine
from myolog.triage.urgency import Urgency

__all__ = ["ask_check"]

_UNSURE: Final = "?"


def ask_check(*, suggested: Mapping[str, Answer]) -> tuple[dict[str, Answer], dict[str, str]]:
    """Ask the whole check.

    Parameters
    ----------
    suggested
        What the journal and the profile suggest, by question; Enter keeps it.

    Returns
    -------
    answers, reasons : as `myolog.triage.assessment.assess` takes them
        After Ctrl+C, those of the screens that were finished. An answer below the
        journal without a reason is left out, so that the journal's stands.
    """
    answers: dict[str, Answer] = {}
    reasons: dict[str, str] = {}
    say(load().text("cli.check.lead"))
    try:
        for screen, given in _screen_by_screen(suggested):
            answers = combine(answers, given)
            if screen.urgent and _now(answers):
                return _excused(answers, suggested, reasons), reasons
            if not screen.urgent:
                _ask_reasons(given.keys(), answers, suggested, reasons)
    except click.Abort:
        if not answers:
            raise
        say()
        kept = _excused(answers, suggested, reasons)
        return kept, {name: text for name, text in reasons.items() if name in kept}
    say(load().text("cli.check.done"))
    return _excused(answers, suggested, reasons), reasons


def _excused(
    answers: Mapping[str, Answer], suggested: Mapping[str, Answer], reasons: Mapping[str, str]
) -> dict[str, Answer]:
    return {
        name: value
        for name, value in answers.items()
        if name in reasons or not _lowered(INPUTS[name], value, suggested.get(name))
    }


def _ask_reasons(
    asked: Iterable[str],
    answers: Mapping[str, Answer],
    suggested: Mapping[str, Answer],
    reasons: dict[str, str],
) -> None:
    """Ask why an answer lies below what the journal suggests; Enter keeps the journal's."""
    words = load()
    for name in asked:
        if not _lowered(INPUTS[name], answers[name], suggested.get(name)):
            continue
        say()
        say(words.text(f"input.{name}.question"))
        say(_known(name, suggested))
        reason = ask_text(words.text("derived.lower_reason"))
        if reason is not None:
            reasons[name] = reason


def _known(name: str, suggested: Mapping[str, Answer]) -> str:
    """Say what the journal suggests, and that Enter keeps it."""
    words = load()
    label = choice_label(load(), name, suggested[name])
    return f"{words.text('derived.lead')} {label}. Enter: {words.text('derived.keep')}"


def _screen_by_screen(
    suggested: Mapping[str, Answer],
) -> Iterator[tuple[Screen, dict[str, Answer]]]:
    for number, screen in enumerate(SCREENS, start=1):
        say()
        say(f"{number}/{len(SCREENS)}  {load().text(f'screen.{screen.code}.title')}", bold=True)
        say(load().text(f"screen.{screen.code}.lead"))
        plain = screen.questions
        yield screen, _ask_plain(plain, suggested) if plain else _tick(screen, suggested)


def _now(answers: Mapping[str, Answer]) -> bool:
    definite = {
        name: (True if INPUTS[name].kind == "bool" else INPUTS[name].default)
        if value == NOT_SURE
        else value
        for name, value in answers.items()
    }
    urgency = decide(definite).urgency
    return urgency is not None and urgency >= Urgency.SAME_DAY


def _tick(screen: Screen, suggested: Mapping[str, Answer]) -> dict[str, Answer]:
    for number, line in enumerate(screen.lines, start=1):
        say(f"{number:>3}  {line_label(line)}", hang=5)
        if screen.urgent and f"line.{line.code}.help" in load():
            say(load().text(f"line.{line.code}.help"), indent=5)
    while True:
        ticked, unsure = _ask_ticks(screen)
        left = [line for line in screen.lines if line not in ticked and line not in unsure]
        ticked += [line for line in left if _told(line, suggested) and _still_true(line)]
        chosen: dict[str, object] = {}
        for line in ticked:
            chosen |= _ask_choices(line)
        try:
            given = answers_from(screen, ticks=[one.code for one in ticked], choices=chosen)
        except UserError as wrong:
            say(problem_in_words(wrong))
            continue
        names = [name for line in unsure for name in (line.needs or line.inputs[:1])]
        return combine(given, dict.fromkeys(names, NOT_SURE))


def _told(line: Line, suggested: Mapping[str, Answer]) -> bool:
    """Return whether the profile holds a sign that leaving the line unticked would deny."""
    return any(
        "profile" in INPUTS[name].origin
        and suggested.get(name, NOT_SURE) != NOT_SURE
        and INPUTS[name].rank(suggested[name]) > INPUTS[name].rank(denied)
        for name, denied in line.denies.items()
    )


def _still_true(line: Line) -> bool:
    words = load()
    say(f"{words.text('derived.told')} {line_label(line)}.")
    return click.confirm(words.text("derived.ask"), default=True)


def _ask_ticks(screen: Screen) -> tuple[list[Line], list[Line]]:
    """Return the ticked lines and those marked as not sure; on an urgent screen both are ticked."""
    none = load().text("answer.none_of_these")
    found = ask(
        load().text("cli.ask.ticks", none=none),
        lambda typed: _marked(typed, len(screen.lines)),
    )
    ticked: list[Line] = []
    unsure: list[Line] = []
    for number, doubted in (found or {}).items():
        into = unsure if doubted and not screen.urgent else ticked
        into.append(screen.lines[number - 1])
    return ticked, unsure


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
            "Type numbers from 1 to {most} with blanks between, or only Enter.", most=most
        )
    return list(dict.fromkeys(whole_typed(word) for word in words))


def _ask_choices(line: Line) -> dict[str, object]:
    """Ask which part of a ticked line fits."""
    words = load()
    chosen: dict[str, object] = {}
    listed = [choice for choice in line.choices if choice[1] is not None]
    if listed:
        say()
        say(line_label(line), bold=True)
        if f"line.{line.code}.follow" in words:
            say(words.text(f"line.{line.code}.follow"))
        for number, choice in enumerate(listed, start=1):
            say(f"{number:>3}  {part_label(words, line, *choice)}", hang=5)
        say(f"{_UNSURE:>3}  {words.text('answer.not_sure')}")
        while not (picked := _pick(listed, line)) and not line.sets:
            say(words.text("cli.ask.part"))
        chosen |= picked
    for name in [name for name, value in line.choices if value is None]:
        value = _ask_open(INPUTS[name])
        if value is not None:
            chosen[name] = value
    return chosen


def _pick(listed: list[Choice], line: Line) -> dict[str, object]:
    typed: str = click.prompt(load().text("cli.ask.fits"), default="", show_default=False)
    if typed.strip() == _UNSURE:
        return dict.fromkeys(line.needs or (listed[0][0],), NOT_SURE)
    if not typed.strip():
        return {}
    try:
        numbers = _numbers(typed, len(listed))
    except UserError as wrong:
        say(problem_in_words(wrong))
        return {}
    picked: dict[str, Answer] = {}
    for number in numbers:
        name, value = listed[number - 1]
        if value is not None:
            picked = combine(picked, {name: value})
    return dict(picked)


def _ask_open(question: Input) -> Answer | None:
    words = load()
    if question.kind == "int":
        text = words.text(f"input.{question.name}.question")
        return ask(text, lambda typed: question.read(_whole(typed)))
    say(words.text(f"input.{question.name}.question"))
    for number, name in enumerate(question.values, start=1):
        say(f"{number:>3}  {words.text(f'input.{name}.report')}", hang=5)
    found = ask(words.text("cli.ask.fits"), lambda typed: _numbers(typed, len(question.values)))
    return tuple(question.values[number - 1] for number in found or ())


def _whole(typed: str) -> int:
    try:
        return whole_typed(typed)
    except Unclear:
        raise
    except UserError:
        raise UserError("Type a whole number, or only Enter to leave it open.") from None


def _ask_plain(names: Iterable[str], suggested: Mapping[str, Answer]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for name in names:
        question = INPUTS[name]
        say()
        say(load().text(f"input.{name}.question"))
        if name in suggested:
            say(_known(name, suggested))
        value = _ask_one(question)
        if value is not None:
            answers[name] = value
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
            raise UserError("Type one number from 1 to {most}.", most=len(values))
        return values[numbers[0] - 1]

    return ask("Number", read)


def _typed(question: Input, typed: str) -> Answer:
    """Return a typed number as an answer; "?" is not sure."""
    return NOT_SURE if typed.strip() == _UNSURE else question.read(_whole(typed))


def _lowered(question: Input, value: Answer, suggested: Answer | None) -> bool:
    if suggested is None or NOT_SURE in (value, suggested) or "journal" not in question.origin:
        return False
    return question.rank(value) < question.rank(suggested)


def line_label(line: Line) -> str:
    """Return the words of a line."""
    return load().text(f"line.{line.code}.label")
