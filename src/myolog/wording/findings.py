"""A finding in words: what goes with the twitching, how sure that is, and how it was worked out.

Decides how numbers are rounded and which sentence fits which verdict. Nothing here names a cause,
and a medicine is never a thing to change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import isnan
from typing import Final

from myolog.content.catalogue import Catalogue, load
from myolog.content.dates import whole_date
from myolog.content.grammar import counted, form_for, joined
from myolog.content.languages import capital, mid_sentence
from myolog.content.measures import measured_key
from myolog.content.names import exposure_name, exposure_value
from myolog.content.numbers import figure
from myolog.journal.model import Journal
from myolog.triggers.report import Contrast, Finding, TriggerReport
from myolog.triggers.testable import MIN_DAYS
from myolog.triggers.windows import ENOUGH_DAYS, noted_days
from myolog.vocabulary.exposures import exposure
from myolog.vocabulary.own import is_own

__all__ = [
    "FindingWords",
    "Group",
    "early_line",
    "finding_words",
    "groups",
    "how_it_was_found",
    "limits",
    "name_of",
    "noted_so_far",
    "open_line",
    "open_lines",
    "quiet_lines",
    "short_change",
    "times",
    "too_early",
    "whole_line",
]

MEDICINES: Final = frozenset({"decongestant_doses"})
"""Tracked and told like anything else, but never a thing to change."""

A_YEAR: Final = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWords:
    """One finding that is told.

    Parameters
    ----------
    verdict
        In a word or two.
    title
        Such as "More caffeine, more twitches".
    sentence
        With the ratio and its range.
    strong
        The part of the sentence that is the number.
    caution
        What it does not show.
    how
        The arithmetic, line by line.
    again
        How to see every number.
    """

    verdict: str
    title: str
    sentence: str
    strong: str
    caution: tuple[str, ...]
    how: tuple[str, ...]
    again: str


_WHOLE_FROM: Final = 9.995
"""Times from which hundredths say nothing; both ends of a range are rounded alike below it."""


def times(number: float) -> str:
    """Say how many times as many, in hundredths below 10; "-" where nothing was estimated.

    Examples
    --------
    >>> times(1.317), times(0.984), times(2.34), times(31.4)
    ('1.32', '0.98', '2.34', '31')
    """
    if isnan(number):
        return "-"
    return figure(number, ".2f" if number < _WHOLE_FROM else ".0f")


def finding_words(finding: Finding, report: TriggerReport) -> FindingWords:
    """Say a finding that is told.

    Parameters
    ----------
    report
        What the finding belongs to.
    """
    words = load()
    code = finding.exposure
    strong = words.text("finding.ratio", number=times(finding.rate_ratio))
    direction = "more" if finding.rate_ratio >= 1 else "fewer"
    caution = ["finding.state" if finding.verdict == "goes_together" else "finding.goes_together"]
    if code in MEDICINES:
        caution.append("finding.medicine")
    return FindingWords(
        verdict=words.text(f"finding.verdict.{finding.verdict}"),
        title=words.text(f"finding.{direction}", what=_more_of(code)),
        sentence=words.text(
            "finding.sentence",
            change=_change(finding),
            ratio=strong,
            twitches=words.text(f"finding.twitches.{finding.compared_with}"),
            low=times(finding.low90),
            high=times(finding.high90),
        ),
        strong=strong,
        caution=tuple(words.text(key) for key in caution),
        how=tuple(how_it_was_found(finding, report)),
        again=words.text("finding.how.again", code=code),
    )


def _more_of(code: str) -> str:
    return _of_own(code, "more") if is_own(code) else load().text(f"exposure.{code}.more")


def _change(finding: Finding) -> str:
    code = finding.exposure
    if is_own(code):
        return _of_own(code, "change", finding.unit)
    return load().text(measured_key(f"exposure.{code}.change"))


def short_change(finding: Finding) -> str:
    """Say the exposure of a finding with the change that is meant, such as "Caffeine, +100 mg"."""
    code = finding.exposure
    if is_own(code):
        return capital(_of_own(code, "short", finding.unit))
    return load().template(measured_key(f"exposure.{code}.short"))


def _of_own(code: str, part: str, unit: float = 1.0) -> str:
    """Say something of a thing of the person's own, in their name for it."""
    kind = exposure(code).kind
    values = {"name": exposure_name(code), "amount": exposure_value(code, unit)}
    return load().fill(f"own.finding.{part}_{kind}", values)


def how_it_was_found(finding: Finding, report: TriggerReport) -> Iterator[str]:
    """Yield the arithmetic of a finding: days, delay, plain counts, what was held equal."""
    words = load()
    yield words.text("finding.how.days", days=finding.days_used)
    yield _delay(finding, words)
    if finding.contrast is not None:
        yield from _counts(finding.exposure, finding.contrast, words)
        yield words.text("finding.how.plain")
    used = "attention_used" in report.notes
    yield words.text("finding.how.attention" if used else "finding.how.no_attention")


def _delay(finding: Finding, words: Catalogue) -> str:
    lag = finding.lag_weights.index(max(finding.lag_weights))
    if lag > 1:
        return words.text("finding.how.later", days=lag)
    return words.text("finding.how.next_day" if lag else "finding.how.same_day")


