"""Lines of a screen in a terminal: ticked with numbers, doubted with a question mark, taken back.

Decides how a tick, a part and a doubt are typed. What they answer is `myolog.triage.conversation`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import click

from myolog.cli.asking import ask
from myolog.cli.terminal import say
from myolog.content.catalogue import load
from myolog.content.choices import choice_label, help_of, part_label
from myolog.content.typed import whole_typed, years_typed
from myolog.errors import Unclear, UserError
from myolog.journal.doubt import is_open
from myolog.triage.answers import INPUTS, Answer, Input
from myolog.triage.conversation import Conversation
from myolog.triage.reply import Reply
from myolog.triage.screens import Line, Screen, combine, doubt_about, is_ticked
from myolog.wording.asking_anew import asks_anew, told_marks
from myolog.wording.noted_places import noted_beside

__all__ = ["UNSURE", "GoBack", "ask_lines", "ask_parts", "can_go_back", "numbers", "whole"]

UNSURE: Final = "?"
_TAKE_BACK: Final = "0"
_BACK: Final = frozenset({"b", "back", "z", "zurück"})


class GoBack(Exception):
    """The person wants to see the screen before."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What was typed about a ticked line.

    Attributes
    ----------
    chosen : question to answer, doubts about parts included
    unsure : whether the person is not sure
    """

    chosen: Mapping[str, Answer]
    unsure: bool = False


_TAKEN_BACK: Final = Parts({})

Part = tuple[str, str | bool]
"""A question and one answer to it."""


def can_go_back(typed: str) -> str:
    """Return what was typed.

    Raises
    ------
    GoBack
        It is the word for going back.
    """
    if typed.strip().casefold() in _BACK:
        raise GoBack
    return typed


def line_label(line: Line) -> str:
    """Return the words of a line."""
    return load().text(f"line.{line.code}.label")


def ask_lines(told: Conversation, screen: Screen) -> Reply | None:
    """Ask which lines fit, whether what was told before is still true, and which parts.

    Returns
    -------
    reply : None where the screen was answered before and stays as it was
    """
    before, marks = _told_before(told, screen), told_marks(told, screen)
    for text in asks_anew(told, screen):
        say(text)
    for number, line in enumerate(screen.lines, start=1):
        if line.code in screen.headings:
            say(load().text(f"page.check.heading.{screen.headings[line.code]}"), bold=True)
        mark = "x" if line in before else " "
        say(f"{mark}{number:>2}  {line_label(line)}", hang=5)
        for text in (*marks.get(line.code, "").splitlines(), *help_of(load(), f"line.{line.code}")):
            say(text, indent=5)
        if not screen.urgent and (
            noted := noted_beside(told.journal, line.inputs, today=told.today)
        ):
            say(noted, indent=5)
    found = _ask_ticks(screen, before)
    if found is None and before:
        return None
    ticked = {screen.lines[number - 1]: doubted for number, doubted in (found or {}).items()}
    asked = {line: ask_parts(line, doubted=doubted) for line, doubted in ticked.items()}
    if not (screen.urgent or before):
        asked |= _still_true(told, [line for line in screen.lines if line not in ticked])
    kept = {line.code: parts for line, parts in asked.items() if parts is not None}
    return Reply(
        ticks=list(kept),
        unsure=[code for code, parts in kept.items() if parts.unsure],
        parts={code: parts.chosen for code, parts in kept.items()},
        asked=[code for code, parts in kept.items() if parts.unsure],
    )


def _still_true(told: Conversation, lines: Sequence[Line]) -> dict[Line, Parts | None]:
    """Ask whether what was told of lines, in the profile or on an earlier screen, is true.

    Which part of a line fits is not asked again where an earlier screen has told it.
    """
    found: dict[Line, Parts | None] = {}
    known = {**told.profile, **told.answers}
    for line in lines:
        if not is_ticked(line, known):
            continue
        say(f"{load().text('derived.told')} {line_label(line)}.")
        if click.confirm(load().text("derived.ask"), default=True):
            here = {name: known[name] for name in line.inputs if name in told.answers}
            parts = {n: here[n] for n in here if here[n] in line.offered(n) or is_open(here[n])}
            found[line] = Parts(parts) if parts else ask_parts(line)
    return found


def _told_before(told: Conversation, screen: Screen) -> frozenset[Line]:
    """Return the lines that were ticked when this screen was answered a moment ago."""
    if not told.is_answered(screen):
        return frozenset()
    return frozenset(line for line in screen.lines if is_ticked(line, told.answers))


def _ask_ticks(screen: Screen, before: Collection[Line]) -> dict[int, bool] | None:
    """Return each ticked number and whether it is in doubt; None for Enter."""
    words = load()
    none = words.text("answer.none_of_these")
    label = words.text("cli.ask.ticks_again" if before else "cli.ask.ticks", none=none)

    def read(typed: str) -> dict[int, bool]:
        can_go_back(typed)
        return {} if typed.strip() == _TAKE_BACK else marked(typed, len(screen.lines))

    return ask(label, read)


def ask_parts(line: Line, *, doubted: bool = False) -> Parts | None:
    """Ask which part of a ticked line fits, or is in doubt; None where the tick is taken back."""
    listed = line.claims if doubted else _listed(line)
    found: Parts | None = Parts({}, unsure=doubted)
    if len(listed) > doubted:
        _show_parts(line, listed, doubted=doubted)
        label = load().text("cli.ask.fits")
        found = ask(label, lambda typed: _read_parts(typed, listed, doubted=doubted)) or found
    if found is None or found is _TAKEN_BACK:
        return None
    if found.unsure and not doubted and not found.chosen:
        return ask_parts(line, doubted=True)
    return Parts({**found.chosen, **_ask_open(line)}, unsure=found.unsure)


def _show_parts(line: Line, listed: Sequence[Part], *, doubted: bool) -> None:
    words, key = load(), f"line.{line.code}.follow"
    say()
    say(line_label(line), bold=True)
    if doubted or key in words:
        say(words.text("answer.which_unsure" if doubted else key))
    for number, part in enumerate(listed, start=1):
        label = (
            choice_label(words, *part, alone=True) if doubted else part_label(words, line, *part)
        )
        say(f"{number:>3}  {label}", hang=5)
    say(f"{UNSURE:>3}  {words.text('cli.ask.cannot_say' if doubted else 'answer.not_sure')}")
    say(f"{_TAKE_BACK:>3}  {words.text('cli.ask.take_back')}")


def _listed(line: Line) -> tuple[Part, ...]:
    return tuple((name, value) for name, value in line.choices if value is not None)


def _read_parts(typed: str, listed: Sequence[Part], *, doubted: bool) -> Parts:
    can_go_back(typed)
    if typed.strip() == _TAKE_BACK:
        return _TAKEN_BACK
    if typed.strip() == UNSURE:
        return Parts({}, unsure=True)
    chosen: dict[str, Answer] = {}
    unsure = doubted
    for number, is_doubt in marked(typed, len(listed)).items():
        name, value = listed[number - 1]
        unsure = unsure or is_doubt
        told = doubt_about(name, value) if is_doubt or doubted else {name: value}
        chosen = combine(chosen, told)
    return Parts(chosen, unsure=unsure)


def _ask_open(line: Line) -> dict[str, Answer]:
    """Ask for the number or the list that belongs to a line."""
    told: dict[str, Answer] = {}
    for name in [name for name, value in line.choices if value is None]:
        answer = _ask_one_open(INPUTS[name])
        if answer is not None:
            told[name] = answer
    return told


def _ask_one_open(question: Input) -> Answer | None:
    words = load()
    text = words.text(f"input.{question.name}.question")
    if question.kind == "int":
        return ask(text, lambda typed: question.read(whole(can_go_back(typed))))
    say(text)
    for number, name in enumerate(question.values, start=1):
        say(f"{number:>3}  {words.text(f'input.{name}.report')}", hang=5)
    most = len(question.values)
    found = ask(words.text("cli.ask.fits"), lambda typed: numbers(can_go_back(typed), most))
    return tuple(question.values[number - 1] for number in found or ()) or None


def marked(typed: str, most: int) -> dict[int, bool]:
    """Return each typed number and whether a question mark follows it."""
    words = typed.replace(",", " ").split()
    found = numbers(" ".join(word.removesuffix(UNSURE) for word in words), most)
    doubted = {word.removesuffix(UNSURE) for word in words if word.endswith(UNSURE)}
    return {number: str(number) in doubted for number in found}


def numbers(typed: str, most: int) -> list[int]:
    """Return the numbers that were typed, each once.

    Raises
    ------
    UserError
        Something else was typed, or a number that is not listed.
    """
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


def whole(typed: str) -> int:
    """Return a typed whole number, which may be followed by the word for years.

    Raises
    ------
    UserError
        It is none, or has two readings.
    """
    try:
        return years_typed(typed)
    except Unclear:
        raise
    except UserError:
        raise UserError(
            "Type a whole number, or only Enter to leave it open.", key="whole_number_or_enter"
        ) from None
