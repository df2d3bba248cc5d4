"""Every result in order, in words: what it said, what changed it, what was done about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole
from myolog.triage.history import Past, Told
from myolog.triage.result import Reason
from myolog.triage.urgency import can_wait
from myolog.wording.entries import one_line
from myolog.wording.help_numbers import HelpNumbers
from myolog.wording.result import Head, head_of, reason_in_words

__all__ = ["PastResult", "history_in_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastResult:
    """One result: its level and day, its title, the last day, what changed it, what was done.

    `undone` says that no visit was noted for it; "" where something was done, or somebody was seen.
    """

    level: str
    dated: str
    title: str
    deadline: tuple[str, ...]
    changes: tuple[str, ...]
    acts: tuple[str, ...]
    undone: str


def history_in_words(
    history: Iterable[Past], *, numbers: HelpNumbers, home: str, today: date
) -> tuple[PastResult, ...]:
    """Return each result in words, in the order given.

    Parameters
    ----------
    home
        The person's time zone.
    today
        The day on which it is read: a last day before it is told as one that was.
    """
    return tuple(_one(past, numbers, home, today) for past in history)


def _one(past: Past, numbers: HelpNumbers, home: str, today: date) -> PastResult:
    words, told = load(), past.told
    head = head_of(told.assessment, answered=told.day, numbers=numbers, due=told.due)
    return PastResult(
        level=head.level,
        dated=spoken_whole(told.day),
        title=head.title,
        deadline=_deadline(told, head, today),
        changes=(*_changes(past), *_said_first(past, numbers)),
        acts=tuple(
            words.text("history.act", date=spoken_whole(one.day), entry=one_line(one, home=home))
            for one in past.acts
        ),
        undone="" if past.acts or past.was_seen else words.text("history.undone"),
    )


def _said_first(past: Past, numbers: HelpNumbers) -> Iterable[str]:
    """Yield what the results of the same day said whose answers were put right."""
    heads = (head_of(one.assessment, answered=one.day, numbers=numbers) for one in past.put_right)
    titles = dict.fromkeys(head.title for head in heads)
    if titles:
        yield load().text("history.put_right", reasons="; ".join(titles))


def _deadline(told: Told, head: Head, today: date) -> tuple[str, ...]:
    """Return the last day for the visit a result asks for, as one to come or one that was."""
    if told.due is None or not head.deadline or not can_wait(told.urgency):
        return ()
    if told.day <= told.due < today:
        return (load().text("history.last_day", date=spoken_whole(told.due)),)
    return (f"{head.deadline}.",)


def _changes(past: Past) -> Iterable[str]:
    words = load()
    if past.is_first:
        yield words.text("history.first")
    elif past.told.has_risen:
        yield words.text("history.changed_by_notes")
    else:
        yield words.text("history.checked")
    if past.told.withdrawn:
        yield words.text("history.corrected")
    gained, gone = _signs(past.gained), _signs(past.gone)
    if gained:
        yield words.text("history.gained", reasons=_said(gained))
    if gone:
        yield words.text("history.gone", reasons=_said(gone))
    if len(gained) < len(past.gained) and not past.is_first:
        yield words.text("history.age")
    if not past.is_first and not past.gained and not past.gone:
        yield words.text("history.same")


def _signs(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Return the reasons without the one that is an age and no sign."""
    return tuple(one for one in reasons if one.inputs != ("age_years",))


def _said(reasons: tuple[Reason, ...]) -> str:
    return " ".join(reason_in_words(one).reason for one in reasons)
