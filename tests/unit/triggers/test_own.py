"""Things of one's own in the search: their change, their caution, and their words."""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest

from myolog.charts.trigger_forest import rows_of
from myolog.content.own import naming
from myolog.journal.daily import daily_exposures
from myolog.journal.entries import DayExposure
from myolog.journal.model import Journal
from myolog.journal.own import OwnThing, own_things
from myolog.journal.simulate import simulate
from myolog.triggers.discover import find_triggers
from myolog.triggers.own import change_worth_telling
from myolog.triggers.report import TriggerReport
from myolog.wording.findings import finding_words, short_change
from tests import factories as make

TEA = "own:amount:tea:1"
START = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("code", "values", "change"),
    [
        (TEA, [0, 10, 20, 30, 40], 20),
        (TEA, [0, 0, 0, 0, 0, 0, 8], 4),
        (TEA, [3, 3, 3], 1),
        (TEA, [0, 12.34, 24.68, 37.02, 49.36], 25),
        ("own:rating:pain", [0, 9], 2),
        ("own:yes_no:pizza", [0, 1], 1),
    ],
)
def test_the_change_worth_telling(code: str, values: list[float], change: float) -> None:
    assert change_worth_telling(code, np.array([*values, np.nan])) == change


@cache
def told(role: str | None) -> tuple[Journal, TriggerReport]:
    """Return a journal whose caffeine is told as a thing of one's own, and what is found."""
    invented = simulate(seed=3, days=150, trigger="caffeine", rate_ratio=1.9).journal
    entries = [
        replace(one, code=TEA) if isinstance(one, DayExposure) and one.code == "caffeine" else one
        for one in invented.entries
    ]
    if role is not None:
        entries.append(make.own_thing(day=START, code=TEA, name="Grandma's tea", role=role))
    journal = Journal(tuple(entries), invented.zone)
    return journal, find_triggers(journal, today=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("role", "verdict"),
    [("do", "likely_trigger"), ("feel", "goes_together"), (None, "goes_together")],
)
def test_what_is_felt_or_unknown_only_goes_together(role: str | None, verdict: str) -> None:
    _, report = told(role)
    assert [one.exposure for one in report.flagged] == [TEA]
    assert report.finding(TEA).verdict == verdict
    assert report.findings[-1].exposure == TEA


def test_an_archived_thing_is_still_searched() -> None:
    journal, _ = told("do")
    gone = make.own_thing(day=date(2026, 2, 1), code=TEA, name="Tea", role="do", archived=True)
    kept = journal.with_entries([gone])
    assert TEA in daily_exposures(kept, START, date(2026, 3, 1))


def test_a_finding_is_told_in_the_persons_words() -> None:
    journal, report = told("do")
    finding = report.finding(TEA)
    amount = f"{finding.unit:g}"
    with naming(lambda: own_things(journal)):
        words = finding_words(finding, report)
        assert words.title == "More “Grandma's tea”, more twitches"
        assert f"{amount} more “Grandma's tea”" in words.sentence
        assert short_change(finding) == f"Grandma's tea, +{amount}"
        assert rows_of([finding])[0].label == f"Grandma's tea, +{amount}"


def test_things_are_told_by_name_alone_where_nothing_defines_them() -> None:
    assert isinstance(make.own_thing(), OwnThing)
    _, report = told(None)
    assert short_change(report.finding(TEA)).startswith("Tea, +")
