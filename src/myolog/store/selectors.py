"""Reads: every one is of one person, and gives frozen values rather than rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from myolog.attention.budget import SINGLE_LOGS
from myolog.errors import NotFound
from myolog.journal.entries import Entry, Episode
from myolog.journal.instants import day_at, has_come
from myolog.journal.model import Journal
from myolog.journal.own import OwnThing, latest
from myolog.journal.records import Examination
from myolog.store.assessments import restored
from myolog.store.corrected import noted_first, put_right
from myolog.store.journals import current_journal, is_held
from myolog.store.models import AssessmentRow, EntryRow, Person
from myolog.store.prepared import DAY, PERSON, Given, Prepared
from myolog.store.rows import entries_in, entry_of
from myolog.store.services.entries import family, rows_in_force
from myolog.store.services.people import make_person
from myolog.triage.due import with_due
from myolog.triage.history import Told
from myolog.triage.result import Assessment, holds_on
from myolog.triage.urgency import Urgency

__all__ = [
    "Known",
    "LatestResult",
    "Person",
    "counts_at",
    "entries_of_day",
    "entry_with_id",
    "has_entries",
    "is_first_use",
    "journal_as_of",
    "journal_of",
    "known_entry",
    "last_change",
    "last_change_of",
    "latest_assessment",
    "n_logs_on",
    "newest_entry",
    "newest_result",
    "newest_told",
    "not_stored",
    "own_things",
    "revision_of",
    "the_person",
    "today_in",
    "told_results",
    "uuid_of",
]


def the_person() -> Person:
    """Return the one person of this data folder, made on first use."""
    return Person.objects.order_by("created_at", "id").first() or make_person(now=datetime.now(UTC))


def is_first_use() -> bool:
    """Say whether nobody has opened this data folder yet."""
    return not Person.objects.exists()


def journal_of(person: Person, *, without: Collection[str] = ()) -> Journal:
    """Return the person's journal as it stands.

    Parameters
    ----------
    without
        Kinds of entry that the reader never looks at; they are left unread where that is quicker.
    """
    if without and not is_held(person):
        rows = rows_in_force(person).exclude(kind__in=tuple(without))
        return Journal(tuple(entries_in(rows)), person.zone, person.day_ends_hour)
    return current_journal(person)


def own_things(person: Person) -> Mapping[str, OwnThing]:
    """Return what the person tracks of their own, as told last, by code; archived ones too."""
    rows = rows_in_force(person).filter(kind=OwnThing.kind).order_by("day", "slot")
    told = (entry_of(id, payload) for id, payload in rows.values_list("id", "payload"))
    return latest(one for one in told if isinstance(one, OwnThing))


def last_change() -> Subquery:
    """Return the number of the last change of a journal, for a row of the same person."""
    rows = EntryRow.objects.filter(person=OuterRef("person")).order_by("-changed_nth")
    return Subquery(rows.values("changed_nth")[:1])


def last_change_of(person: Person) -> int:
    """Return the number of the last change of a person's journal."""
    rows = EntryRow.objects.filter(person=person)
    return rows.aggregate(last=Max("changed_nth"))["last"] or 0


def revision_of(person: Person, changed_nth: int) -> str:
    """Return what is another one after every change of a person's journal, its zone or its days."""
    return f"{changed_nth}/{person.day_ends_hour}/{person.zone}"


def journal_as_of(person: Person, moment: datetime) -> Journal:
    """Return the journal as it stood at an earlier moment, with what was retired since."""
    held_then = Q(retired_at__isnull=True) | Q(retired_at__gt=moment)
    rows = EntryRow.objects.filter(held_then, person=person, created_at__lte=moment)
    return Journal(tuple(entries_in(rows)), person.zone, person.day_ends_hour)


def has_entries(person: Person) -> bool:
    """Say whether anything was ever noted that still stands."""
    return rows_in_force(person).exists()


def entries_of_day(person: Person, day: date, *, kinds: Collection[str] = ()) -> tuple[Entry, ...]:
    """Return what is noted for one day, in order of time; of some kinds alone, which is quicker."""
    of_day = rows_in_force(person).filter(day=day)
    if kinds:
        of_day = of_day.filter(kind__in=tuple(kinds))
    rows = of_day.values_list("id", "payload")
    return Journal(
        tuple(entry_of(id, payload) for id, payload in rows), person.zone, person.day_ends_hour
    ).entries


