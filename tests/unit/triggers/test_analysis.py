"""One person's days in, findings out."""

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from myolog.triggers import analyse


def person(seed=1, days=120, effect=0.4):
    """Invent days on which the first of four exposures drives the count."""
    rng = np.random.default_rng(seed)
    exposures = {name: rng.normal(size=days) for name in ("coffee", "stress", "sleep", "screens")}
    counts = rng.poisson(np.exp(1.5 + effect * exposures["coffee"])).astype(float)
    return {"counts": counts, "exposures": exposures, "units": dict.fromkeys(exposures, 1.0)}


def test_what_drives_the_count_is_found_and_nothing_else():
    report = analyse(**person())
    assert [found.exposure for found in report.findings] == ["coffee", "stress", "sleep", "screens"]
    assert [found.exposure for found in report.flagged] == ["coffee"]
    coffee = report.finding("coffee")
    assert coffee.verdict == "likely_trigger"
    assert coffee.low90 < np.exp(0.4) < coffee.high90
    assert coffee.lag_weights[0] > 0.8
    assert sum(coffee.lag_weights) == pytest.approx(1)


def test_an_effect_downwards_is_protective():
    coffee = analyse(**person(effect=-0.4)).finding("coffee")
    assert coffee.verdict == "likely_protective"
    assert coffee.high90 < 1


def test_three_days_are_a_verdict_and_no_error():
    report = analyse(counts=[1, 2, 3], exposures={"coffee": [0, 1, 2]}, units={"coffee": 1})
    assert report.finding("coffee").verdict == "cannot_tell"
    assert report.finding("coffee").reason == "too_few_days"


def test_equal_input_gives_an_equal_report_and_another_digest_for_another_day():
    report = analyse(**person())
    assert analyse(**person()) == report
    changed = person()
    changed["counts"][7] += 1
    assert analyse(**changed).digest != report.digest
    assert analyse(**person(), seed=1) == report
    with_attention = analyse(**person(), attention=np.ones(120))
    assert with_attention.digest != report.digest
    assert with_attention.notes == ("attention_used",)


def test_a_missing_number_has_one_digest_however_it_is_written():
    counts = person()["counts"]
    counts[3] = np.nan
    other = counts.copy()
    other[3] = -np.nan
    digests = {analyse(**(person() | {"counts": each})).digest for each in (counts, other)}
    assert len(digests) == 1


def test_the_plain_form_holds_every_number_and_none_for_what_is_not_known():
    exposures = person()["exposures"] | {"steps": np.full(120, np.nan)}
    report = analyse(
        counts=person()["counts"], exposures=exposures, units=dict.fromkeys(exposures, 1.0)
    )
    plain = json.loads(json.dumps(report.as_dict()))
    assert plain["digest"] == report.digest
    assert plain["findings"][0]["rate_ratio"] == report.findings[0].rate_ratio
    assert plain["findings"][0]["contrast"]["days_more"] == 60
    assert plain["findings"][4]["reason"] == "not_logged"
    assert plain["findings"][4]["rate_ratio"] is None
    assert plain["level"]["persistence"] == report.level.persistence


def test_a_dated_report_is_plain_data_too():
    first = date(2026, 1, 5)
    report = replace(analyse(**person()), first_day=first)
    assert report.as_dict()["first_day"] == "2026-01-05"


def test_an_exposure_that_was_not_asked_about_is_no_finding():
    with pytest.raises(KeyError):
        analyse(**person()).finding("tea")


def test_the_caller_is_told_how_far_it_is_and_can_end_it_in_between():
    told = []
    analyse(**person(), progress=told.append)
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == 1.0

    class Stopped(Exception):
        pass

    def stop(share):
        if share >= 0.5:
            raise Stopped

    with pytest.raises(Stopped):
        analyse(**person(), progress=stop)


def test_enough_quiet_days_are_no_sign_and_too_few_say_how_many_are_needed():
    quiet = analyse(**person(days=300, effect=0.0)).finding("coffee")
    assert (quiet.verdict, quiet.reason) == ("no_sign", None)
    assert quiet.days_needed <= quiet.days_used
    early = analyse(**person(days=20, effect=0.0)).finding("coffee")
    assert (early.verdict, early.reason) == ("cannot_tell", "needs_more_days")
    assert early.days_needed > early.days_used


