"""From an invented journal with known truth to findings, in the words' direction and caution."""

from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest

from myolog.journal.entries import DayExposure, DayTally, NoneToday
from myolog.journal.model import Journal
from myolog.journal.simulate import Simulated, simulate
from myolog.triggers.analysis import analyse
from myolog.triggers.discover import find_triggers
from myolog.triggers.report import TriggerReport
from myolog.triggers.windows import windows_of

START = date(2026, 1, 5)


@cache
def invented(trigger: str | None, *, days: int = 150, seed: int = 3) -> Simulated:
    return simulate(seed=seed, days=days, trigger=trigger, rate_ratio=1.9)


def found(journal: Journal) -> TriggerReport:
    return find_triggers(journal, today=date(2027, 1, 1))


def test_a_strong_trigger_is_found_and_the_rest_is_not_blamed() -> None:
    report = found(invented("caffeine").journal)
    assert [one.exposure for one in report.flagged] == ["caffeine"]
    caffeine = report.finding("caffeine")
    assert caffeine.verdict == "likely_trigger"
    assert caffeine.low90 < 1.9 < caffeine.high90
    assert caffeine.compared_with == "anywhere"


def test_a_state_that_twitching_may_change_only_goes_together_per_hour_less() -> None:
    sleep = found(invented("sleep_min").journal).finding("sleep_min")
    assert sleep.flagged
    assert sleep.verdict == "goes_together"
    assert sleep.unit == -60
    assert 1 < sleep.low90 < sleep.rate_ratio < sleep.high90


def test_the_report_says_what_was_tested_on_which_days() -> None:
    simulated = invented(None)
    report = found(simulated.journal)
    told = set().union(*simulated.journal.exposure_values.values())
    assert {one.exposure for one in report.findings} == told
    assert report.tested == len(told)
    assert report.columns > report.tested
    assert (report.first_day, report.last_day) == (
        min(simulated.journal.observed_days),
        max(simulated.journal.observed_days),
    )
    assert report.days_logged == len(simulated.journal.observed_days)


def test_an_empty_journal_is_a_report_without_findings() -> None:
    report = found(Journal())
    assert (report.findings, report.tested, report.days_logged) == ((), 0, 0)


def test_later_entries_change_nothing() -> None:
    simulated = invented("caffeine")
    today = simulated.truth.days[99]
    short = find_triggers(simulated.journal.until(today), today=today)
    assert find_triggers(simulated.journal, today=today) == short


def eyelid_journal() -> Journal:
    """Screens move the eyelid, and the calf twitches on its own."""
    rng = np.random.default_rng(5)
    entries = []
    for number in range(160):
        day = START + timedelta(days=number)
        hours = float(rng.integers(0, 9))
        entries += [
            DayExposure(day=day, code="screen_h", value=hours),
            DayExposure(day=day, code="caffeine", value=float(rng.integers(0, 5) * 90)),
            DayTally(day=day, site="calf", side="left", count=int(rng.poisson(12))),
            DayTally(
                day=day,
                site="eyelid",
                side="left",
                count=int(rng.poisson(0.5 * 1.6 ** (hours / 2))),
            ),
        ]
    return Journal(tuple(entries), "UTC")


def test_screens_are_judged_by_the_eyelid_while_the_rest_is_judged_by_all_places() -> None:
    journal = eyelid_journal()
    report = found(journal)
    screens = report.finding("screen_h")
    assert screens.compared_with == "bulbar_eyelid"
    assert screens.verdict == "goes_together"
    assert screens.low90 < 1.6 < screens.high90
    windows = windows_of(journal, today=date(2027, 1, 1))
    assert windows is not None
    whole = analyse(
        counts=windows.counts["anywhere"],
        exposures=windows.exposures,
        units={"screen_h": 2.0, "caffeine": 100.0},
    )
    assert report.finding("caffeine") == whole.finding("caffeine")
    assert report.tested == whole.tested
    assert report.columns == 2 * whole.columns
    assert report.digest != whole.digest


def test_progress_runs_from_part_to_part_and_may_end_the_search() -> None:
    shares: list[float] = []
    find_triggers(eyelid_journal(), today=date(2027, 1, 1), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1

    class Stop(Exception):
        pass

    def stop(_: float) -> None:
        raise Stop

    with pytest.raises(Stop):
        find_triggers(eyelid_journal(), today=date(2027, 1, 1), progress=stop)


@pytest.mark.parametrize("days", [1, 3, 13])
def test_too_few_days_are_a_verdict(days: int) -> None:
    journal = invented("caffeine").journal.until(START + timedelta(days=days - 1))
    report = found(journal)
    assert {one.verdict for one in report.findings} <= {"cannot_tell"}
    assert {one.reason for one in report.findings} <= {"too_few_days"}


def test_a_person_who_never_twitches_gets_a_verdict() -> None:
    entries = []
    for number in range(60):
        day = START + timedelta(days=number)
        entries += [NoneToday(day=day), DayExposure(day=day, code="stress", value=number % 7)]
    (stress,) = found(Journal(tuple(entries), "UTC")).findings
    assert (stress.verdict, stress.reason) == ("cannot_tell", "no_twitches")


def test_two_habits_that_always_move_together_are_named_as_inseparable() -> None:
    entries = []
    for number in range(60):
        day = START + timedelta(days=number)
        cups = (number * 7) % 5
        entries += [
            DayTally(day=day, site="calf", count=cups + 1),
            DayExposure(day=day, code="caffeine", value=90.0 * cups),
            DayExposure(day=day, code="caffeine_late", value=45.0 * cups),
            DayExposure(day=day, code="stress", value=3.0),
        ]
    report = found(Journal(tuple(entries), "UTC"))
    caffeine = report.finding("caffeine")
    assert (caffeine.reason, caffeine.inseparable_from) == ("inseparable", ("caffeine_late",))
    assert report.finding("stress").reason == "constant"
    assert report.flagged == ()


def test_a_decongestant_is_tracked_and_told_like_anything_else() -> None:
    rng = np.random.default_rng(1)
    entries = []
    for number in range(120):
        day = START + timedelta(days=number)
        doses = float(rng.integers(0, 3))
        entries += [
            DayExposure(day=day, code="decongestant_doses", value=doses),
            DayTally(day=day, site="calf", count=int(rng.poisson(4 * 1.7**doses))),
        ]
    told = found(Journal(tuple(entries), "UTC")).finding("decongestant_doses")
    assert told.verdict == "likely_trigger"
