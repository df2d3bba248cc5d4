"""What the page of a day has fields for, by what the person keeps track of."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from myolog.journal.model import Journal
from myolog.journal.own import own_things
from myolog.vocabulary.drinks import DRINKS, Drink
from myolog.vocabulary.exposures import EXPOSURES, Exposure, exposure
from myolog.vocabulary.own import is_own
from myolog.web.forms.day_now import QUICK

QUICK_DRINKS: Final = (
    "filter_coffee",
    "espresso",
    "black_tea",
    "energy_drink",
    "water",
    "beer",
    "wine",
    "spirits",
)
"""Drinks that a grown-up is shown at once; the others stand in a fold."""


def drinks_for(codes: Collection[str]) -> tuple[Drink, ...]:
    """Return the drinks that say something about what the person keeps track of."""
    return tuple(
        drink
        for drink in DRINKS.values()
        if ("caffeine" in codes and drink.caffeine_mg)
        or ("alcohol_g" in codes and drink.alcohol_g)
        or ("water_ml" in codes and drink.code == "water")
    )


def is_shown_at_once(drink: Drink, *, to_child: bool) -> bool:
    """Tell whether a drink stands before the fold."""
    return drink.for_young if to_child else drink.code in QUICK_DRINKS


def own_codes(journal: Journal, day: date, sent: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of the person's own things: all they defined, told of the day, or sent.

    Parameters
    ----------
    sent
        Names of fields. A page that was kept may tell of a thing that nothing defines any more.
    """
    told = journal.exposures_told.get(day, {})
    named = (name.removeprefix("value:") for name in sent if name.startswith("value:"))
    return tuple(dict.fromkeys((*own_things(journal), *filter(is_own, (*told, *named)))))


def typed_fields(codes: Collection[str]) -> tuple[tuple[Exposure, ...], tuple[Exposure, ...]]:
    """Return what is typed: first what no tap answers, then what a number says more exactly."""
    by_tap = {code for code, _ in QUICK.values()} | {"caffeine", "water_ml", "alcohol_g"}
    own = [exposure(code) for code in codes if is_own(code)]
    kept = [*(one for one in EXPOSURES.values() if one.code in codes), *own]
    return (
        tuple(one for one in kept if one.code not in by_tap),
        tuple(one for one in kept if one.code in by_tap),
    )
