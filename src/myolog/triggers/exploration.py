"""Where the level's parameters are: a climb over a lattice of wander, persistence and scatter.

Decides which (sigma, phi, k) are looked at and how they are weighed. From the middle, or from
where an earlier climb ended, each step goes to the best neighbour until none is better; the
points seen on the way are those worth averaging over.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

from myolog.statistics.latent import Wander, fit_level

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from myolog.statistics.latent import LevelFit, Series

    FloatArray = NDArray[np.float64]

__all__ = ["MIDDLE", "Found", "explore"]

_SIGMAS: Final = (0.08, 0.14, 0.22, 0.35, 0.55, 0.85, 1.3)
_PHIS: Final = (0.15, 0.4, 0.65, 0.85, 0.95)
_SHAPES: Final = (0.8, 1.6, 3.2, 6.5, 13.0, 30.0)
_AXES: Final = (_SIGMAS, _PHIS, _SHAPES)
_FIRST_STEPS: Final = 8
_STEPS: Final = 3

Place = tuple[int, int, int]
Found = tuple[Place, "LevelFit"]

MIDDLE: Final[Place] = (3, 2, 3)


def explore(series: Series, *, offset: FloatArray, begin: Place) -> list[Found]:
    """Climb to the best place and return every fit on the way, the best first."""
    seen: dict[Place, LevelFit] = {}
    here, start = begin, None
    while True:
        for place in (here, *_neighbours(here)):
            if place not in seen:
                seen[place] = start = fit_level(
                    series,
                    _wander(place),
                    offset=offset,
                    start=seen.get(here, start),
                    steps=_FIRST_STEPS if start is None else _STEPS,
                )
        best = max(seen, key=lambda place: weight_of(seen[place]))
        if best == here:
            return sorted(seen.items(), key=lambda found: -weight_of(found[1]))
        here = best


def weight_of(fit: LevelFit) -> float:
    """Return the log of a fit's posterior weight: evidence and a weak prior."""
    sigma, k = fit.wander.sigma, fit.wander.k
    return fit.evidence - (log(sigma / 0.35) / 0.7) ** 2 / 2 - (log(k / 8) / 1.2) ** 2 / 2


def _wander(place: Place) -> Wander:
    sigma, phi, k = (axis[index] for axis, index in zip(_AXES, place, strict=True))
    return Wander(sigma=sigma, phi=phi, k=k)


def _neighbours(place: Place) -> list[Place]:
    found: list[Place] = []
    for axis, values in enumerate(_AXES):
        for index in (place[axis] - 1, place[axis] + 1):
            if 0 <= index < len(values):
                moved = list(place)
                moved[axis] = index
                found.append((moved[0], moved[1], moved[2]))
    return found
