"""What a person keeps track of, besides the twitching itself.

Decides which exposures a check-in asks about: those the person has chosen last, else the default
ones of the vocabulary, and after them the things of their own that are not archived. A choice is a
fact of the profile, so that files carry it along.
"""

from typing import Final

from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.journal.own import own_things
from myolog.vocabulary.choices import SAID
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import exposures_in

DEFAULT: Final = tuple(one.code for one in EXPOSURES.values() if one.tracked_by_default)

COMMON: Final = frozenset({*DEFAULT, *SAID, "alcohol_g"})
"""What is offered first to be kept track of."""

OFFERED: Final = tuple(code for code in EXPOSURES if code != "anxiety")
"""What is offered to be kept track of; worry has questions of its own."""


def tracked(journal: Journal) -> tuple[str, ...]:
    """Return the codes of what the person keeps track of: of the vocabulary, then their own."""
    own = (one.code for one in own_things(journal).values() if not one.archived)
    return (*chosen(journal), *own)


def chosen(journal: Journal) -> tuple[str, ...]:
    """Return the codes that the person chose of the vocabulary, in its order.

    Examples
    --------
    >>> chosen(Journal((), "UTC"))
    ('caffeine', 'water_ml', 'sleep_min', 'stress')
    """
    told = next((one for one in reversed(journal.of(ProfileFact)) if one.code == "tracked"), None)
    return DEFAULT if told is None else exposures_in(str(told.value))
