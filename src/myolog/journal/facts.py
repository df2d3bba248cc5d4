"""What the person last told about themselves, in the profile or in the check.

Decides how an age grows, for how long a "no" holds where time can change it, and which telling
counts: the later one, and of two on one day the one that is no plain "no". Source: the guide,
section 3b (inputs marked P).
"""

from datetime import date
from typing import Final

from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers

FADING: Final = frozenset({"pregnant", "neck_surgery_recent"})
"""Facts whose "no" is asked again after `HOLDS_DAYS`; pregnancy not of a man."""

HOLDS_DAYS: Final = 90

NO: Final = frozenset({"no", "none"})

Fact = str | int | float


def full_years(told: date, today: date) -> int:
    """Return the whole years from one day to another."""
    return today.year - told.year - ((today.month, today.day) < (told.month, told.day))


def fades(journal: Journal, code: str) -> bool:
    """Say whether a "no" to this fact has to be asked again after a while."""
    sex = journal.profile.get("sex")
    lasting = code == "pregnant" and sex is not None and sex.value == "man"
    return code in FADING and not lasting


def told_fact(journal: Journal, code: str, today: date) -> Fact | None:
    """Return the fact as it stands on `today`; None when it was never told or has to be asked.

    Parameters
    ----------
    code
        A code of the profile. An answer of the check to the question of the same name counts as
        told, in the profile's words.

    Returns
    -------
    fact : a word of the fact's list, a text or a number; an age has grown since it was told
    """
    tellings = _tellings(journal.until(today), code)
    if not tellings:
        return None
    told = max(day for day, _ in tellings)
    newest = [value for day, value in tellings if day == told]
    value = next((value for value in newest if value not in NO), newest[0])
    if code == "age_years":
        return value + full_years(told, today) if isinstance(value, int) else None
    if value in NO and fades(journal, code) and (today - told).days >= HOLDS_DAYS:
        return None
    return value


def _tellings(journal: Journal, code: str) -> list[tuple[date, Fact]]:
    """Return the newest telling in the profile and the newest in the check."""
    found: list[tuple[date, Fact]] = []
    fact = journal.profile.get(code)
    if fact is not None:
        found.append((fact.day, fact.value))
    for given in reversed(journal.of(TriageAnswers)):
        value = given.answers.get(code)
        if isinstance(value, bool):
            return [*found, (given.day, "yes" if value else "no")]
        if isinstance(value, str | int):
            return [*found, (given.day, value)]
    return found
