"""What was noted after a result was said, told apart from the result itself.

Decides what counts as new: a place where it had not twitched, and a rule that did not fire. A rise
in urgency is a result of its own and no matter of this module. Source: the guide, DP-9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from myolog.journal.daily_tasks import told_of_tasks
from myolog.journal.model import Journal
from myolog.triage.joining import Joined, first_days, joined_on, new_beside
from myolog.triage.result import CRISIS, Assessment, Reason, has_risen
from myolog.triage.rules import COUNTING_RULES
from myolog.vocabulary.tasks import is_hard

__all__ = ["Rise", "Since", "since_then", "what_raised"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What has changed since a result.

    Attributes
    ----------
    places : each new place with its first day, in the order in which they joined
    reasons : rules that fire now and did not then
    tasks : daily tasks of which something else is told by now, in their order
    calmer : whether the same answers would give a calmer result by now
    """

    places: tuple[Joined, ...]
    reasons: tuple[Reason, ...]
    tasks: tuple[str, ...]
    calmer: bool

    def __bool__(self) -> bool:
        """Whether anything has changed."""
        return bool(self.places or self.reasons or self.tasks or self.calmer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """A result that has risen without a new check.

    Attributes
    ----------
    by : what raised it
    found : the result since then
    day : the day from which it counts
    """

    by: Since
    found: Assessment
    day: date


def since_then(
    *, then: Journal, now: Journal, was: Assessment, found: Assessment, said: date
) -> Since:
    """Compare a result and its journal with those of now.

    A result that knew of no place was about those of its day, whenever they are told.

    Parameters
    ----------
    then, now
        The journal as it stood when the result was said, and as it stands.
    was, found
        The result, and what the same answers give now.
    said
        The day of the result.
    """
    days, before = first_days(now), first_days(then)
    known = before or [spot for spot, day in days.items() if day <= said]
    fired = {one.code for one in was.reasons}
    return Since(
        places=tuple(
            joined_on(now, spot, days[spot])
            for spot in new_beside(known, days)
            if before or days[spot] > said
        ),
        reasons=tuple(
            one
            for one in found.reasons
            if not one.folded and one.code not in fired and one.code not in COUNTING_RULES
        ),
        tasks=_told_anew(told_of_tasks(then), told_of_tasks(now)),
        calmer=has_risen(found.urgency, was.urgency),
    )


def what_raised(
    *, then: Journal, now: Journal, was: Assessment, found: Assessment, said: date
) -> Since:
    """Return what made a result more pressing than the one before: the entry, else the sign.

    A place or a daily task is the reason where it changed an answer that a new sign rests on; a
    sign behind which no entry of these stands is named itself. What was said in despair is not
    told in a notice.

    Parameters
    ----------
    then, now, was, found, said
        As in `since_then`: the result before, and the one that has risen.
    """
    since = since_then(then=then, now=now, was=was, found=found, said=said)
    signs = [(one, _changed(one, was, found)) for one in _raising(was, found)]
    changed = {name for _, names in signs for name in names}
    places = since.places if "site_scope" in changed else ()
    tasks = since.tasks if changed & _OF_TASKS else ()
    told = {*(("site_scope",) if places else ()), *(_OF_TASKS if tasks else ())}
    reasons = tuple(one for one, names in signs if not names & told)
    return Since(places=places, reasons=reasons, tasks=tasks, calmer=False)


_OF_TASKS: Final = frozenset({"weakness", "speech_swallow"})
"""Questions that daily tasks answer."""


def _raising(was: Assessment, found: Assessment) -> tuple[Reason, ...]:
    """Return the new signs of a result that has risen: those above the one before, else every one.

    Of several that rest on the same answers the gravest stands. Where only how many there are asks
    for more, each new one is a reason.
    """
    before = {(one.code, one.urgency) for one in was.reasons}
    covered = {name for one in found.reasons if one.who in CRISIS for name in one.inputs}
    new = []
    for one in found.reasons:
        if (one.code, one.urgency) in before or one.folded or one.code in COUNTING_RULES:
            continue
        if not covered.issuperset(one.inputs):
            new.append(one)
        covered.update(one.inputs)
    above = [one for one in new if was.urgency is None or one.urgency > was.urgency]
    return tuple(above or new)


def _changed(reason: Reason, was: Assessment, found: Assessment) -> set[str]:
    """Return the questions of a reason to which the answer is another one by now."""
    return {name for name in reason.inputs if was.inputs.get(name) != found.inputs.get(name)}


_FINE: Final = "fine"
_Told = Mapping[str, tuple[str, Mapping[str, str]]]


def _told_anew(then: _Told, now: _Told) -> tuple[str, ...]:
    """Return the tasks that are, or were, hard and of which now something else is told."""
    return tuple(
        task
        for task, told in now.items()
        if told != (before := then.get(task, (_FINE, {})))
        if is_hard(told[0]) or is_hard(before[0])
    )
