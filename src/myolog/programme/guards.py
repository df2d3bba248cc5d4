"""Who must not follow a step as it is written, and what stands in its place.

One `Guard(...)` each. A guard replaces words and target of the parts it touches; it is no footnote.
What was never told, or is not sure, counts as if it held: unknown is never "no". Source: the guide,
section 2b (GUARD-*), 6a and DP-12.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from myolog.frozen import FrozenDict
from myolog.journal.facts import Fact, told_fact
from myolog.journal.model import Journal
from myolog.programme.steps import PARTS

__all__ = [
    "FACTS",
    "GUARDS",
    "Effect",
    "Guard",
    "Guarded",
    "facts_of",
    "guarded_parts",
    "open_facts",
    "told_parts",
]

PREGNANCY_LIMIT_MG: Final = 200
YOUTH_MG_PER_KG: Final = 3
SELF_USE_AGE: Final = 16
ADULT_AGE: Final = 18

FACTS: Final = (
    "age_years",
    "pregnant",
    "breastfeeding",
    "lithium",
    "clozapine",
    "theophylline",
    "warfarin",
    "potassium_medicine",
    "headache_disorder",
    "heart_disease",
    "kidney",
    "liver_disease",
    "low_sodium",
    "eating_disorder",
)
"""Facts of the profile that guards rest on; each is asked before the first day."""

Facts = Mapping[str, Fact | None]


class Effect(IntEnum):
    """What a guard does to a part of a step, from the lightest to the heaviest."""

    ADD = 1
    """The target stays; the guard's words stand before those of the part."""

    WORDS = 2
    """The target stays; the guard's words stand in place of those of the part."""

    LIMIT = 3
    """The guard's own fixed limit and words stand in place of the part's."""

    ASK = 4
    """No target: the guard's words, which say whom to ask, stand in place of the part."""

    WAIT = 5
    """No programme at all while it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One reason for which a step is not offered as it is written.

    Parameters
    ----------
    code
        Stable key; its words are ``[guard.<code>]`` in the catalogue.
    holds
        Whether it holds for a person with these facts.
    effects
        Part of a step to what happens to it.
    limit_mg
        The most caffeine a day under it, mg, from the facts; None where no number can be given.
    """

    code: str
    holds: Callable[[Facts], bool]
    effects: Mapping[str, Effect]
    limit_mg: Callable[[Facts], int | None] = lambda _: None


def _not_denied(*codes: str) -> Callable[[Facts], bool]:
    """Return a test that holds unless each fact was told as "no"."""
    return lambda facts: any(facts.get(code) not in ("no", "none") for code in codes)


def _is_child(facts: Facts) -> bool:
    age = facts.get("age_years")
    return not isinstance(age, int) or age < SELF_USE_AGE


def _is_youth(facts: Facts) -> bool:
    age = facts.get("age_years")
    return isinstance(age, int) and SELF_USE_AGE <= age < ADULT_AGE


def _youth_limit(facts: Facts) -> int | None:
    weight = facts.get("weight_kg")
    return int(weight * YOUTH_MG_PER_KG) if isinstance(weight, int | float) else None


def _on(effect: Effect, *parts: str) -> Mapping[str, Effect]:
    return FrozenDict(dict.fromkeys(parts, effect))


