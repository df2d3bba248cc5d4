"""What the person last told about themselves, in the profile or in the check.

Decides how an age grows, how long what was told holds, and which telling counts: the later one, and
of two on one day the one that is no plain "no". A "no" that is too old is unknown; anything else
stays as it was until it is asked anew, because forgetting it could lower what is advised. What a
wrong clock has dated in the future counts only where it is no "no". Source: the guide, section 3b
(inputs marked P); how long each holds is our choice (`vocabulary.profile`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from myolog.journal.doubt import NOT_SURE, is_open
from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.records import TriageAnswers
from myolog.vocabulary.profile import PROFILE

NO: Final = frozenset({"no", "none"})

_OF_MOTHERS: Final = frozenset({"pregnant", "breastfeeding"})
"""Facts that are not asked again of a man."""

Fact = str | int | float
Telling = tuple[date, Fact]


def full_years(told: date, today: date) -> int:
    """Return the whole years from one day to another."""
    return today.year - told.year - ((today.month, today.day) < (told.month, told.day))


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
    return _standing(journal, code, today, _tellings(journal, code, today))


def profile_fact(journal: Journal, code: str, today: date) -> Fact | None:
    """Return the fact as `told_fact` does, from the profile alone."""
    return _standing(journal, code, today, _in_profile(journal, code, today))


def earliest_birth(journal: Journal, today: date) -> date | None:
    """Return the first day on which the person can have been born, by the age last told.

    None where no age was told.
    """
    tellings = _tellings(journal, "age_years", today)
    told = max(tellings, key=lambda one: one[0], default=None)
    if told is None or not isinstance(told[1], int):
        return None
    day, age = told
    return date(max(day.year - int(age) - 1, 1), day.month, 1)


def is_due(journal: Journal, code: str, today: date) -> bool:
    """Say whether the fact was told so long ago that it has to be asked anew, whatever was said."""
    return _is_old(journal, code, today, _tellings(journal, code, today))


def due_facts(journal: Journal, today: date) -> Mapping[str, ProfileFact]:
    """Return the facts of the profile that have to be asked anew, as they were told."""
    known = journal.profile.items()
    return {code: fact for code, fact in known if is_due(journal, code, today)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A fact that need not be asked.

    Attributes
    ----------
    fact : its value as it stands, an age grown, with the day it was told on
    in_check : whether the check told it, and not the profile
    """

    fact: ProfileFact
    in_check: bool


def known_facts(journal: Journal, codes: Iterable[str], today: date) -> dict[str, Known]:
    """Return the facts that stand on `today`, as `told_fact` has them, wherever they were told."""
    found: dict[str, Known] = {}
    for code in codes:
        value = told_fact(journal, code, today)
        if value is None:
            continue
        day = max(day for day, _ in _tellings(journal, code, today))
        told = (was for on, was in _in_profile(journal, code, today) if on == day)
        here = any(was == value or code == "age_years" for was in told)
        fact = ProfileFact(day=day, code=code, value=value)
        found[code] = Known(fact=fact, in_check=not here)
    return found


def _standing(journal: Journal, code: str, today: date, tellings: Iterable[Telling]) -> Fact | None:
    found = list(tellings)
    if not found:
        return None
    told = max(day for day, _ in found)
    newest = [value for day, value in found if day == told]
    value = next((value for value in newest if value not in NO), newest[0])
    if code == "age_years":
        return value + max(full_years(told, today), 0) if isinstance(value, int) else None
    return None if value in NO and _is_old(journal, code, today, found) else value


def _is_old(journal: Journal, code: str, today: date, tellings: Iterable[Telling]) -> bool:
    told = max((day for day, _ in tellings), default=None)
    holds = _holds_days(journal, code)
    return told is not None and holds is not None and (today - told).days >= holds


def _holds_days(journal: Journal, code: str) -> int | None:
    sex = journal.profile.get("sex")
    is_man = sex is not None and sex.value == "man"
    return None if is_man and code in _OF_MOTHERS else PROFILE[code].holds_days


def _tellings(journal: Journal, code: str, today: date) -> list[Telling]:
    """Return the newest telling in the profile and the newest in the check."""
    return [*_in_profile(journal, code, today), *_in_checks(journal, code, today)]


def _in_profile(journal: Journal, code: str, today: date) -> list[Telling]:
    facts = (one for one in journal.of(ProfileFact) if one.code == code)
    return _newest([(fact.day, fact.value) for fact in facts], today)


def _in_checks(journal: Journal, code: str, today: date) -> list[Telling]:
    found: list[Telling] = []
    for given in journal.of(TriageAnswers):
        value = given.answers.get(code)
        if isinstance(value, bool):
            found.append((given.day, "yes" if value else "no"))
        elif is_open(value):
            found.append((given.day, NOT_SURE))
        elif isinstance(value, str | int):
            found.append((given.day, value))
    return _newest(found, today)


def _newest(tellings: list[Telling], today: date) -> list[Telling]:
    """Return the last one up to `today`; and of those dated later, what is no "no"."""
    past = [one for one in tellings if one[0] <= today]
    ahead = [(today, value) for day, value in tellings if day > today and value not in NO]
    return past[-1:] + ahead[-1:]
