"""What a long look back needs: ten years of twitches, counted by the database and not read."""

from datetime import date
from typing import Final

from django.db.models import Count, Q
from django.db.models.fields.json import KT

from myolog.journal.counted import Counted, put_together
from myolog.journal.entries import CheckWindow, DayTally, Episode, NoneToday
from myolog.journal.model import Journal
from myolog.journal.records import Examination, ExperimentPlan, ProgrammeEvent
from myolog.journal.spans import Span
from myolog.store.models import Person
from myolog.store.rows import entries_in
from myolog.store.services.entries import rows_in_force

__all__ = ["counted_of", "journal_beside", "timed_in"]

_BESIDE: Final = (ProgrammeEvent.kind, Examination.kind, ExperimentPlan.kind)


def counted_of(person: Person, until: date) -> Counted:
    """Return the person's twitches by day and place, up to a day."""
    rows = rows_in_force(person).filter(day__lte=until)
    bouts = (
        rows.filter(kind=Episode.kind)
        .order_by()
        .values("day", "site", side=KT("payload__side"))
        .annotate(n=Count("id"))
    )
    told = entries_in(rows.filter(kind__in=(DayTally.kind, NoneToday.kind)))
    return put_together(
        {(one["day"], one["site"], one["side"]): one["n"] for one in bouts},
        [one for one in told if isinstance(one, DayTally | NoneToday)],
    )


def journal_beside(person: Person, until: date) -> Journal:
    """Return what else stands on the line of time: the steps, visits and experiments."""
    rows = rows_in_force(person).filter(kind__in=_BESIDE, day__lte=until)
    return Journal(tuple(entries_in(rows)), person.zone, person.day_ends_hour)


def timed_in(person: Person, *spans: Span) -> Journal:
    """Return the twitches and fixed looks of some days alone, with their times."""
    among = Q()
    for one in spans:
        among |= Q(day__range=(one.first, one.last))
    rows = rows_in_force(person).filter(among, kind__in=(Episode.kind, CheckWindow.kind))
    return Journal(tuple(entries_in(rows)), person.zone, person.day_ends_hour)
