"""A reader's replies carried through the check: the same conversation as page and terminal have."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from myolog.journal.model import Journal
from myolog.triage.answers import NOT_SURE, Answer
from myolog.triage.assessment import assess
from myolog.triage.check import SCREENS
from myolog.triage.conversation import Conversation, is_doubted, is_ticked
from myolog.triage.screens import Line, Screen
from tests.corpus.said import UNSURE, Said, codes_of, doubts_of, parts_of, reply_to

TODAY = date(2026, 3, 11)
OPEN = "OPEN"
"""The level of a check that leaves too much open to say one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where replies lead.

    Attributes
    ----------
    level : code of the result's level; "" while a screen waits for a reply
    waiting : the screen that waits; None at the end
    asked : each screen that was answered, by code, with the codes of what it asks
    not_taken : replies that no screen takes
    unanswered : what was asked without a kept reply; it counts as "None of these", or as not told
    lacking : lines that were ticked and lack a part, or an age
    """

    level: str
    waiting: Screen | None = None
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_taken: Sequence[str] = ()
    unanswered: Sequence[str] = ()
    lacking: Mapping[str, str] = field(default_factory=dict)


def walk(replies: Mapping[str, Said], *, answered: Collection[str], waits: bool = False) -> Walk:
    """Carry replies through the check.

    Parameters
    ----------
    replies : by the code of their line or question
    answered : codes of all that the reader was asked, ticked or not
    waits : whether to stop before a screen with something that is not answered yet
    """
    told = Conversation(journal=Journal(), today=TODAY)
    asked: dict[str, tuple[str, ...]] = {}
    lost, unanswered = _unknown(replies), []
    lacking: dict[str, str] = {}
    screen: Screen | None = SCREENS[0]
    while screen is not None:
        codes = codes_of(screen)
        new = [code for code in codes if code not in answered]
        if new and waits:
            return Walk(level="", waiting=screen, asked=asked, not_taken=lost, lacking=lacking)
        given, refused = reply_to(screen, {**_ticked_already(told, screen), **replies})
        outcome = told.reply(screen, given)
        told, asked[screen.code] = outcome.conversation, codes
        lost, unanswered = lost + refused, unanswered + new
        screen = None if outcome.needs_care_today else outcome.next
        if not outcome.needs_care_today:
            lacking |= outcome.problems
    told = told.excused()
    found = assess(told.journal, told.answers, today=TODAY, reasons=told.reasons)
    return Walk(
        level=OPEN if found.urgency is None else found.urgency.name,
        asked=asked,
        not_taken=lost,
        unanswered=unanswered,
        lacking=lacking,
    )


def _ticked_already(told: Conversation, screen: Screen) -> dict[str, Said]:
    """Return the lines that stand ticked on the page, because an earlier screen told them."""
    if screen.urgent:
        return {}
    known = told.known(screen)
    return {
        line.code: _as_it_stands(line, known) for line in screen.lines if is_ticked(line, known)
    }


def _as_it_stands(line: Line, known: Mapping[str, Answer]) -> Said:
    is_open = any(known.get(name) == NOT_SURE for name in line.inputs)
    parts = [part for part, (name, value) in parts_of(line).items() if known.get(name) == value]
    if not is_open:
        parts += [
            f"{part}{UNSURE}"
            for part, (name, value) in doubts_of(line).items()
            if is_doubted(line, known, name, value)
        ]
    return Said(line.code, line.code, parts=tuple(parts), unsure=is_open)


def _unknown(replies: Mapping[str, Said]) -> list[str]:
    every = {code for screen in SCREENS for code in codes_of(screen)}
    return [one.text for code, one in replies.items() if code not in every]
