"""Which people the verdict is measured on, and the false rates that it may have."""

from itertools import product

from tests.calibration.programme.people import Person

MOST_WHEN_NOTHING_CHANGED = 0.015
MOST_ON_PLACEBO = 0.06
PLACEBO = 0.72
MOST = {1.0: MOST_WHEN_NOTHING_CHANGED, PLACEBO: MOST_ON_PLACEBO}
"""Largest share of false SIGNIFICANT by true ratio, on the guide's people and near them."""

BOUND_MEMORY = 0.4
"""The guide's simulation; with more memory no bound is claimed, the figures are printed."""

MEMORY = (BOUND_MEMORY, 0.6)

GUIDE_ROWS = (
    Person(ratio=1.0),
    Person(ratio=PLACEBO),
    Person(ratio=0.5),
    Person(ratio=0.3),
    Person(ratio=0.15, mean=20),
    Person(ratio=3.0, n_before=7),
    Person(ratio=3.0),
)
"""The rows of the table in section 6c."""

GUIDE_FIGURES = (
    (0.4, 3.5, 4.3), (2.9, 14.6, 0.7), (16.2, 32.5, 0.0), (54.3, 28.0, 0.0), (95.4, 3.7, 0.0),
    (0.0, 0.0, 53.0), (0.0, 0.0, 86.0),
)  # fmt: skip
"""SIGNIFICANT, SOME and ESCALATE there, in per cent."""


def people(*, ratio: float, memory: float, shapes: tuple[float | None, ...]) -> list[Person]:
    """Give everyone of the grid: 7 or 14 baseline days, 2, 8 or 20 events a day."""
    return [
        Person(ratio=ratio, memory=memory, n_before=n_before, mean=mean, shape=shape)
        for n_before, mean, shape in product((7, 14), (2, 8, 20), shapes)
    ]
