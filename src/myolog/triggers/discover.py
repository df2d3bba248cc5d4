"""From a journal to findings: what was tested, on which days, and what may be said.

Decides that an exposure with a place of its own (screens and the eyelid, hard work and the muscle
that twitches) is compared with those twitches only, while everything else stands beside it in the
model; that an effect is told for the change worth talking about, one hour *less* sleep; and that a
state which worry, illness or twitching may itself move is at most "goes together", and so is a
thing of the person's own unless they said that they do or take it. Source: the guide, section 5.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Final

from myolog.journal.checks import the_day
from myolog.journal.model import Journal, the_journal
from myolog.journal.own import own_things
from myolog.triggers.analysis import analyse, search
from myolog.triggers.inputs import arrange
from myolog.triggers.own import change_worth_telling
from myolog.triggers.report import Finding, TriggerReport, Verdict
from myolog.triggers.windows import ANYWHERE, Windows, windows_of
from myolog.vocabulary.exposures import exposure
from myolog.vocabulary.own import is_own

__all__ = ["find_triggers"]

_TURNED: Final[dict[Verdict, Verdict]] = {
    "likely_trigger": "likely_protective",
    "likely_protective": "likely_trigger",
}
_TOLD: Final = frozenset(_TURNED)


def find_triggers(
    journal: Journal,
    *,
    today: date,
    progress: Callable[[float], None] | None = None,
) -> TriggerReport:
    """Search a journal for what goes with the twitching.

    Assumes that the person looked back on the days they noted. Not for a question about one change
    on purpose: that needs days drawn by chance.

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.
    today
        The last day that may be used.
    progress
        Called with the share that is done, 0 to 1; what it raises ends the search.

    Returns
    -------
    report : one finding for each exposure with a value, in the vocabulary's order, own things last
        A rate ratio is for the exposure's meaningful change, so for one hour less of sleep.

    Examples
    --------
    >>> find_triggers(Journal(), today=date(2026, 3, 9)).findings
    ()
    """
    windows = windows_of(the_journal(journal), today=the_day(today))
    if windows is None:
        return analyse(counts=[], exposures={}, units={})
    reports = {
        where: _analyse(windows, where, progress=_part(progress, number, windows))
        for number, where in enumerate(windows.counts)
    }
    done = frozenset(code for code, one in own_things(journal).items() if one.role == "do")
    return _joined(reports, windows, done)


def _part(
    progress: Callable[[float], None] | None, number: int, windows: Windows
) -> Callable[[float], None] | None:
    """Return what to call with the share of one search among several."""
    if progress is None:
        return None
    return lambda done: progress((number + done) / len(windows.counts))


def _analyse(
    windows: Windows, where: str, *, progress: Callable[[float], None] | None
) -> TriggerReport:
    given = arrange(
        counts=windows.counts[where],
        exposures=windows.exposures,
        units=[
            change_worth_telling(code, values) if is_own(code) else abs(exposure(code).change)
            for code, values in windows.exposures.items()
        ],
        attention=windows.attention,
        first_day=windows.first_day,
    )
    return search(given, progress=progress)


def _joined(
    reports: dict[str, TriggerReport], windows: Windows, done: Collection[str]
) -> TriggerReport:
    """Return the report over all twitches, with each finding from where it belongs.

    Parameters
    ----------
    done
        Codes of the person's own things that they do or take.
    """
    whole = reports[ANYWHERE]
    return replace(
        whole,
        findings=tuple(
            _told(reports[where].finding(code), where, is_done=code in done)
            for code, where in windows.compared_with.items()
        ),
        columns=sum(report.columns for report in reports.values()),
        asked=windows.asked,
        digest=sha256("".join(report.digest for report in reports.values()).encode()).hexdigest()
        if len(reports) > 1
        else whole.digest,
    )


def _told(finding: Finding, where: str, *, is_done: bool) -> Finding:
    """Return a finding in the direction and with the caution of what it is of."""
    what = exposure(finding.exposure)
    found = replace(finding, compared_with=where)
    if what.change < 0:
        found = replace(
            found,
            unit=-found.unit,
            rate_ratio=1 / found.rate_ratio,
            low90=1 / found.high90,
            high90=1 / found.low90,
            verdict=_TURNED.get(found.verdict, found.verdict),
        )
    if what.state_like and not is_done and found.verdict in _TOLD:
        found = replace(found, verdict="goes_together")
    return found
