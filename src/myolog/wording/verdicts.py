"""The programme's verdict in words: a title, one text, and what stands behind it.

Decides in which order the sentences come, and how a ratio is said: "about half as many; likely
between 0.3 and 0.7 times as many". The sentences are in the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from myolog.content.catalogue import Catalogue, load
from myolog.content.numbers import figure
from myolog.programme.verdict import LEAST_BASELINE_DAYS, LOOKS, Verdict

__all__ = ["VerdictWords", "change_name", "verdict_words"]

_NAMES: Final = (
    (0.08, "hardly"),
    (0.16, "tenth"),
    (0.29, "quarter"),
    (0.41, "third"),
    (0.58, "half"),
    (0.71, "two_thirds"),
    (0.86, "three_quarters"),
    (1.15, "same"),
)
"""Up to which ratio each name holds."""

_FINAL_DAY: Final = LOOKS[-1].day


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """What a person reads.

    Attributes
    ----------
    headline : likely better, cannot tell yet, or more than before
    title : the verdict
    text : what it means and what to do
    numbers : the ratio, its range and the days compared; empty where nothing was compared
    notes : what to bear in mind
    """

    headline: str
    title: str
    text: str
    numbers: tuple[str, ...]
    notes: tuple[str, ...]


def verdict_words(verdict: Verdict, words: Catalogue | None = None) -> VerdictWords:
    """Say a verdict.

    Parameters
    ----------
    verdict
        The verdict on the programme.
    words
        The catalogue; English when None.
    """
    words = words or load()
    table = f"verdict.{verdict.code}"
    return VerdictWords(
        headline=words.text(f"verdict.headline.{verdict.headline}"),
        title=words.text(f"{table}.title"),
        text=_text(verdict, words),
        numbers=_numbers(verdict, words),
        notes=_notes(verdict, words),
    )


def _text(verdict: Verdict, words: Catalogue) -> str:
    sentence = _meaning(verdict, words)
    if verdict.code in ("INSUFFICIENT", "UNCERTAIN") and verdict.look == _FINAL_DAY:
        return f"{sentence} {words.text('verdict.final')}"
    return sentence


def _meaning(verdict: Verdict, words: Catalogue) -> str:
    if verdict.code != "INSUFFICIENT":
        return words.text(f"verdict.{verdict.code}.text")
    if verdict.look is None:
        return words.text("verdict.INSUFFICIENT.early")
    return words.text(
        "verdict.INSUFFICIENT.text",
        least_before=LEAST_BASELINE_DAYS,
        least_after=next(look.least_days for look in LOOKS if look.day == verdict.look),
        n_before=verdict.n_before,
        n_after=verdict.n_after,
    )


def _numbers(verdict: Verdict, words: Catalogue) -> tuple[str, ...]:
    if verdict.rate_ratio is None or verdict.low is None or verdict.high is None:
        return ()
    kind = "bouts" if verdict.low_quality else "looks"
    return (
        words.text(
            "verdict.range",
            change=change_name(verdict.rate_ratio, words),
            low=_limit(verdict.low),
            high=_limit(verdict.high),
        ),
        words.text(f"verdict.counts_{kind}", n_before=verdict.n_before, n_after=verdict.n_after),
    )


def _notes(verdict: Verdict, words: Catalogue) -> tuple[str, ...]:
    if verdict.rate_ratio is None:
        return ()
    keys = {
        "low_quality": verdict.low_quality,
        "first_look": verdict.look != _FINAL_DAY,
        "cause": True,
    }
    return tuple(words.text(f"verdict.{key}") for key, holds in keys.items() if holds)


def change_name(ratio: float, words: Catalogue | None = None) -> str:
    """Say how many as before.

    Examples
    --------
    >>> change_name(0.47), change_name(1.02), change_name(2.3)
    ('about half as many', 'about as many', 'about 2.3 times as many')
    """
    words = words or load()
    for most, name in _NAMES:
        if ratio < most:
            return words.text(f"verdict.change.{name}")
    return words.text("verdict.change.more", times=_limit(ratio))


def _limit(ratio: float) -> str:
    """Say a ratio with one decimal; with two where one would say 0 or 1, with none from 10 on."""
    if ratio >= 10:
        return figure(ratio, ".0f")
    short = round(ratio, 1)
    return figure(max(round(ratio, 2), 0.01) if short in (0.0, 1.0) else short, "g")
