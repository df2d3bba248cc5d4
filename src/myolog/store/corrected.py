"""What became of results and visits whose entries were put right or deleted since.

Decides when the answers behind a result stand no more, also those of a check that was not finished
yet when they raised one; and since when a visit is known that was put right later.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from myolog.journal.records import TriageAnswers
from myolog.store.assessments import restored
from myolog.store.models import AssessmentRow, EntryRow, Person
from myolog.triage.result import has_risen
from myolog.triage.urgency import Urgency

__all__ = ["noted_first", "put_right"]


def noted_first(person: Person, kind: str) -> dict[UUID, datetime]:
    """Return when each entry of a kind was noted; one that was put right, when it first was."""
    rows = EntryRow.objects.filter(person=person, kind=kind).order_by("created_at")
    found: dict[UUID, datetime] = {}
    for id, revises, at in rows.values_list("id", "revises_id", "created_at"):
        found[id] = found.get(revises, at)
    return found


def put_right(person: Person, rows: Sequence[AssessmentRow]) -> frozenset[UUID]:
    """Return the results whose answers stand no more.

    Parameters
    ----------
    rows
        Every result that was told, the oldest first.
    """
    gone = {one.id for one in rows if one.answers is not None and one.answers.retired_at}
    return frozenset(gone) | frozenset(_on_the_way(person, rows, gone))


def _on_the_way(person: Person, rows: Sequence[AssessmentRow], gone: set[UUID]) -> Iterator[UUID]:
    """Yield the rises that came of a check in its middle and that its end did not bear out."""
    for nth, row in enumerate(rows):
        if row.raised_at is None or not _was_in_a_check(person, row):
            continue
        end = next((one for one in rows[nth + 1 :] if one.raised_at is None), None)
        if end is not None and (end.id in gone or has_risen(_said(end), _said(row))):
            yield row.id


def _was_in_a_check(person: Person, row: AssessmentRow) -> bool:
    """Say whether answers counted that were not those of a finished check."""
    told = EntryRow.objects.filter(
        person=person, kind=TriageAnswers.kind, created_at__lte=row.at, retired_at__gt=row.at
    )
    return told.exclude(id=row.answers_id).filter(created_at__gt=row.answered_at).exists()


def _said(row: AssessmentRow) -> Urgency | None:
    return restored(row.payload).urgency
