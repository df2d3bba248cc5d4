"""Pauses of the programme: asked for by the person, or by a result that needs a doctor first."""

from datetime import date, datetime

from myolog.journal.model import Journal
from myolog.journal.periods import latest_period
from myolog.journal.records import ProgrammeEvent
from myolog.store.models import Person
from myolog.store.rows import entry_of
from myolog.store.selectors import today_in
from myolog.store.services.entries import put, rows_in_force
from myolog.store.services.programme_plan import is_ongoing, retire_slots
from myolog.triage.urgency import Urgency


def note_change(
    person: Person, day: date, event: str, *, undoes: str, by: str, now: datetime
) -> None:
    """Note a pause or its end; two on one day cancel each other."""
    slot = ProgrammeEvent(day=day, event=undoes).slot
    if not retire_slots([slot], person=person, by=by, action=event, now=now):
        put([ProgrammeEvent(day=day, event=event)], person=person, by=by, action=event, now=now)


def pause_if_pressing(*, person: Person, urgency: Urgency | None, by: str, now: datetime) -> None:
    """Let a running programme rest when a result asks for a doctor within 48 hours or sooner.

    Call it inside the transaction that stores the result.
    """
    if urgency is None or urgency < Urgency.URGENT:
        return
    rows = rows_in_force(person).filter(kind=ProgrammeEvent.kind).values_list("id", "payload")
    events = Journal(
        tuple(entry_of(id, payload) for id, payload in rows), person.zone, person.day_ends_hour
    )
    today = today_in(person, now)
    period = latest_period(events, today)
    if period is not None and is_ongoing(period, today) and not period.paused_on(today):
        note_change(person, today, "paused", undoes="resumed", by=by, now=now)
