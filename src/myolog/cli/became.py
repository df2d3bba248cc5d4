"""What became of the newest result, for the commands that print one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from myolog.cli.terminal import BY, now_in, today_in
from myolog.store.selectors import journal_of, told_results
from myolog.store.services.care import current_result
from myolog.store.services.follow_up import due_in, follow_up_of
from myolog.triage.aftermath import still_counts
from myolog.triage.unfinished import stopped_early
from myolog.triage.urgency import Urgency, can_wait
from myolog.wording.aftermath import still_in_words
from myolog.wording.help_numbers import help_in
from myolog.wording.visits import done_in_words, needed_in_words, state_in_words

if TYPE_CHECKING:
    from myolog.store.selectors import LatestResult, Person

__all__ = ["became_of_it", "still_needed"]


def _still(person: Person) -> str:
    """Say why the newest result may still not be enough, where one of today came before."""
    today = today_in(person)
    found = still_counts(told_results(person), journal_of(person), today=today)
    return still_in_words(found, help_in(person.country, person.zone))


def still_needed(person: Person, latest: LatestResult) -> str:
    """Say that the visit is needed although its result counts no more; "" where none is open."""
    if latest.assessment.urgency == Urgency.EMERGENCY or latest.assessment.help_only:
        return ""
    return needed_in_words(follow_up_of(person=person, now=now_in(person.zone)))


def became_of_it(person: Person) -> dict[str, Any]:
    """Return what became of the newest result and what it still asks for, to be printed."""
    latest = current_result(person=person, by=BY)
    if latest is None:
        return {}
    found = follow_up_of(person=person, now=now_in(person.zone))
    quiet = found.state == "none" or latest.assessment.urgency == Urgency.EMERGENCY
    said = "" if quiet or latest.assessment.help_only else state_in_words(found, below_result=True)
    done = done_in_words(found, latest.assessment, said=latest.counts_from)
    return {
        "still": _still(person),
        "due": None if done is not None else due_in(person, latest),
        "visit": "" if done is not None else said,
        "done": done,
        "stopped": can_wait(latest.assessment.urgency)
        and not latest.missing
        and stopped_early(journal_of(person), latest.answered_day),
        "became": found,
        "read_on": today_in(person),
    }