def _counts(code: str, found: Contrast, words: Catalogue) -> Iterator[str]:
    sides = (
        ("more", found.days_more, found.twitches_more),
        ("less", found.days_less, found.twitches_less),
    )
    for side, days, twitches in sides:
        numbers = {
            "days": days,
            "twitches": figure(twitches),
            "mean": figure(twitches / days if days else 0, ".1f"),
        }
        if exposure(code).kind == "yes_no":
            key = "yes_days" if side == "more" else "no_days"
            yield words.text(f"finding.how.{key}", **numbers)
        else:
            split = exposure_value(code, found.split)
            yield words.text(f"finding.how.{side}_days", split=split, **numbers)


def too_early(report: TriggerReport) -> bool:
    """Tell whether nothing can be said yet because few days were looked back on."""
    return report.days_logged < ENOUGH_DAYS and not report.flagged


def early_line(n_days: int) -> str:
    """Say how many days were looked back on, and how many it takes."""
    key = "enough" if n_days >= ENOUGH_DAYS else {0: "none", 1: "one"}.get(n_days, "days")
    return load().fill(f"page.patterns.early_{key}", {"count": n_days, "needed": ENOUGH_DAYS})


def noted_so_far(past: Journal) -> tuple[str, ...]:
    """Say of each thing that is noted, the person's own too, how many more days it takes.

    Parameters
    ----------
    past
        Up to the day from which this is told.
    """
    return tuple(_so_far(code, days) for code, days in noted_days(past).items())


def _so_far(code: str, days: int) -> str:
    more = max(MIN_DAYS - days, 0)
    key = form_for("page.patterns.noted_more", more) if more else "page.patterns.noted_enough"
    said = counted("report.count.day", days)
    return load().fill(key, {"name": name_of(code), "days": said, "more": more})


def whole_line(report: TriggerReport) -> str:
    """Say which days a report rests on."""
    return load().text(
        "finding.lead",
        days=report.days_logged,
        first=_day(report.first_day),
        last=_day(report.last_day),
    )


def _day(day: date | None) -> str:
    if day is None:
        raise ValueError("the report knows no dates")
    return whole_date(day)


def open_lines(report: TriggerReport) -> tuple[str, ...]:
    """Say of each exposure that cannot be told yet why that is and what would help."""
    return tuple(open_line(one) for one in report.findings if one.verdict == "cannot_tell")


def quiet_lines(report: TriggerReport) -> tuple[str, ...]:
    """Say of each exposure without a sign how large an effect may still be."""
    return tuple(
        load().text(
            "finding.no_sign_line",
            name=name_of(one.exposure),
            days=one.days_used,
            low=times(one.low90),
            high=times(one.high90),
        )
        for one in report.findings
        if one.verdict == "no_sign"
    )


def open_line(finding: Finding) -> str:
    """Say why an exposure cannot be told yet, and what would help."""
    words = load()
    values: dict[str, object] = {
        "name": name_of(finding.exposure),
        "days": finding.days_used,
        "others": joined([exposure_name(other) for other in finding.inseparable_from]),
    }
    reason: str = finding.reason or "unclear"
    if reason == "needs_more_days":
        more = 0 if finding.days_needed is None else finding.days_needed - finding.days_used
        values["more"] = _round_days(more)
        reason = "unclear" if more <= 0 else "needs_years" if more > A_YEAR else reason
    return words.fill(f"finding.reason.{reason}", values)


def name_of(code: str) -> str:
    """Return the name of an exposure with a capital first letter."""
    return capital(exposure_name(code))


def _round_days(days: int) -> int:
    """Return a number of days as rough as it is known: tens beyond twenty."""
    return days if days <= 20 else round(days, -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Exposures without a finding of their own, told together.

    Attributes
    ----------
    sign : open or none, the mark beside it
    names : of the exposures, in a sentence's form
    lines : one for each exposure
    """

    sign: str
    verdict: str
    names: str
    text: str
    fold: str
    lines: tuple[str, ...]


def groups(report: TriggerReport) -> tuple[Group, ...]:
    """Return what is told together: what cannot be told yet, then what shows no sign."""
    words, found = load(), list[Group]()
    for verdict, sign, lines in (
        ("cannot_tell", "open", open_lines(report)),
        ("no_sign", "none", quiet_lines(report)),
    ):
        names = [name_of(one.exposure) for one in report.findings if one.verdict == verdict]
        if names:
            found.append(
                Group(
                    sign=sign,
                    verdict=words.text(f"finding.verdict.{verdict}"),
                    names=_named_together(names),
                    text=words.text(f"finding.{verdict}"),
                    fold=words.text(f"page.patterns.{verdict}"),
                    lines=lines,
                )
            )
    return tuple(found)


def _named_together(names: list[str]) -> str:
    """Return names as one would say them, the first with a capital letter."""
    first, *rest = names
    return joined([first, *map(mid_sentence, rest)])


def limits(report: TriggerReport) -> tuple[str, ...]:
    """Say how much was looked at, and what limits the whole report."""
    words = load()
    tested = counted("finding.tested", report.tested) if report.tested else ""
    lines = [tested or words.text("finding.not_tested")]
    if report.flagged:
        lines.append(words.text("finding.chance"))
    lines += [words.text(f"finding.{note}") for note in report.notes if note != "attention_used"]
    if report.asked:
        lines.append(words.text("finding.confounders"))
        lines.append(words.text("finding.next.note"))
        lines += [words.text(f"finding.ask.{code}") for code in report.asked]
    return tuple(lines)