def test_the_counts_behind_a_finding_can_be_counted_again():
    given = person()
    contrast = analyse(**given).finding("coffee").contrast
    more = given["exposures"]["coffee"] > contrast.split
    assert contrast.lag == 0
    assert contrast.days_more == more.sum()
    assert contrast.days_less == (~more).sum()
    assert contrast.twitches_more == given["counts"][more].sum()
    assert contrast.twitches_less == given["counts"][~more].sum()


@pytest.mark.parametrize("mostly", [0.0, 1.0])
def test_a_yes_or_no_is_split_between_no_and_yes(mostly):
    rng = np.random.default_rng(2)
    answers = np.where(rng.random(90) < 0.25, 1 - mostly, mostly)
    report = analyse(counts=rng.poisson(4.0, 90), exposures={"cold": answers}, units={"cold": 1.0})
    assert report.finding("cold").contrast.split == 0.0


def test_an_effect_on_the_next_day_is_told_with_its_delay():
    given = person(days=200)
    late = np.roll(given["exposures"]["coffee"], -1)
    found = analyse(**(given | {"exposures": {"coffee": late}})).finding("coffee")
    assert found.flagged
    assert np.argmax(found.lag_weights) == 1
    assert found.contrast.lag == 1


def test_measured_attention_is_not_blamed_on_what_goes_with_it():
    rng = np.random.default_rng(5)
    looking = rng.gamma(2, 5, 180)
    worry = (looking - 10) / 7 + 0.7 * rng.normal(size=180)
    counts = rng.poisson(4 * np.exp(0.5 * (looking - 10) / 7)).astype(float)
    given = {"counts": counts, "exposures": {"worry": worry}, "units": {"worry": 1.0}}
    assert analyse(**given).finding("worry").flagged
    assert not analyse(**given, attention=looking).finding("worry").flagged


def test_attention_that_never_changes_or_is_hardly_known_takes_no_part():
    given = person()
    once = np.where(np.arange(120) == 5, 3.0, np.nan)
    without = analyse(**given).findings
    assert analyse(**given, attention=np.ones(120)).findings == without
    assert analyse(**given, attention=once).findings == without


@pytest.mark.parametrize("days", [3650, 40])
def test_many_days_exposures_and_twitches_are_no_trouble(days):
    rng = np.random.default_rng(6)
    exposures = {f"x{index}": rng.normal(size=days) for index in range(60 if days < 100 else 3)}
    counts = rng.poisson(3.0, days).astype(float)
    counts[9] = 1_000_000
    report = analyse(counts=counts, exposures=exposures, units=dict.fromkeys(exposures, 1.0))
    assert not report.flagged
    assert report.notes == ("unlikely_counts",)
    assert report.days_logged == days - 1
    assert all(found.low90 <= found.rate_ratio <= found.high90 for found in report.findings)


def test_an_exposure_far_larger_than_its_unit_has_the_effect_of_one_unit():
    given = person()
    coffee = given["exposures"]["coffee"]
    plain = analyse(**given).finding("coffee")
    in_drops = given | {"exposures": {"coffee": 100 * coffee}, "units": {"coffee": 1.0}}
    found = analyse(**in_drops).finding("coffee")
    assert found.flagged
    assert np.log(found.rate_ratio) == pytest.approx(np.log(plain.rate_ratio) / 100, rel=0.1)
    assert found.days_needed is None


def test_an_exposure_that_hardly_changes_needs_more_than_days():
    given = person()
    hardly = given["exposures"]["stress"] / 1000
    found = analyse(**(given | {"exposures": {"stress": hardly}})).finding("stress")
    assert (found.verdict, found.days_needed) == ("cannot_tell", None)


def test_days_of_bursts_are_noted():
    rng = np.random.default_rng(7)
    given = person()
    bursts = rng.poisson(5 * rng.gamma(0.4, 2.5, 120)).astype(float)
    assert analyse(**(given | {"counts": bursts})).notes == ("bursty",)
    assert analyse(**given).notes == ()


def test_days_of_zeros_among_days_of_a_million_still_give_numbers():
    """The fit once ran away here: zeros, a million, and an exposure with one huge day."""
    rng = np.random.default_rng(621)
    counts = np.where(rng.random(23) < 0.25, 1e6 * rng.random(23), 0.0)
    tea = np.where(np.arange(23) == 8, 7e5, 0.0) + (np.arange(23) % 6 == 0)
    report = analyse(counts=counts, exposures={"tea": tea}, units={"tea": 800.0})
    found = report.finding("tea")
    assert 0 < found.low90 < found.high90 < 100