def n_logs_on(person: Person, day: date) -> int:
    """Count the single logs of one day, up to those that are plenty."""
    return len(_LOGS.rows(person=person.id, day=day))


_LOGS: Final = Prepared(
    lambda: EntryRow.objects.filter(
        person_id=PERSON,
        kind=Episode.kind,
        day=DAY,
        retired_at__isnull=True,
    ).values_list("id")[:SINGLE_LOGS]
)


def newest_entry(person: Person) -> Entry | None:
    """Return the standing entry that was noted last, if there is any."""
    rows = rows_in_force(person).order_by("-stored_nth")
    row = rows.values_list("id", "payload").first()
    return None if row is None else entry_of(*row)


def entry_with_id(person: Person, id: str | UUID) -> Entry:
    """Return one standing entry.

    Raises
    ------
    NotFound
        The person has no such entry.
    """
    row = rows_in_force(person).filter(id=uuid_of(id)).values_list("id", "payload").first()
    if row is None:
        raise NotFound(_NO_ENTRY, key="no_such_entry")
    return entry_of(*row)


_NO_ENTRY: Final = "There is no such entry. It may have been deleted."


def uuid_of(id: str | UUID) -> UUID:
    """Return the key of an entry or result; `NotFound` where it cannot be one."""
    try:
        return id if isinstance(id, UUID) else UUID(id)
    except ValueError:
        raise NotFound(_NO_ENTRY, key="no_such_entry") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An entry as a page once showed it, and what has become of it.

    Attributes
    ----------
    shown : the entry as it was under its id
    now : the version that holds; None when it was deleted
    """

    shown: Entry
    now: Entry | None


def known_entry(person: Person, id: str | UUID) -> Known:
    """Return an entry by the id of any of its versions, with the version that holds.

    Raises
    ------
    NotFound
        The person never had such an entry.
    """
    row = EntryRow.objects.filter(person=person, id=uuid_of(id)).first()
    if row is None:
        raise NotFound(_NO_ENTRY, key="no_such_entry")
    shown = entry_of(row.id, row.payload)
    if row.retired_at is None:
        return Known(shown=shown, now=shown)
    held = family(row).filter(retired_at__isnull=True).values_list("id", "payload").first()
    return Known(shown=shown, now=None if held is None else entry_of(*held))


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestResult:
    """The newest result of the check, as it was said, and what would be said now.

    Attributes
    ----------
    id : key of the stored result
    assessment : what it says: of the check itself, or of a rise since
    live : what the same answers give with the journal of now; never more pressing
    at : when it was worked out, UTC; what was noted later is not in it
    day : the person's calendar date then
    answered_at : when the person answered, UTC
    answers_id : key of those answers, or None
    answered_day : the same as the person's calendar date
    counts_from : from when its time frames count: the answers, or the re-run that raised it since
    expired : whether it is too old to be shown as the present one
    raised : whether a re-run raised the urgency and the person has not seen that yet
    has_risen : whether a re-run raised the urgency since the person last answered
    ahead : whether it is dated in the future, because a clock was wrong; nobody knows how old it is
    saved : whether it is stored; False where the disk did not take what was just worked out
    """

    id: str
    assessment: Assessment
    live: Assessment
    at: datetime
    day: date
    answered_at: datetime
    answers_id: str | None
    answered_day: date
    counts_from: date
    expired: bool
    raised: bool
    has_risen: bool
    ahead: bool = False
    saved: bool = True

    @property
    def told(self) -> Told:
        """The same as one of the results that were told."""
        return Told(day=self.counts_from, assessment=self.assessment, has_risen=self.has_risen)

    @property
    def pressing(self) -> bool | None:
        """Whether it asks for a doctor within 48 hours or sooner.

        None for a result that is not finished, or that says less and holds no more.
        """
        urgency = self.assessment.urgency
        if urgency is not None and urgency >= Urgency.URGENT:
            return True
        return None if urgency is None or self.expired else False

    @property
    def missing(self) -> tuple[str, ...]:
        """The questions that were open then and are still."""
        return tuple(name for name in self.assessment.missing if name in self.live.missing)


def today_in(person: Person, now: datetime) -> date:
    """Return the person's day at an instant: the one before midnight until their day ends."""
    return day_at(now, person.zone, day_ends_hour=person.day_ends_hour)


def newest_result(person: Person) -> AssessmentRow | None:
    """Return the row that was stored last, whatever the clock said then."""
    return _newest_first(person.id).first()


