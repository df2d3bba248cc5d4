"""One screen of the check as text: what the page shows, numbered, so that a reader can reply.

Numbers and letters hold for one showing; what a reader says with them is turned into codes at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.content.choices import choice_label, help_of, part_label
from myolog.triage.answers import INPUTS
from myolog.triage.screens import Line, Screen
from myolog.web.forms.check import RUN_CHOICES
from myolog.wording.whose import choices as whose
from tests.corpus.said import UNSURE, WHOSE, Unreadable, doubts_of, parts_of, said

_YES_NO: dict[object, str] = {True: "yes", False: "no"}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Item:
    """One line or question as numbered: its code, and what each letter under it stands for."""

    code: str
    letters: dict[str, str]
    is_question: bool = False

    def letter(self, token: str) -> str:
        """Return the letter of a part."""
        return next(letter for letter, one in self.letters.items() if one == token)


def items(screen: Screen) -> dict[str, Item]:
    """Return what stands on a screen, by number."""
    listed = [
        *(Item(name, _lettered(_choices(name)), is_question=True) for name in screen.questions),
        *(Item(line.code, _lettered(_tokens(line))) for line in screen.lines),
    ]
    return {str(number): item for number, item in enumerate(listed, start=1)}


def _lettered(tokens: list[str]) -> dict[str, str]:
    return dict(zip(LETTERS, dict.fromkeys(tokens), strict=False))


def _tokens(line: Line) -> list[str]:
    opened: list[str] = []
    for name in [name for name, value in line.choices if value is None]:
        opened += [f"{name}=", *INPUTS[name].values]
    numbers = [one for one in opened if one.endswith("=")]
    names = [one for one in opened if not one.endswith("=")]
    return [*parts_of(line), *([] if names else numbers), *names, *doubts_of(line)]


def _choices(name: str) -> list[str]:
    if name in WHOSE.questions:
        return [*whose()] if name == "answered_by" else []
    if name == "run_days":
        return [str(days) for days in RUN_CHOICES]
    return [_YES_NO.get(value, str(value)) for value in INPUTS[name].answers]


# ---- what a reader says


def coded(screen: Screen, text: str) -> str:
    """Return a reply given with numbers and letters as one with codes; "-3" takes 3 back.

    Raises
    ------
    Unreadable
        There is no such number or letter on the screen.
    """
    taken_back, text = text.startswith("-"), text.strip().removeprefix("-")
    head, _, rest = (part.strip() for part in text.partition(":"))
    number = head.removesuffix(UNSURE).strip()
    item = items(screen).get(number)
    if item is None:
        raise Unreadable(f"screen {screen.code} has no number {number!r}")
    if taken_back:
        return f"-{item.code}"
    given = [one.strip() for one in rest.split(",") if one.strip()]
    if item.is_question:
        return f"{item.code}={_value(screen, item, given)}"
    doubt = UNSURE if head.endswith(UNSURE) else ""
    parts = [_part(screen, item, one) for one in given]
    return f"{item.code}{doubt}: {', '.join(parts)}" if parts else f"{item.code}{doubt}"


def _value(screen: Screen, item: Item, given: list[str]) -> str:
    if len(given) != 1:
        raise Unreadable(f"screen {screen.code}: give one answer to each question")
    return item.letters.get(given[0], given[0])


def _part(screen: Screen, item: Item, text: str) -> str:
    letter, _, number = (part.strip() for part in text.partition("="))
    token = item.letters.get(letter.removesuffix(UNSURE))
    if token is None:
        raise Unreadable(f"screen {screen.code}: no letter {letter!r} there")
    if token.endswith("="):
        return f"{token}{number}"
    return f"{token}{UNSURE}" if letter.endswith(UNSURE) else token


def in_words(screen: Screen, text: str) -> str:
    """Return a reply in codes as the words that the reader ticked, shortened."""
    one, words = said(text), load("en")
    if screen == WHOSE:
        return f"{one.code} -> {one.value}"
    if one.code in screen.questions:
        return f"{words.text(f'input.{one.code}.question')[:44]} -> {one.value}"
    line = screen.line(one.code)
    named = {**doubts_of(line), **parts_of(line)}
    parts = [
        part_label(words, line, *named[bare])[:60] + part.removeprefix(bare)
        if (bare := part.removesuffix(UNSURE)) in named
        else part
        for part in one.parts
    ]
    label = words.text(f"line.{one.code}.label")[:60]
    doubt = " (not sure)" if one.unsure else ""
    return f"{label}{doubt}{' -> ' + ' | '.join(parts) if parts else ''}"


# ---- what a reader sees


def shown(screen: Screen) -> str:
    """Return the text of a screen, about whom is spoken (`myolog.content.about`)."""
    words = load("en")
    if screen == WHOSE:
        return _about(items(screen)["1"])
    text = [words.text(f"screen.{screen.code}.{key}") for key in ("title", "lead")]
    if screen.urgent:
        text.append(words.text("page.check.explained"))
    numbered = {item.code: (number, item) for number, item in items(screen).items()}
    for name in screen.questions:
        text += ["", *_question(*numbered[name])]
    for code, lines in screen.grouped:
        if code:
            text += ["", f"## {words.text(f'page.check.heading.{code}')}"]
        for line in lines:
            text += ["", *_line(line, *numbered[line.code])]
    if screen.lines:
        text += ["", f" []  {words.text('page.check.none')}"]
    return "\n".join(text) + "\n"


def _about(who: Item) -> str:
    words = load("en")
    options = [f"         {letter}   {whose()[code]}" for letter, code in who.letters.items()]
    return "\n".join(
        [
            f"(Above the first questions stands: {words.text('page.whose.about')}."
            f" {words.text('page.whose.change')} Who touches that is asked this; else reply [].)",
            "",
            f"  1  {words.text('page.whose.title')}",
            f"     {words.text('page.whose.lead')}",
            *options,
            "",
            f"  2  {words.text('page.whose.age')}",
            f"     {words.text('page.whose.age_hint')}",
            "         the number of years",
            "",
        ]
    )


def _line(line: Line, number: str, item: Item) -> Iterator[str]:
    words = load("en")
    table = f"line.{line.code}"
    yield f"{number:>3}  {words.text(f'{table}.label')}"
    for text in help_of(words, table):
        yield f"     {text}"
    offered = parts_of(line)
    several = len({name for name, _ in offered.values()}) > 1
    follow = words.labels(table).get("follow", words.text("page.check.follow"))
    how = f" ({'tick all that fit' if several else 'choose one'})" if offered else ""
    yield f"       If you tick it: {follow}{how}"
    for token, (name, value) in offered.items():
        yield f"         {item.letter(token)}   {part_label(words, line, name, value)}"
    for name in [name for name, value in line.choices if value is None]:
        if INPUTS[name].kind == "int":
            letter = item.letter(f"{name}=")
            yield f"         {letter}=   {words.text(f'input.{name}.question')} (a whole number)"
        else:
            yield f"         {words.text(f'input.{name}.question')}"
        for one in INPUTS[name].values:
            yield f"         {item.letter(one)}   {words.text(f'input.{one}.report')}"
    if line.own_doubt:
        return
    doubts = doubts_of(line)
    which = ""
    if len(doubts) > 1:
        which = " ".join(words.text(f"answer.which_unsure{end}") for end in ("", "_help"))
    yield f"         ?   {words.text('answer.not_sure')}. {which}".rstrip()
    for token, (name, value) in doubts.items() if which else ():
        letter = item.letter(token)
        yield f"             {letter}?  {choice_label(words, name, value, alone=True)}"


def _question(number: str, item: Item) -> Iterator[str]:
    words, name = load("en"), item.code
    yield f"{number:>3}  {words.text(f'input.{name}.question')}"
    for text in help_of(words, f"input.{name}"):
        yield f"     {text}"
    labels = {str(days): words.text(f"page.check.run_{word}") for days, word in RUN_CHOICES.items()}
    for letter, token in item.letters.items():
        label = labels[token] if name == "run_days" else _label(name, token)
        yield f"         {letter}   {label}"
    if item.letters:
        yield f"         ?   {words.text('answer.not_sure')}"
    if INPUTS[name].kind == "int":
        unit = re.sub("[^a-z]", "", INPUTS[name].unit)
        yield f"         {'or ' if item.letters else ''}the number of {unit}"


def _label(name: str, token: str) -> str:
    return next(
        choice_label(load("en"), name, value)
        for value in INPUTS[name].answers
        if token == _YES_NO.get(value, value)
    )
