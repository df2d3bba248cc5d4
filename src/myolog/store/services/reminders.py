"""Reminders of the steps, the check-in and the weekly look, and the calendar made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import transaction

from myolog.attention.reminders import (
    chosen_rings,
    standing_gone,
    standing_reminders,
)
from myolog.content.catalogue import load
from myolog.errors import InvalidEntry, NotFound
from myolog.exporters.reminders import as_calendar
from myolog.frozen import FrozenDict
from myolog.journal.entries import Entry, ProfileFact
from myolog.journal.records import ProgrammeEvent
from myolog.journal.reminders import quiet_time
from myolog.programme.plan import DayPlan
from myolog.programme.record import OFF
from myolog.programme.reminders import (
    LookBack,
    chosen_times,
    days_to_look,
    gone_from,
    reminders_of,
)
from myolog.programme.steps import STEPS
from myolog.store.compared import hold
from myolog.store.models import Person
from myolog.store.selectors import journal_of, today_in
from myolog.store.services.entries import put
from myolog.store.services.programme_plan import ongoing_plan, plan_of, refuse_state
from myolog.store.services.programme_start import clock_time
from myolog.vocabulary.reminding import Ring


@transaction.atomic
def set_reminders(
    *,
    person: Person,
    times: Mapping[str, str] = FrozenDict(),
    facts: Mapping[str, str] = FrozenDict(),
    by: str,
    now: datetime | None = None,
) -> None:
    """Choose when to be reminded, from today on, all or none.

    Parameters
    ----------
    times
        Code of a step to a time "HH:MM", or "off".
    facts
        Code of a fact to its value: `remind_day`, `remind_week`, `remind_quiet`.

    Raises
    ------
    NotFound, Conflict
        A step is named, and no programme runs.
    InvalidEntry
        A step is unknown or not asked for, a time is none, or a fact cannot have that value.
    """
    hold(person)
    moment = now or datetime.now(UTC)
    entries: list[Entry] = [
        ProfileFact(day=today_in(person, moment), code=code, value=value)
        for code, value in facts.items()
    ]
    if times:
        entries += _of_steps(person, times, moment)
    put(entries, person=person, by=by, action="set_reminders", now=moment)


def _of_steps(person: Person, times: Mapping[str, str], now: datetime) -> list[ProgrammeEvent]:
    plan = ongoing_plan(person, now)
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
    return [
        ProgrammeEvent(
            day=plan.day,
            event="reminder",
            step=step,
            value=OFF if value == OFF else clock_time(value),
        )
        for step, value in times.items()
    ]


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
    rings : when to be reminded of the check-in (day) and the weekly look (week), where chosen
    quiet : first and last day of a time without reminders that is not over; None without one
    times : "HH:MM" of each reminder of a step that is set, resting or not
    steps : those that a reminder can be chosen for, or was; none before there is a plan
    rest : whether none of the steps rings now because they rest, by choice or for a doctor
    """

    rings: Mapping[str, Ring]
    quiet: tuple[date, date] | None
    times: Mapping[str, str]
    steps: tuple[str, ...]
    rest: bool


def reminder_choices(*, person: Person, now: datetime) -> Choices:
    """Return what can be chosen of reminders, and what was."""
    journal = journal_of(person)
    plan = plan_of(person=person, now=now, journal=journal)
    times = {} if plan is None else chosen_times(journal, plan.period)
    asked = () if plan is None else _reminded(plan)
    quiet = quiet_time(journal)
    return Choices(
        rings={code: ring for code, (ring, _) in chosen_rings(journal).items()},
        quiet=quiet if quiet is not None and quiet[1] >= today_in(person, now) else None,
        times={code: f"{at:%H:%M}" for code, (at, _) in times.items()},
        steps=tuple(code for code in STEPS if code in {*asked, *times}),
        rest=plan is not None and plan.state in ("paused", "waiting"),
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
    reminders = standing_reminders(journal, today=today_in(person, now), seed=person.id.int)
    looks: tuple[LookBack, ...] = ()
    if plan is not None:
        asked = {one.step.code for one in plan.steps if one.main_is_asked}
        of_steps = reminders_of(journal, plan.period)
        reminders += tuple(one for one in of_steps if one.code in asked)
        looks = days_to_look(journal, plan.period)
    gone: dict[str, date] = {}
    if not follows:
        kept = {*(one.code for one in reminders), *(one.code for one in looks)}
        gone = standing_gone(journal, kept)
        if plan is not None:
            gone |= gone_from(journal, plan.period, kept)
    if not follows and not gone and not reminders and not looks:
        if plan is None:
            raise NotFound(
                "There is nothing to be reminded of yet. Choose a time first.",
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
