"""How a reader's reply to one line or question is written, and what it tells the check.

    sudden                          the line is ticked
    weakness: weakness=functional   ... and this part of it chosen
    fit?                            ticked, "I am not sure"
    fit: rhythmic_jerking?          ticked, not sure about this part
    explained_unchanged: wasting    a name out of a list
    child: age_years=7              a number typed under a line
    run_days=16                     a plain question answered
    run_days=?                      ... with "I am not sure"

Replies go by the codes of lines and questions, never by their place, so that a kept one still fits
when screens are split or put in another order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from myolog.errors import InvalidAnswer
from myolog.triage.answers import INPUTS, NOT_SURE, Answer
from myolog.triage.reply import Reply
from myolog.triage.screens import Line, Screen, combine, doubt_about

UNSURE = "?"

WHOSE = Screen(code="about", questions=("answered_by", "their_age"))
"""Who the check is for, which the page lets one say before the first screen."""


class Unreadable(ValueError):
    """A reply does not fit the screen it is given to."""


@dataclass(frozen=True, slots=True)
class Said:
    """One reply: to a line, or to a plain question."""

    text: str
    code: str
    parts: tuple[str, ...] = ()
    value: str | None = None
    unsure: bool = False


def said(text: str) -> Said:
    """Read one reply."""
    head, colon, rest = (part.strip() for part in text.partition(":"))
    code, equals, value = (part.strip() for part in head.partition("="))
    if equals and not colon:
        return Said(text, code, value=value)
    parts = tuple(one.strip() for one in rest.split(",") if one.strip())
    return Said(text, head.removesuffix(UNSURE), parts=parts, unsure=head.endswith(UNSURE))


def by_code(texts: Iterable[str]) -> dict[str, Said]:
    """Return replies by the code of their line or question."""
    return {one.code: one for one in map(said, texts)}


def changed(replies: Mapping[str, Said], other: Iterable[str]) -> dict[str, Said]:
    """Return replies with some of them otherwise; "-code" takes a tick or an answer back."""
    found = dict(replies)
    for text in other:
        if text.startswith("-"):
            found.pop(text[1:].strip(), None)
        else:
            one = said(text)
            found[one.code] = one
    return found


def codes_of(screen: Screen) -> tuple[str, ...]:
    """Return what a screen asks, by code."""
    return (*screen.questions, *(line.code for line in screen.lines))


def parts_of(line: Line) -> dict[str, tuple[str, Answer]]:
    """Return the parts that are offered under a line, by what a reader writes for them."""
    return {_part(name, value): (name, value) for name, value in line.choices if value is not None}


def doubts_of(line: Line) -> dict[str, tuple[str, str | bool]]:
    """Return the parts that a person may be unsure about, by what a reader writes for them."""
    return {_part(*claim): claim for claim in line.claims}


def _part(name: str, value: Answer) -> str:
    if isinstance(value, bool):
        return name if value else f"{name}=no"
    return f"{name}={value}"


def reply_to(
    screen: Screen, replies: Mapping[str, Said], known: Mapping[str, Answer] | None = None
) -> tuple[Reply, list[str]]:
    """Return what is done on a screen, and which replies it does not take (any more).

    What is `known` stands in a question already, and stays where nobody answers otherwise.
    """
    lost: list[str] = []
    if screen.questions:
        shown = known or {}
        values = {name: shown[name] for name in screen.questions if name in shown}
        for name in screen.questions:
            if name in replies:
                _keep(lost, replies[name], values, name)
        return Reply(values=values), lost
    ticked = [line for line in screen.lines if line.code in replies]
    parts: dict[str, Mapping[str, Answer]] = {}
    unsure: list[str] = []
    for line in ticked:
        one = replies[line.code]
        parts[line.code], refused = _picked(line, one)
        lost += [f"{line.code}: {part}" for part in refused]
        if one.value is not None:
            lost.append(one.text)
        if one.unsure or any(part.endswith(UNSURE) for part in one.parts):
            unsure.append(line.code)
    return Reply(ticks=[line.code for line in ticked], unsure=unsure, parts=parts), lost


def _keep(lost: list[str], one: Said, values: dict[str, Answer], name: str) -> None:
    try:
        values[name] = NOT_SURE if one.value == UNSURE else _value(name, one.value or "")
    except InvalidAnswer:
        lost.append(one.text)


def _value(name: str, text: str) -> Answer:
    question = INPUTS[name]
    if question.kind == "int":
        return question.read(int(text) if text.isascii() and text.isdigit() else text)
    if question.kind == "bool":
        return question.read({"yes": True, "no": False}.get(text, text))
    return question.read(text)


def _picked(line: Line, one: Said) -> tuple[dict[str, Answer], list[str]]:
    """Return what was chosen under a line, as the page's form reads it, and what is not offered."""
    picked: dict[str, Answer] = {}
    refused: list[str] = []
    listed: dict[str, list[str]] = {}
    opened = {name: INPUTS[name] for name, value in line.choices if value is None}
    offered, doubted = parts_of(line), doubts_of(line)
    for part in one.parts:
        name, _, typed = part.partition("=")
        bare = part.removesuffix(UNSURE)
        if part in offered:
            asked, value = offered[part]
            picked = combine(picked, {asked: value})
        elif part != bare and bare in doubted:
            picked = combine(picked, doubt_about(*doubted[bare]))
        elif typed.isdigit() and name in opened:
            picked[name] = opened[name].read(int(typed))
        elif lists := [each for each, question in opened.items() if part in question.values]:
            listed.setdefault(lists[0], []).append(part)
        else:
            refused.append(part)
    return picked | {name: tuple(names) for name, names in listed.items()}, refused
