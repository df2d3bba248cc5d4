"""Findings and patterns as plain data, the same for the command line and the API.

Decides the names of programs: those of the results themselves, with the patterns beside them, and
for one exposure every day that went into it, so that each number can be worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from math import isnan
from typing import TYPE_CHECKING, Any

from myolog.journal.model import Journal
from myolog.patterns.change import LEVEL, Change, Part
from myolog.patterns.report import PatternReport
from myolog.triggers.report import TriggerReport
from myolog.triggers.windows import windows_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["explained", "plain_change", "plain_findings"]


def plain_findings(report: TriggerReport, patterns: PatternReport) -> dict[str, Any]:
    """Return a report of triggers with the patterns beside it."""
    return {**report.as_dict(), "patterns": patterns.as_dict()}


def plain_change(change: Change, parts: Iterable[Part]) -> dict[str, Any]:
    """Return how two periods compare, and spans beside one another.

    Numbers that too few noted days leave open are None.
    """
    return {
        "change": {
            "verdict": change.verdict,
            "earlier": _plain_part(change.earlier),
            "later": _plain_part(change.later),
            "rate_ratio": change.ratio,
            "low": change.low,
            "high": change.high,
            "level": LEVEL,
        },
        "parts": [_plain_part(part) for part in parts],
    }


def _plain_part(part: Part) -> dict[str, Any]:
    rate = part.rate
    return {
        "first_day": part.span.first.isoformat(),
        "last_day": part.span.last.isoformat(),
        "days": part.span.n_days,
        "days_noted": part.n_noted,
        "twitches": part.n_events,
        "rate": rate and rate.rate,
        "low90": rate and rate.low,
        "high90": rate and rate.high,
    }


def explained(journal: Journal, report: TriggerReport, code: str, *, today: date) -> dict[str, Any]:
    """Return one finding and the days it rests on.

    Parameters
    ----------
    report
        Of this journal up to the end of `today`.

    Returns
    -------
    explanation : the finding, the digest, and for each day its twitches, value and minutes looked
        None is a day that was not looked back on, or a value that was not told.

    Raises
    ------
    KeyError
        The exposure is not part of the report.
    """
    finding = report.finding(code)
    windows = windows_of(journal, today=today)
    if windows is None:
        raise KeyError(code)
    counts = windows.counts[finding.compared_with]
    looked = windows.attention
    return {
        "finding": next(one for one in _plain(report) if one["exposure"] == code),
        "digest": report.digest,
        "method_version": report.method_version,
        "level": report.as_dict()["level"],
        "days": [
            {
                "day": str(windows.first_day + timedelta(days=index)),
                "twitches": _number(counts, index),
                "value": _number(windows.exposures[code], index),
                "minutes_looked": None if looked is None else _number(looked, index),
            }
            for index in range(len(counts))
        ],
    }


def _plain(report: TriggerReport) -> list[dict[str, Any]]:
    findings: Any = report.as_dict()["findings"]
    return list(findings)


def _number(values: NDArray[np.float64], index: int) -> float | None:
    value = float(values[index])
    return None if isnan(value) else value
