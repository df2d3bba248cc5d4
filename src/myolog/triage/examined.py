"""Whether the signs of the newest result were examined after they were told.

Decides when a result that asks to be seen has had what it asks for: somebody looked at strength and
reflexes after the signs were told, and nothing is new or graver since. A visit covers each sign as
grave as it was told in the two weeks before it, in whichever check. The level stays as it was. What
is an emergency, what somebody should talk about, a visit without such a look, a doubt that was not
told before, a new place, and an appointment that has passed all ask anew, and it is known which.
Source: the guide, sections 3a and 3c, "Mitigation"; DP-9.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from myolog.journal.doubt import is_open
from myolog.journal.entries import Episode
from myolog.journal.model import Journal
from myolog.journal.records import Examination
from myolog.journal.visits import is_visit
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.assessment import assess, assess_standing
from myolog.triage.due import came_after, days_of_visits, visits_ahead
from myolog.triage.joining import first_days, new_beside
from myolog.triage.result import CRISIS, Assessment, Reason, expires_on
from myolog.triage.rules import COUNTING_RULES
from myolog.triage.screens import combine
from myolog.triage.standing import still_known
from myolog.triage.told import Told
from myolog.triage.urgency import Urgency, can_wait
from myolog.triage.visited import LOOKED

__all__ = ["Looked", "examined_for", "last_look"]

AT_MOST: Final = timedelta(days=28)
"""So long a visit counts where the next one is known; without one as long as a result holds."""

_NO_SIGN: Final = frozenset({"measures_tried", "programme_result", "new_medicine"})
"""Answers that a visit may change and that are no sign; as a reason they count all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The last visit after the signs were told, and why the newest result asks anew all the same.

    Attributes
    ----------
    visit : that visit
    why : "" where it covers the newest result; else new, no_look (at strength and reflexes),
        missed (the next visit) or long_ago
    signs : questions of the check whose sign is new or graver since
    places, beside : places of the journal, and what came beside a twitch, that are new since
    missed : the day of the next visit that has passed
    """

    visit: Examination
    why: Literal["", "new", "no_look", "missed", "long_ago"]
    signs: tuple[str, ...] = ()
    places: tuple[tuple[str, str | None], ...] = ()
    beside: tuple[str, ...] = ()
    missed: date | None = None


def examined_for(journal: Journal, results: Sequence[Told], *, today: date) -> Examination | None:
    """Return the visit at which the signs of the newest result were examined; else None.

    Parameters
    ----------
    results
        In the order in which they were said.
    """
    found = last_look(journal, results, today=today)
    return None if found is None or found.why else found.visit


def last_look(journal: Journal, results: Sequence[Told], *, today: date) -> Looked | None:
    """Return what the last visit covers of the newest result, or why it does not.

    Parameters
    ----------
    results
        In the order in which they were said.

    Returns
    -------
    looked : None where the result asks for no visit, or for help at once, and where no visit came
        after anything was told
    """
    newest = results[-1] if results else None
    if newest is None or newest.urgency is None:
        return None
    if not Urgency.ROUTINE <= newest.urgency < Urgency.EMERGENCY:
        return None
    past = journal.until(today)
    visits = [one for one in past.of(Examination) if is_visit(one)]
    looks = [one for one in visits if _is_look(one)]
    look = _looked(looks[-1], past, results, today) if looks else None
    if look is not None and look.why in ("", "new"):
        return look
    return _looked(visits[-1], past, results, today) if visits else None


def _is_look(visit: Examination) -> bool:
    return LOOKED in (visit.what, *visit.tests)


def _looked(
    visit: Examination, past: Journal, results: Sequence[Told], today: date
) -> Looked | None:
    told_before = _told_before(visit, results)
    if not told_before:
        return None
    alarms = tuple(_alarms_since(visit, results))
    signs = _Before.of(told_before, visit.day).grown_in(
        (results[-1].assessment, *alarms, assess_standing(past, today=today))
    )
    places, beside = _shown_since(past, visit.day)
    if signs or places or beside or any(one.urgency == Urgency.EMERGENCY for one in alarms):
        return Looked(visit=visit, why="new", signs=signs, places=places, beside=beside)
    if not _is_look(visit):
        return Looked(visit=visit, why="no_look")
    missed = [day for day in days_of_visits(past, today) if visit.day < day < today]
    if missed:
        return Looked(visit=visit, why="missed", missed=max(missed))
    is_awaited = bool(visits_ahead(past, today))
    until = visit.day + AT_MOST if is_awaited else expires_on(visit.day)
    return Looked(visit=visit, why="" if today <= until else "long_ago")


def _told_before(visit: Examination, results: Sequence[Told]) -> Sequence[Told]:
    """Return the results of the two weeks before a visit, or else the last one before it.

    Of its day only those that were said before the visit was noted.
    """
    said = [one for one in results if one.urgency is not None and not one.withdrawn]
    before = [one for one in said if came_after(visit, one)]
    return [one for one in before if expires_on(one.day) >= visit.day] or before[-1:]


def _alarms_since(visit: Examination, results: Sequence[Told]) -> Iterable[Assessment]:
    """Yield the results that asked for care that day and that the visit knew nothing of."""
    for one in results:
        if not (one.withdrawn or can_wait(one.urgency) or came_after(visit, one)):
            yield one.assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """What had been told before a visit: each sign at its gravest, and what followed from it."""

    answers: Mapping[str, Answer]
    fired: frozenset[str]
    urgency: Urgency

    @classmethod
    def of(cls, told: Sequence[Told], seen: date) -> _Before:
        inputs = [still_known(one.assessment.inputs) for one in told]
        eased = {name: value for name, value in inputs[-1].items() if INPUTS[name].mitigating}
        answers = {
            name: value for name, value in combine(*inputs).items() if not INPUTS[name].mitigating
        } | eased
        every = (assess(Journal(), answers, today=seen), *(one.assessment for one in told))
        return cls(
            answers=answers,
            fired=frozenset(reason.code for one in every for reason in one.reasons),
            urgency=max(one.urgency or Urgency.SELF_CARE for one in every),
        )

    def grown_in(self, found: Iterable[Assessment]) -> tuple[str, ...]:
        """Return the questions whose answer is told now and was not, or was told as less."""
        grown = {name for one in found for name in self._grown(one)}
        return tuple(name for name in INPUTS if name in grown)

    def _grown(self, now: Assessment) -> Iterable[str]:
        for name, value in now.inputs.items():
            known = INPUTS.get(name)
            if known is None or known.kind == "int" or known.mitigating or name in _NO_SIGN:
                continue
            if self._is_more(name, value):
                yield name
        for reason in now.reasons:
            if not reason.folded and self._is_new(reason):
                yield from (name for name in reason.inputs if not INPUTS[name].mitigating)

    def _is_new(self, reason: Reason) -> bool:
        if reason.who in CRISIS or reason.urgency > self.urgency:
            return True
        fired = self.fired | COUNTING_RULES
        return reason.code not in fired and reason.urgency >= Urgency.SOON

    def _is_more(self, name: str, value: Answer) -> bool:
        question = INPUTS[name]
        told = self.answers.get(name, question.default)
        if told == value:
            return False
        if is_open(value) or is_open(told):
            return value != question.default
        return question.rank(value) > max(question.rank(told), question.rank(question.default))


def _shown_since(
    past: Journal, seen: date
) -> tuple[tuple[tuple[str, str | None], ...], tuple[str, ...]]:
    """Return the places, and what came beside a twitch, that the journal shows only since a day."""
    days = first_days(past)
    known = [spot for spot, day in days.items() if day <= seen]
    places = new_beside(known, [spot for spot, day in days.items() if day > seen])
    beside = _beside(past.episodes, after=seen) - _beside(past.episodes, until=seen)
    return places, tuple(sorted(beside))


def _beside(
    episodes: Iterable[Episode], *, after: date = date.min, until: date = date.max
) -> frozenset[str]:
    return frozenset(
        sign for one in episodes if after < one.day <= until for sign in one.accompanied
    )
