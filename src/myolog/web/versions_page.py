"""Two devices that say different things of one day: what Today shows, the oldest first."""

from dataclasses import dataclass

from myolog.content.dates import spoken
from myolog.store.selectors import Person
from myolog.store.services.versions import open_versions
from myolog.wording.entries import single_lines
from myolog.wording.kinds import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsShown:
    """One question about one day.

    Attributes
    ----------
    id : key of the question
    dated : the day in words
    noted : what holds now; may be empty
    other : what the other device says
    """

    id: str
    dated: str
    noted: tuple[Line, ...]
    other: tuple[Line, ...]


def versions_shown(person: Person) -> VersionsShown | None:
    """Return the question to ask first; None when there is nothing to decide."""
    found = next(iter(open_versions(person)), None)
    if found is None:
        return None
    return VersionsShown(
        id=found.id,
        dated=spoken(found.day),
        noted=single_lines(found.noted, home=person.zone),
        other=single_lines(found.other, home=person.zone),
    )
