"""Reading the programme for the services that write it: today's plan, and what it allows.

The other modules of the programme decide what may be written; this one reads and refuses.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from myolog.errors import Conflict, NotFound
from myolog.journal.model import Journal
from myolog.journal.periods import PROGRAMME_DAYS, ProgrammePeriod
from myolog.journal.records import ProgrammeEvent
from myolog.programme.plan import DayPlan, plan_on
from myolog.programme.readiness import Readiness, readiness
from myolog.store.models import Person
from myolog.store.selectors import journal_of, latest_assessment, today_in
from myolog.store.services.entries import retire, rows_in_force

DOCTOR_FIRST: Final = "Your last result asks you to see a doctor first. The steps can wait."


def plan_of(
    *, person: Person, now: datetime, day: date | None = None, journal: Journal | None = None
) -> DayPlan | None:
    """Return the person's programme on a day, today if none is given; None without one.

    Parameters
    ----------
    journal
        The person's journal, where it has been read already.
    """
    found = latest_assessment(person, now=now)
    urgent = found is not None and bool(found.pressing)
    today = today_in(person, now)
    return plan_on(
        journal_of(person) if journal is None else journal,
        today if day is None else day,
        today=today,
        urgent=urgent,
    )


def readiness_of(
    *, person: Person, now: datetime, day: date | None = None, journal: Journal | None = None
) -> Readiness:
    """Return what is still open before the person could begin."""
    found = latest_assessment(person, now=now)
    today = today_in(person, now)
    return readiness(
        journal_of(person) if journal is None else journal,
        today if day is None else day,
        today=today,
        urgent=None if found is None else found.pressing,
    )


def refuse_state(plan: DayPlan) -> None:
    """Refuse what only a running programme takes, saying what holds instead."""
    if plan.state != "running":
        why = plan.waits_for or plan.state
        raise Conflict(NOT_RUNNING[why], code=f"programme_{plan.state}", key=f"not_running_{why}")


NOT_RUNNING: Final = {
    "paused": "The programme is paused on that day. Take it up again first.",
    "doctor": DOCTOR_FIRST,
    "questions": "Your age is not known yet. Tell it first.",
    "age": "The steps are made for adults. Go through them with a parent and a doctor.",
    "over": "The four weeks are over. You can begin again.",
    "stopped": "The programme was stopped. You can begin again.",
}


def retire_slots(
    slots: Iterable[str], *, person: Person, by: str, action: str, now: datetime
) -> int:
    """Take programme entries with these slots back; return how many there were."""
    rows = rows_in_force(person).filter(kind=ProgrammeEvent.kind, slot__in=tuple(slots))
    ids = tuple(rows.values_list("id", flat=True))
    return retire(ids, person=person, by=by, action=action, now=now)


def is_ongoing(period: ProgrammePeriod, today: date) -> bool:
    """Say whether a run has not ended, paused or not."""
    return period.stopped is None and period.number_of(today) <= PROGRAMME_DAYS


def ongoing_plan(person: Person, now: datetime) -> DayPlan:
    """Return today's plan of a programme that has not ended, paused or not."""
    plan = plan_of(person=person, now=now)
    if plan is None:
        raise NotFound("No programme was started yet.", code="no_programme", key="no_programme_yet")
    if plan.state in ("over", "stopped"):
        refuse_state(plan)
    return plan


def plan_at(person: Person, now: datetime, day: date) -> DayPlan:
    """Return the plan of a day after a write."""
    plan = plan_of(person=person, now=now, day=day)
    if plan is None:
        raise RuntimeError("a programme that was just written to is not there")
    return plan


def plan_now(person: Person, now: datetime) -> DayPlan:
    """Return today's plan after a write."""
    return plan_at(person, now, today_in(person, now))
