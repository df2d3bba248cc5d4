"""From journals to findings: how often nothing is taken for something, and what ranges hold.

The people are those of `myolog.journal.simulate`: late coffee, wine and stress cost sleep, weekdays
differ, the rate wanders, days go unlogged in runs. Bounds are the 99 % limits of a binomial at the
stated rate.
"""

import os
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest
from scipy.stats import binom

from myolog.journal.entries import DayExposure, DayTally
from myolog.journal.model import Journal
from myolog.journal.simulate import Simulated, simulate
from myolog.triggers.discover import find_triggers

FULL = os.environ.get("MYOLOG_CALIBRATION") == "full"
PEOPLE = 400 if FULL else 40
DAYS = 90
NULL_ALARMS = 0.10
COVERAGE = 0.87
RATIO = 1.6


@dataclass(frozen=True)
class Person:
    """An invented person, with what a search found."""

    simulated: Simulated
    verdicts: dict[str, str]
    flagged: frozenset[str]
    covers: bool | None


@cache
def people(trigger: str | None) -> tuple[Person, ...]:
    return tuple(searched(trigger, seed) for seed in range(1000, 1000 + PEOPLE))


def searched(trigger: str | None, seed: int) -> Person:
    simulated = simulate(seed=seed, days=DAYS, trigger=trigger, rate_ratio=RATIO)
    report = find_triggers(simulated.journal, today=simulated.truth.days[-1])
    covers = None
    if trigger is not None:
        found = report.finding(trigger)
        covers = found.low90 <= RATIO <= found.high90
    return Person(
        simulated=simulated,
        verdicts={one.exposure: one.verdict for one in report.findings},
        flagged=frozenset(one.exposure for one in report.flagged),
        covers=covers,
    )


def test_journals_without_a_trigger_raise_few_alarms() -> None:
    alarms = sum(bool(person.flagged) for person in people(None))
    assert alarms <= binom.ppf(0.99, PEOPLE, NULL_ALARMS)


@pytest.mark.parametrize("trigger", ["caffeine", "stress"])
def test_the_range_of_a_true_trigger_holds_the_truth(trigger: str) -> None:
    held = sum(bool(person.covers) for person in people(trigger))
    assert held >= binom.ppf(0.01, PEOPLE, COVERAGE)


def test_a_clear_trigger_is_found_in_most_people_and_others_are_seldom_blamed() -> None:
    found = people("caffeine")
    assert sum("caffeine" in person.flagged for person in found) >= PEOPLE / 2
    blamed = sum(bool(person.flagged - {"caffeine"}) for person in found)
    assert blamed <= binom.ppf(0.99, PEOPLE, NULL_ALARMS)


def hidden_cause(seed: int) -> Journal:
    """Something that nobody notes moves stress, sleep and the twitching alike."""
    rng = np.random.default_rng(seed)
    simulated = simulate(seed=seed, days=180, trigger=None)
    hidden = np.repeat(rng.normal(0, 1, 60), 3)
    entries = []
    for day, push in zip(simulated.truth.days, hidden, strict=True):
        stress = np.clip(round(4 + 2 * push + rng.normal(0, 1)), 0, 10)
        sleep = np.clip(round(420 - 40 * push + rng.normal(0, 30)), 120, 900)
        entries += [
            DayTally(day=day, site="calf", side="left", count=int(rng.poisson(4 * 1.6**push))),
            DayExposure(day=day, code="stress", value=float(stress)),
            DayExposure(day=day, code="sleep_min", value=float(sleep)),
            DayExposure(day=day, code="caffeine", value=float(90 * rng.integers(0, 4))),
        ]
    return Journal(tuple(entries), "UTC")


def test_a_hidden_cause_is_never_told_as_stress_or_sleep_setting_it_off() -> None:
    told = []
    for seed in range(12):
        journal = hidden_cause(seed)
        report = find_triggers(journal, today=journal.entries[-1].day)
        told += [report.finding("stress").verdict, report.finding("sleep_min").verdict]
    assert "goes_together" in told
    assert not {"likely_trigger", "likely_protective"} & set(told)
