"""What a result that has risen is told beside: the one that the person had read before it."""

from django.db.models import Q

from myolog.journal.model import Journal
from myolog.store.assessments import restored
from myolog.store.journals import journal_at
from myolog.store.models import Person
from myolog.store.selectors import LatestResult, counts_at, results_told, today_in
from myolog.triage.since import Rise, what_raised
from myolog.triage.told import Told

__all__ = ["raised_by", "rise_of", "rise_told"]


def raised_by(person: Person, latest: LatestResult | None, journal: Journal) -> Rise | None:
    """Return how the newest result has risen where nobody has read that yet; None where it stands.

    Parameters
    ----------
    journal
        The person's, as it stands.
    """
    return None if latest is None or not latest.raised else rise_of(person, latest, journal)


def rise_told(
    person: Person, latest: LatestResult | None, told: Told | None, journal: Journal
) -> Rise | None:
    """Return how the result that was told last has risen, where it is the newest one."""
    if latest is None or told is None:
        return None
    is_newest = (told.day, told.assessment) == (latest.counts_from, latest.assessment)
    return rise_of(person, latest, journal) if is_newest else None


def rise_of(person: Person, latest: LatestResult, journal: Journal) -> Rise | None:
    """Return how notes raised the newest result, read or not; None for that of a check."""
    if not latest.has_risen:
        return None
    read = results_told(person).filter(Q(raised_at__isnull=True) | Q(seen_at__isnull=False))
    before = read.exclude(id=latest.id).last()
    if before is None:
        return None
    by = what_raised(
        then=journal_at(person, before.at, now=journal),
        now=journal_at(person, latest.at, now=journal),
        was=restored(before.payload),
        found=latest.assessment,
        said=today_in(person, counts_at(before.answered_at, before.raised_at)),
    )
    return Rise(by=by, found=latest.assessment, day=latest.counts_from)