GUARDS: Final = (
    Guard(code="GUARD-LITHIUM", holds=_not_denied("lithium"), effects=_on(Effect.ASK, "caffeine")),
    Guard(
        code="GUARD-CLOZAPINE",
        holds=_not_denied("clozapine", "theophylline"),
        effects=_on(Effect.ASK, "caffeine"),
    ),
    Guard(
        code="GUARD-HEADACHE",
        holds=_not_denied("headache_disorder"),
        effects=_on(Effect.ASK, "caffeine"),
    ),
    Guard(
        code="GUARD-FLUID",
        holds=_not_denied("heart_disease", "kidney", "liver_disease", "low_sodium"),
        effects=_on(Effect.ASK, "drinks"),
    ),
    Guard(
        code="GUARD-K",
        holds=_not_denied("kidney", "potassium_medicine"),
        effects=_on(Effect.ASK, "potassium"),
    ),
    Guard(code="GUARD-MG", holds=_not_denied("kidney"), effects=_on(Effect.ASK, "magnesium")),
    Guard(
        code="GUARD-WARFARIN",
        holds=_not_denied("warfarin"),
        effects=_on(Effect.WORDS, "potassium", "magnesium", "calcium"),
    ),
    Guard(
        code="GUARD-PREG",
        holds=_not_denied("pregnant", "breastfeeding"),
        effects=FrozenDict(
            {"caffeine": Effect.LIMIT, "magnesium": Effect.WORDS, "sleep": Effect.WORDS}
        ),
        limit_mg=lambda _: PREGNANCY_LIMIT_MG,
    ),
    Guard(code="GUARD-CHILD", holds=_is_child, effects=_on(Effect.WAIT, *PARTS)),
    Guard(
        code="GUARD-AGE",
        holds=_is_youth,
        effects=FrozenDict({"caffeine": Effect.LIMIT, "sleep": Effect.WORDS}),
        limit_mg=_youth_limit,
    ),
    Guard(
        code="GUARD-EATING",
        holds=_not_denied("eating_disorder"),
        effects=_on(Effect.ASK, "caffeine", "drinks", "potassium", "magnesium", "calcium"),
    ),
    Guard(code="GUARD-MED", holds=lambda _: True, effects=_on(Effect.ADD, "caffeine")),
    Guard(
        code="GUARD-URGENT",
        holds=lambda facts: facts.get("urgent") != "no",
        effects=_on(Effect.WAIT, *PARTS),
    ),
)
"""Every guard, in the order of the guide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """What the guards make of one part of a step.

    Attributes
    ----------
    effect : the heaviest effect of all guards that hold; None where none touches it
    guards : codes of the guards whose words are shown, in the order of the guide
    limit_mg : the lowest limit of caffeine among them, mg, or None
    """

    effect: Effect | None = None
    guards: tuple[str, ...] = ()
    limit_mg: int | None = None


def facts_of(journal: Journal, today: date, *, urgent: bool | None) -> Facts:
    """Return what the guards rest on, as it stands on `today`.

    Parameters
    ----------
    urgent
        Whether the newest result of the check asks for a doctor within 48 hours or sooner; None
        where there is no result that still holds.

    Returns
    -------
    facts : code to what was told; None where it was never told or has to be asked again
    """
    told = {code: told_fact(journal, code, today) for code in (*FACTS, "weight_kg")}
    return told | {"urgent": None if urgent is None else "yes" if urgent else "no"}


def open_facts(facts: Facts) -> tuple[str, ...]:
    """Return what has still to be asked before the programme may begin."""
    missing = [code for code in FACTS if facts.get(code) is None]
    if _is_youth(facts) and facts.get("weight_kg") is None:
        missing.append("weight_kg")
    return tuple(missing)


def guarded_parts(facts: Facts, *, without: Collection[str] = ()) -> Mapping[str, Guarded]:
    """Return what the guards make of each part of the steps.

    Parameters
    ----------
    without
        Codes of guards to leave out, such as GUARD-URGENT for a page that says it by itself.

    Returns
    -------
    guarded : part of a step to what holds for it, every part in the order of the steps
    """
    holding = [guard for guard in GUARDS if guard.code not in without and guard.holds(facts)]
    return FrozenDict({part: _guarded(part, holding, facts) for part in PARTS})


def told_parts(facts: Facts) -> Mapping[str, Guarded]:
    """Return what is known already to stand against a part, where not all has been asked yet.

    It stands beside the steps before they begin; what was never told is asked before the start.
    """
    told = {code: "no" if value is None else value for code, value in facts.items()}
    always = {"GUARD-MED", "GUARD-URGENT"} | (
        {"GUARD-CHILD"} if facts["age_years"] is None else set()
    )
    return guarded_parts(told, without=always)


def _guarded(part: str, holding: list[Guard], facts: Facts) -> Guarded:
    touching = [guard for guard in holding if part in guard.effects]
    limits = [limit for guard in touching if (limit := guard.limit_mg(facts)) is not None]
    return Guarded(
        effect=max((guard.effects[part] for guard in touching), default=None),
        guards=tuple(guard.code for guard in touching),
        limit_mg=min(limits, default=None) if part == "caffeine" else None,
    )
