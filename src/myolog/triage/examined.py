"""Whether the signs of the newest result were examined after they were told.

Decides when a result that asks to be seen has had what it asks for: somebody looked at strength and
reflexes after the signs were told, and nothing is new or graver since. The level stays as it was.
What is an emergency, what somebody should talk about, a visit without such a look, a doubt that was
not told before, a new place, and an appointment that has passed all ask anew. Source: the guide,
sections 3a and 3c, "Mitigation"; DP-9.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from myolog.journal.doubt import is_open
from myolog.journal.entries import Episode
from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import is_visit
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.assessment import assess_standing
from myolog.triage.due import came_after, visits_ahead, visits_told
from myolog.triage.joining import first_days, new_beside
from myolog.triage.result import CRISIS, Assessment, expires_on
from myolog.triage.rules import COUNTING_RULES
from myolog.triage.urgency import Urgency, can_wait
from myolog.triage.visited import LOOKED

if TYPE_CHECKING:
    from myolog.triage.history import Told

__all__ = ["examined_for"]

AT_MOST: Final = timedelta(days=28)
"""So long a visit counts where the next one is known; without one as long as a result holds."""

_NO_SIGN: Final = frozenset({"measures_tried", "programme_result", "new_medicine"})
"""Answers that a visit may change and that are no sign; as a reason they count all the same."""


def examined_for(journal: Journal, results: Sequence[Told], *, today: date) -> Examination | None:
    """Return the visit at which the signs of the newest result were examined; else None.

    Parameters
    ----------
    results
        In the order in which they were said.
    """
    newest = results[-1] if results else None
    if newest is None or newest.urgency is None:
        return None
    if not Urgency.ROUTINE <= newest.urgency < Urgency.EMERGENCY:
        return None
    past = journal.until(today)
    visits = [one for one in past.of(Examination) if is_visit(one)]
    looks = [one for one in visits if LOOKED in (one.what, *one.tests)]
    if not looks or not _still_counts(looks[-1], past, today):
        return None
    before = _told_before(looks[-1], results)
    if before is None or _has_grown(before.assessment, newest.assessment):
        return None
    if any(_has_grown(before.assessment, one) for one in _alarms_since(looks[-1], results)):
        return None
    now = assess_standing(past, today=today)
    if _has_grown(before.assessment, now) or _shows_more(past, looks[-1].day):
        return None
    return looks[-1]


def _still_counts(visit: Examination, past: Journal, today: date) -> bool:
    """Say whether the visit is no older than the next one lets it be, and none was missed since."""
    if any(visit.day < day < today for day in visits_told(past)):
        return False
    is_awaited = bool(visits_ahead(past, today))
    return today <= (visit.day + AT_MOST if is_awaited else expires_on(visit.day))


def _told_before(visit: Examination, results: Sequence[Told]) -> Told | None:
    """Return the last result of a day before the visit, else the first one of its day.

    Of its day only one that was said before the visit was noted.
    """
    said = [one for one in results if one.urgency is not None and not one.withdrawn]
    before = [one for one in said if came_after(visit, one)]
    earlier = [one for one in before if one.day < visit.day]
    return earlier[-1] if earlier else next(iter(before), None)


def _alarms_since(visit: Examination, results: Sequence[Told]) -> Iterable[Assessment]:
    """Yield the results that asked for care that day and that the visit knew nothing of."""
    for one in results:
        if not (one.withdrawn or can_wait(one.urgency) or came_after(visit, one)):
            yield one.assessment


def _has_grown(before: Assessment, now: Assessment) -> bool:
    """Say whether anything is told now that was not told before, or was told as less."""
    if (now.urgency or Urgency.SELF_CARE) > (before.urgency or Urgency.SELF_CARE):
        return True
    reasons = [one for one in now.reasons if not one.folded]
    if any(one.who in CRISIS for one in reasons):
        return True
    fired = {one.code for one in before.reasons} | COUNTING_RULES
    if any(one.code not in fired and one.urgency >= Urgency.SOON for one in reasons):
        return True
    return any(
        _is_more(name, before.inputs, value)
        for name, value in now.inputs.items()
        if INPUTS[name].kind != "int" and not INPUTS[name].mitigating and name not in _NO_SIGN
    )


def _is_more(name: str, before: Mapping[str, Answer], value: Answer) -> bool:
    question = INPUTS[name]
    told = before.get(name, question.default)
    if told == value:
        return False
    if is_open(value) or is_open(told):
        return value != question.default
    return question.rank(value) > max(question.rank(told), question.rank(question.default))


def _shows_more(past: Journal, seen: date) -> bool:
    """Say whether the journal shows a new place, or something new beside a twitch, since a day."""
    days = first_days(past)
    known = [spot for spot, day in days.items() if day <= seen]
    if new_beside(known, [spot for spot, day in days.items() if day > seen]):
        return True
    return not _beside(past.episodes, after=seen) <= _beside(past.episodes, until=seen)


def _beside(
    episodes: Iterable[Episode], *, after: date = date.min, until: date = date.max
) -> frozenset[str]:
    return frozenset(
        sign for one in episodes if after < one.day <= until for sign in one.accompanied
    )
