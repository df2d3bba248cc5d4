"""The guide's two artefacts: the six-item checklist and the five-row table.

Decides when an item or a row is true. What follows from it is a matter of the
rules. Source: the guide, section 3c (CHECK-RULE, the FLAG table).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from myolog.frozen import FrozenDict
from myolog.triage.conditions import AnyOf, AtLeastN, Condition, at_least, is_true

__all__ = [
    "CHECKLIST",
    "HARD_SIGN",
    "LONG_ALONE",
    "TABLE_ROWS",
    "TWO_WEEKS",
    "at_least_items",
    "at_least_rows",
]

TWO_WEEKS: Final = at_least("run_days", 15)
"""Twitching on most days for more than two weeks."""

LONG_ALONE: Final = at_least("run_days", 29)
"""So long that it counts whatever was tried."""

CHECKLIST: Final[Mapping[str, Condition]] = FrozenDict(
    {
        "C1": (TWO_WEEKS & at_least("measures_tried", "unknown")) | LONG_ALONE,
        "C2": at_least("wasting", "yes"),
        "C3": at_least("weakness", "functional"),
        "C4": at_least("site_scope", "spread"),
        "C5": at_least("speech_swallow", "mild_new") | at_least("coordination", "persistent"),
        "C6": is_true("family_nm"),
    }
)
"""Items of the checklist: how long, wasting, weakness, spread, speech, family."""

TABLE_ROWS: Final[Mapping[str, Condition]] = FrozenDict(
    {
        "spread": at_least("site_scope", "spread"),
        "wasting": at_least("wasting", "yes"),
        "weakness": at_least("weakness", "progressive"),
        "duration": TWO_WEEKS,
        "sensory": at_least("sensory", "persistent") | at_least("coordination", "persistent"),
    }
)
"""Rows of the warning-sign table."""

HARD_SIGN: Final[Condition] = AnyOf(
    parts=(
        at_least("wasting", "yes"),
        at_least("weakness", "functional"),
        at_least("speech_swallow", "mild_new"),
        at_least("coordination", "persistent"),
        at_least("sensory", "persistent"),
        is_true("tongue_twitch"),
    )
)
"""A sign that a normal test in the past never silences."""


def at_least_items(number: int) -> Condition:
    """Return: at least `number` items of the checklist are true."""
    return AtLeastN(number=number, parts=tuple(CHECKLIST.values()), noun="checklist items")


def at_least_rows(number: int) -> Condition:
    """Return: at least `number` rows of the table are true."""
    return AtLeastN(number=number, parts=tuple(TABLE_ROWS.values()), noun="table rows")
