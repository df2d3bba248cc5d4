"""What a person can say in place of a number, and the number each word stands for.

Decides the quick answers to "how much did you sleep", "how long did it last" and their like: each
stands for the middle of what people mean by it, chosen here. The word is stored beside the number,
so that it is shown again as it was said and never looks measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from myolog.frozen import FrozenDict

__all__ = ["DURATIONS", "PARTS_OF_DAY", "SAID", "TIMES_SAID", "stands_for"]

SAID: Final[Mapping[str, Mapping[str, int]]] = FrozenDict(
    {
        "sleep_min": FrozenDict({"under_6": 330, "6_to_7": 390, "7_to_8": 450, "over_8": 510}),
        "stress": FrozenDict({"calm": 1, "some": 4, "a_lot": 8}),
        "exercise_min": FrozenDict({"none": 0, "under_30": 20, "30_to_60": 45, "over_60": 90}),
        "screen_h": FrozenDict({"under_2": 1, "2_to_4": 3, "4_to_8": 6, "over_8": 10}),
    }
)
"""By exposure code: what each word stands for, in the exposure's unit."""

DURATIONS: Final[Mapping[str, int]] = FrozenDict(
    {"seconds": 10, "minute": 60, "minutes": 300, "hours": 7_200}
)
"""What each word for the length of a twitch stands for, in seconds."""

PARTS_OF_DAY: Final[Mapping[str, tuple[int, int]]] = FrozenDict(
    {"morning": (4, 9), "midday": (11, 12), "afternoon": (12, 15), "evening": (17, 20),
     "night": (20, 22)}
)  # fmt: skip
"""The hour from which each part of a day may have come, and the hour that keeps its place."""

TIMES_SAID: Final = ("day", *PARTS_OF_DAY)
"""What is said of a time where no clock was told: the day alone, or a part of it."""


def stands_for(code: str, word: str) -> int | None:
    """Return the number that a word said of an exposure stands for; None if it is no such word.

    Examples
    --------
    >>> stands_for("sleep_min", "under_6"), stands_for("caffeine", "a_lot")
    (330, None)
    """
    return SAID.get(code, {}).get(word)
