"""A reader's replies carried through the check: the same conversation as page and terminal have."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.subject import Subject, subject_of
from myolog.triage.answers import NOT_SURE, Answer
from myolog.triage.assessment import assess
from myolog.triage.check import SCREENS
from myolog.triage.conversation import Conversation
from myolog.triage.screens import Line, Screen, is_doubted, is_ticked
from tests.corpus.said import UNSURE, WHOSE, Said, codes_of, doubts_of, parts_of, reply_to

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
    asked : each screen that was answered, by code
    ticked : codes of the lines that stand ticked on the screen that waits
    subject : about whom the screens speak
    not_taken : replies that no screen takes
    unanswered : what was asked without a kept reply; it counts as "None of these", or as not told
    lacking : lines that were ticked and lack a part, or an age
    """

    level: str
    waiting: Screen | None = None
    asked: Mapping[str, Screen] = field(default_factory=dict)
    ticked: Sequence[str] = ()
    subject: Subject = field(default_factory=Subject)
    not_taken: Sequence[str] = ()
    unanswered: Sequence[str] = ()
    lacking: Mapping[str, str] = field(default_factory=dict)


def walk(replies: Mapping[str, Said], *, answered: Set[str], waits: bool = False) -> Walk:
    """Carry replies through the check.

    Parameters
    ----------
    replies : by the code of their line or question
    answered : codes of all that the reader was asked, ticked or not
    waits : whether to stop before a screen with something that is not answered yet
    """
    told = Conversation(journal=_journal(replies), today=TODAY)
    subject = subject_of(told.journal, TODAY)
    asked: dict[str, Screen] = {WHOSE.code: WHOSE}
    lost, unanswered = _unknown(replies), []
    lacking: dict[str, str] = {}
    if waits and not answered.issuperset(WHOSE.questions):
        return Walk(level="", waiting=WHOSE, not_taken=lost)
    screen: Screen | None = told.screens[0]
    while screen is not None:
        new = [code for code in codes_of(screen) if code not in answered]
        if new and waits:
            break
        stands = _ticked_already(told, screen)
        given, refused = reply_to(screen, {**stands, **replies}, told.known(screen))
        outcome = told.reply(screen, given)
        told, asked[screen.code] = outcome.conversation, screen
        lost, unanswered = lost + refused, unanswered + new
        screen = None if outcome.needs_care_today else outcome.next
        if not outcome.needs_care_today:
            lacking |= outcome.problems
    return Walk(
        level=_level(told) if screen is None else "",
        waiting=screen,
        asked=asked,
        ticked=[] if screen is None else list(_ticked_already(told, screen)),
        subject=subject,
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


def _level(told: Conversation) -> str:
    done = told.excused()
    found = assess(done.journal, done.answers, today=TODAY, reasons=done.reasons)
    return OPEN if found.urgency is None else found.urgency.name


def _journal(replies: Mapping[str, Said]) -> Journal:
    """Return what is noted when the check begins: nothing, or who it is for."""
    told = {code: replies[code].value for code in WHOSE.questions if code in replies}
    facts = [
        ProfileFact(day=TODAY, code="answered_by", value=value)
        if code == "answered_by"
        else ProfileFact(day=TODAY, code="age_years", value=int(value or ""))
        for code, value in told.items()
    ]
    return Journal(tuple(facts))


def _unknown(replies: Mapping[str, Said]) -> list[str]:
    every = {code for screen in (WHOSE, *SCREENS) for code in codes_of(screen)}
    return [one.text for code, one in replies.items() if code not in every]
