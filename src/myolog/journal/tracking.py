"""What a person keeps track of, besides the twitching itself.

Decides which exposures a check-in asks about: those the person has chosen last, else the default
ones of the vocabulary. A choice is a fact of the profile, so that files carry it along.
"""

from typing import Final

from myolog.journal.entries import ProfileFact
from myolog.journal.model import Journal
from myolog.vocabulary.choices import SAID
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.profile import exposures_in

DEFAULT: Final = tuple(one.code for one in EXPOSURES.values() if one.tracked_by_default)

COMMON: Final = frozenset({*DEFAULT, *SAID, "alcohol_g"})
"""What is offered first to be kept track of."""

OFFERED: Final = tuple(code for code in EXPOSURES if code != "anxiety")
"""What is offered to be kept track of; worry has questions of its own."""


def tracked(journal: Journal) -> tuple[str, ...]:
    """Return the codes of what the person keeps track of, in the vocabulary's order.

    Examples
    --------
    >>> tracked(Journal((), "UTC"))
    ('caffeine', 'water_ml', 'sleep_min', 'stress')
    """
    chosen = next((one for one in reversed(journal.of(ProfileFact)) if one.code == "tracked"), None)
    return DEFAULT if chosen is None else exposures_in(str(chosen.value))
