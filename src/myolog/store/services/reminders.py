"""Reminders of the programme: their times, and the calendar made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import transaction

from myolog.content.catalogue import load
from myolog.errors import InvalidEntry, NotFound
from myolog.exporters.reminders import as_calendar
from myolog.journal.records import ProgrammeEvent
from myolog.programme.plan import DayPlan
from myolog.programme.record import OFF
from myolog.programme.reminders import (
    LookBack,
    Reminder,
    chosen_times,
    days_to_look,
    gone_from,
    reminders_of,
)
from myolog.programme.steps import STEPS
from myolog.store.compared import hold
from myolog.store.models import Person
from myolog.store.selectors import journal_of
from myolog.store.services.entries import put
from myolog.store.services.programme_plan import ongoing_plan, plan_of, refuse_state
from myolog.store.services.programme_start import clock_time


@transaction.atomic
def set_reminders(
    *, person: Person, times: Mapping[str, str], by: str, now: datetime | None = None
) -> None:
    """Choose when to be reminded of steps, from today on, all or none.

    Parameters
    ----------
    times
        Code of a step to a time "HH:MM", or "off".

    Raises
    ------
    NotFound, Conflict
        No programme runs.
    InvalidEntry
        A step is unknown or not asked for, or a time is none.
    """
    hold(person)
    moment = now or datetime.now(UTC)
    plan = ongoing_plan(person, moment)
    if not set(times) <= set(STEPS):
        raise InvalidEntry(
            "Steps are {codes}.", codes=tuple(STEPS), code="unknown_step", key="steps_are"
        )
    asked = _reminded(plan)
    if any(step not in asked and value != OFF for step, value in times.items()):
        raise InvalidEntry(
            "This step is not part of your programme now, so there is nothing to be reminded of.",
            code="not_asked",
            key="no_reminder_of_this_step",
        )
    entries = [
        ProgrammeEvent(
            day=plan.day,
            event="reminder",
            step=step,
            value=OFF if value == OFF else clock_time(value),
        )
        for step, value in times.items()
    ]
    put(entries, person=person, by=by, action="set_reminders", now=moment)


def _reminded(plan: DayPlan) -> tuple[str, ...]:
    """Return the steps of which a calendar may remind; while all wait, those that are taken."""
    return tuple(
        one.step.code for one in plan.steps if one.main_is_asked or plan.state == "waiting"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen of reminders, and what was.

    Attributes
    ----------
    times : "HH:MM" of each reminder that is set, by step, resting or not
    steps : those that a reminder can be chosen for, or was; all before there is a plan
    rest : whether there are no reminders now because the steps rest, by choice or for a doctor
    """

    times: Mapping[str, str]
    steps: tuple[str, ...]
    rest: bool


def reminder_choices(*, person: Person, now: datetime) -> Choices:
    """Return what can be chosen of reminders, and what was."""
    journal = journal_of(person)
    plan = plan_of(person=person, now=now, journal=journal)
    if plan is None:
        return Choices(times={}, steps=tuple(STEPS), rest=False)
    chosen = chosen_times(journal, plan.period)
    return Choices(
        times={code: f"{at:%H:%M}" for code, (at, _) in chosen.items()},
        steps=tuple(code for code in STEPS if code in {*_reminded(plan), *chosen}),
        rest=plan.state in ("paused", "waiting"),
    )


def calendar_of(*, person: Person, now: datetime, follows: bool) -> bytes:
    """Return the person's reminders as an iCalendar file, or for a calendar that follows them.

    A step for whose main part the person has to ask a doctor first has no reminder: nobody with a
    guard on drinks is told to drink.

    Parameters
    ----------
    follows
        Whether a calendar reads it again by itself. A file does not: it strikes out what an earlier
        one held and holds no more, and an empty one is refused.

    Raises
    ------
    NotFound, Conflict
        A file would be empty.
    """
    journal = journal_of(person)
    plan = plan_of(person=person, now=now, journal=journal)
    reminders: tuple[Reminder, ...] = ()
    looks: tuple[LookBack, ...] = ()
    gone: Mapping[str, date] = {}
    if plan is not None:
        asked = {one.step.code for one in plan.steps if one.main_is_asked}
        found = reminders_of(journal, plan.period)
        reminders = tuple(one for one in found if one.step.code in asked)
        looks = days_to_look(journal, plan.period)
        if not follows:
            kept = {*(one.step.code for one in reminders), *(one.code for one in looks)}
            gone = gone_from(journal, plan.period, kept)
    if not follows and not gone and not reminders and not looks:
        if plan is None:
            raise NotFound(
                "There is nothing to be reminded of yet. Begin the steps first.",
                key="nothing_to_be_reminded_of",
            )
        refuse_state(plan)
    return as_calendar(
        load(),
        reminders,
        looks,
        zone=person.zone,
        name=str(person.id),
        now=now,
        follows=follows,
        gone=gone,
    )
