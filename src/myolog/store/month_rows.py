"""What a month of the journal needs, read without the rest of it."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q

from myolog.journal.entries import ProfileFact
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.model import Journal
from myolog.journal.records import Examination, ProgrammeEvent
from myolog.journal.visits import Visit
from myolog.store.models import Person
from myolog.store.rows import entries_in
from myolog.store.selectors import counts_at, results_told, today_in
from myolog.store.services.entries import rows_in_force

__all__ = ["days_noted", "days_of_results", "journal_of_days"]

_A_DAY = timedelta(days=1)


def journal_of_days(person: Person, first: date, last: date) -> Journal:
    """Return what was noted on some days, with when the steps ran and every visit."""
    visits = (Examination.kind, Visit.kind)
    others = tuple(kind for kind in ALL_KINDS if kind not in (*visits, ProgrammeEvent.kind))
    rows = rows_in_force(person)
    entries = (
        *entries_in(rows.filter(kind__in=others, day__range=(first, last))),
        *entries_in(rows.filter(kind=ProgrammeEvent.kind, day__lte=last)),
        *entries_in(rows.filter(kind__in=visits)),
    )
    return Journal(entries, person.zone, person.day_ends_hour)


def days_of_results(person: Person, first: date, last: date) -> Counter[date]:
    """Return the days among some on which a check had its result, or notes raised one.

    Each with how many results it had.
    """
    start, end = (datetime.combine(day, time(), UTC) for day in (first - _A_DAY, last + 2 * _A_DAY))
    told = results_told(person).filter(
        Q(raised_at__range=(start, end)) | Q(answered_at__range=(start, end))
    )
    days = (
        today_in(person, counts_at(answered_at, raised_at))
        for answered_at, raised_at in told.values_list("answered_at", "raised_at")
    )
    return Counter(day for day in days if first <= day <= last)


def days_noted(person: Person) -> tuple[date, ...]:
    """Return the days of which anything is noted, in no order; facts about the person have none."""
    rows = rows_in_force(person).exclude(kind=ProfileFact.kind)
    return tuple(rows.order_by().values_list("day", flat=True).distinct())
