"""Questions in a terminal: ask until the answer can be read.

Decides that Enter leaves a question open, and that a typed answer which cannot
be read is answered with the sentence that says how it could.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

import click

from myolog.cli.terminal import asks, say
from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.content.typed import whole_typed
from myolog.errors import Unclear, UserError

__all__ = ["YES_NO", "agree", "ask", "ask_many", "ask_text", "choose", "settled"]

T = TypeVar("T")

YES_NO: Final = {
    "yes": True, "y": True, "ja": True, "j": True,
    "no": False, "n": False, "nein": False,
}  # fmt: skip
"""What yes and no may be typed as; a person types their own language's words in any setting."""

_ONE_LINE: Final = 50
"""Longer questions stand on lines of their own, above the answer."""


def ask(label: str, read: Callable[[str], T]) -> T | None:
    """Ask until `read` takes the answer; Enter gives None."""
    if len(label) > _ONE_LINE:
        say(label)
        label = ">"
    suffix = " " if label.endswith((">", ".", "?")) else ": "
    while True:
        typed: str = click.prompt(label, default="", show_default=False, prompt_suffix=suffix)
        if not typed.strip():
            return None
        try:
            return read(typed)
        except UserError as wrong:
            click.echo(problem_in_words(wrong))


def ask_text(label: str, check: Callable[[str], object] = str) -> str | None:
    """Ask until `check` takes the answer, and return it as typed; Enter gives None."""

    def read(typed: str) -> str:
        check(typed)
        return typed.strip()

    return ask(label, read)


def ask_many(label: str, check: Callable[[str], object] = str) -> tuple[str, ...]:
    """Ask again until Enter, and return every answer as typed."""
    given: list[str] = []
    while (typed := ask_text("One more" if given else label, check)) is not None:
        given.append(typed)
    return tuple(given)


def choose(question: str, labels: Mapping[str, str]) -> str | None:
    """Show numbered answers and return the key of the chosen one; Enter gives None."""
    keys = list(labels)
    say(question)
    for number, label in enumerate(labels.values(), start=1):
        say(f"{number:>3}  {label}", hang=5)

    def read(typed: str) -> str:
        if typed.strip() not in {str(number + 1) for number in range(len(keys))}:
            raise UserError(
                "Type a number from 1 to {most}, or Enter to leave it open.",
                most=len(keys),
                key="number_or_enter",
            )
        return keys[whole_typed(typed) - 1]

    return ask(load().text("cli.ask.which_number"), read)


def settled(read: Callable[[str], T], text: str) -> T:
    """Read what was typed; where it has two readings, ask the person who can answer.

    Raises
    ------
    Unclear
        Nobody can be asked, or the person leaves it open.
    """
    try:
        return read(text)
    except Unclear as unclear:
        if not asks():
            raise
        chosen = choose(problem_in_words(unclear), {one: one for one in unclear.readings})
        if chosen is None:
            raise
        return read(chosen)


def agree(question: str, *, yes: bool) -> None:
    """Ask for a yes, unless it was given beforehand.

    Raises
    ------
    UserError
        Nobody can answer.
    click.Abort
        The person says no.
    """
    if yes:
        return
    if not asks():
        raise UserError("Nobody can answer here; add --yes to go on.", code="not_confirmed")
    click.confirm(question, abort=True, default=True)
