"""The five steps: what each asks of a day, and in which parts.

One `Step(...)` each. Its words are ``[step.<code>]`` in the catalogue, those of its parts
``[part.<code>]``. Source: the guide, section 6b (STEP-1 to STEP-5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from myolog.errors import InvalidEntry
from myolog.frozen import FrozenDict
from myolog.programme.foods import CALCIUM, MAGNESIUM, POTASSIUM, Portion

__all__ = ["PARTS", "STEPS", "Part", "Step", "find_step"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing a step asks for.

    Parameters
    ----------
    code
        Stable key.
    exposure
        Exposure that shows it was done, or None.
    least, most
        Value of that exposure from which on, and up to which, it counts as done; `most` of the
        caffeine is the day's ceiling and not fixed.
    portions
        Foods that count, the richest first.
    """

    code: str
    exposure: str | None = None
    least: float | None = None
    most: float | None = None
    portions: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the five steps.

    Parameters
    ----------
    code
        STEP-1 to STEP-5.
    name
        The word for it on the command line and in addresses.
    article
        The article that tells more.
    parts
        What it asks for; the first one gives the day's target.
    goal
        The person's own number: lowest, usual and highest, in `unit`; None where there is none.
    unit
        mg, mL or "" .
    """

    code: str
    name: str
    article: str
    parts: tuple[Part, ...]
    goal: tuple[int, int, int] | None = None
    unit: str = ""


_STEPS: Final = (
    Step(
        code="STEP-1",
        name="caffeine",
        article="step-caffeine",
        parts=(Part(code="caffeine", exposure="caffeine"),),
        unit="mg",
    ),
    Step(
        code="STEP-2",
        name="drinking",
        article="step-drinking",
        parts=(
            Part(code="drinks", exposure="water_ml"),
            Part(code="potassium", exposure="potassium_food", least=2, portions=POTASSIUM),
            Part(code="magnesium", exposure="magnesium_food", least=1, portions=MAGNESIUM),
            Part(code="calcium", exposure="calcium_food", least=2, portions=CALCIUM),
        ),
        goal=(1000, 2000, 3500),
        unit="mL",
    ),
    Step(
        code="STEP-3",
        name="sleep",
        article="step-sleep",
        parts=(Part(code="sleep", exposure="sleep_min", least=420, most=540),),
    ),
    Step(
        code="STEP-4",
        name="quiet",
        article="step-quiet",
        parts=(Part(code="quiet", exposure="mindful_min", least=10),),
    ),
    Step(code="STEP-5", name="note", article="step-journal", parts=(Part(code="note"),)),
)

STEPS: Final[Mapping[str, Step]] = FrozenDict({step.code: step for step in _STEPS})
"""The five steps by code, in the order of the guide."""

PARTS: Final = tuple(part.code for step in _STEPS for part in step.parts)
"""Codes of all parts, in the order of the steps."""


def find_step(text: str) -> Step:
    """Return the step with this code or name.

    Raises
    ------
    InvalidEntry
        No step is called so.

    Examples
    --------
    >>> find_step("quiet").code
    'STEP-4'
    """
    for step in _STEPS:
        if text.strip().lower() in (step.code.lower(), step.name):
            return step
    names = ", ".join(step.name for step in _STEPS)
    raise InvalidEntry(
        '"{text}" is not one of the steps. Use one of: {names}.',
        text=text[:60],
        names=names,
        code="unknown_step",
        key="not_one_of_the_steps",
    )
