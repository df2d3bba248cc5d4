"""What is told of caffeine, alcohol and their like on the page for the doctor, in numbers."""

from dataclasses import dataclass

__all__ = ["Substance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """A daily exposure in numbers, each with the word it stands for where one was said.

    Attributes
    ----------
    median : over the days it was noted; None without any
    n_days : those days
    early_median : over the first 14 days from the first note on; None unless noted for 28 days
    recent_median : over the last 14 days up to the page's date
    """

    code: str
    median: tuple[float, str] | None
    n_days: int
    early_median: tuple[float, str] | None
    recent_median: tuple[float, str] | None