def _newest_first(person: UUID | Given) -> QuerySet[AssessmentRow]:
    return AssessmentRow.objects.filter(person_id=person).order_by("-stored_nth")


def newest_told(person: Person) -> AssessmentRow | None:
    """Return the newest row that is a result: of a check, or of a rise since.

    Every other row only keeps what the same answers give with what was noted later.
    """
    return _told(person.id).first()


def results_told(person: Person) -> QuerySet[AssessmentRow]:
    """Return every row that is a result, as `newest_told` has it, the oldest first."""
    return _told(person.id).order_by("stored_nth")


def counts_at(answered_at: datetime, raised_at: datetime | None) -> datetime:
    """Return when a result began to count: at the check, or when notes raised it since."""
    return answered_at if raised_at is None else max(answered_at, raised_at)


def told_results(person: Person, journal: Journal | None = None) -> tuple[Told, ...]:
    """Return every result as it was said, in the order of storing.

    A rise that nobody has seen before its answers were put right was never said.

    Parameters
    ----------
    journal
        The person's, where it has been read already.
    """
    rows = tuple(results_told(person).select_related("answers"))
    noted, right = noted_first(person, Examination.kind), put_right(person, rows)
    told = [
        Told(
            day=today_in(person, counts_at(row.answered_at, row.raised_at)),
            assessment=restored(row.payload),
            has_risen=row.raised_at is not None,
            withdrawn=row.id in right,
            visits_known=frozenset(str(id) for id, at in noted.items() if at <= row.at),
        )
        for row in rows
        if row.raised_at is None or row.seen_at is not None or row.id not in right
    ]
    return with_due(told, journal_of(person) if journal is None else journal)


def levels_told(person: Person) -> dict[str, str]:
    """Return the level of each check's result, by the key of its answers."""
    rows = results_told(person).exclude(answers=None).values_list("answers_id", "payload")
    found: dict[str, str] = {}
    for id, payload in rows:
        found.setdefault(str(id), payload["urgency"] or "INCOMPLETE")
    return found


def _told(person: UUID | Given) -> QuerySet[AssessmentRow]:
    before = AssessmentRow.objects.filter(
        person=OuterRef("person"),
        answers_id=OuterRef("answers_id"),
        answered_at=OuterRef("answered_at"),
        stored_nth__lt=OuterRef("stored_nth"),
    )
    return _newest_first(person).filter(Q(raised_at__isnull=False) | ~Exists(before))


def latest_assessment(person: Person, *, now: datetime) -> LatestResult | None:
    """Return the newest result of the check as it was said; None when it was never done."""
    found = _LATEST.first(person=person.id)
    if found is None:
        return None
    *told, live = found
    row = AssessmentRow(**dict(zip(_OF_RESULT, told, strict=True)))
    return _result_of(row, person=person, now=now, live=restored(live))


_OF_RESULT: Final = (
    "id", "payload", "at", "day", "answered_at", "answers_id", "raised_at", "seen_at",
)  # fmt: skip
_LATEST: Final = Prepared(
    lambda: (
        _told(PERSON)
        .annotate(live=Subquery(_newest_first(PERSON).values("payload")[:1]))
        .values_list(*_OF_RESULT, "live")[:1]
    )
)


def not_stored(row: AssessmentRow, *, now: datetime) -> LatestResult:
    """Return the newest result where what was just worked out could not be stored."""
    live, told = restored(row.payload), newest_told(row.person)
    if told is None or row.raised_at is not None or row.answers_id != told.answers_id:
        return replace(_result_of(row, person=row.person, now=now, live=live), saved=False)
    return _result_of(told, person=row.person, now=now, live=live)


def _result_of(
    row: AssessmentRow, *, person: Person, now: datetime, live: Assessment
) -> LatestResult:
    today = today_in(person, now)
    newest = counts_at(row.answered_at, row.raised_at)
    ahead = not has_come(newest, now)
    counts_from = today if ahead else today_in(person, newest)
    return LatestResult(
        id=str(row.id),
        assessment=restored(row.payload),
        live=live,
        at=row.at,
        day=row.day,
        answered_at=row.answered_at,
        answers_id=None if row.answers_id is None else str(row.answers_id),
        answered_day=today_in(person, row.answered_at),
        counts_from=counts_from,
        expired=ahead or not holds_on(counts_from, today=today),
        raised=row.raised_at is not None and row.seen_at is None,
        has_risen=row.raised_at is not None,
        ahead=ahead,
    )
