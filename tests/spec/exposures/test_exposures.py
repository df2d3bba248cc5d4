"""Exposures: unit, ranges, meaningful change, lag, sign and grade are the guide's.

The first table is section 5, copied by hand and turned into our units: litres
into mL, hours of sleep into minutes. Every other code has numbers of ours, so it
carries grade N and source "own"; the second table has the units of those that
journals hold since release 0.1, which never change.
"""

import math
import re

import pytest

from myolog.content.names import exposure_value
from myolog.errors import InvalidEntry, UnknownExposure
from myolog.vocabulary.exposures import (
    EXPOSURES,
    exposure,
    find_exposure,
    outside_soft,
    validate,
)

# code, unit, hard range, soft range, change, lags, sign of more of it, grade
GUIDE = [
    ("caffeine", "mg", (0, 2000), (0, 600), 100, (0, 1), "+", "R"),
    ("caffeine_late", "mg", (0, 1000), (0, 1000), 80, (0, 1), "+", "M"),
    ("nicotine", "units", (0, 60), (0, 60), 5, (0, 0), "+", "R"),
    ("alcohol_g", "g", (0, 300), (0, 60), 20, (0, 2), "+", "R"),
    ("water_ml", "mL", (0, 8000), (500, 5000), 500, (0, 1), "-", "N"),
    ("heat_h", "h", (0, 16), (0, 16), 2, (0, 1), "+", "M"),
    ("sweat_loss", "%", (0, 5), (0, 5), 1, (0, 1), "+", "M"),
    ("vomiting_diarrhoea", "times", (0, 30), (0, 30), 1, (0, 2), "+", "M"),
    ("potassium_food", "portions", (0, 15), (0, 15), 2, (1, 7), "-", "N"),
    ("magnesium_food", "portions", (0, 15), (0, 15), 2, (1, 7), "-", "N"),
    ("calcium_food", "portions", (0, 15), (0, 15), 2, (1, 7), "-", "N"),
    ("magnesium_supplement_mg", "mg", (0, 1000), (0, 350), 200, (3, 14), "-", "N"),
    ("sleep_min", "min", (0, 1200), (180, 720), -60, (0, 1), "-", "R"),
    ("sleep_quality", "", (0, 10), (0, 10), -2, (0, 1), "-", "R"),
    ("bedtime_shift_min", "min", (0, 720), (0, 720), 60, (0, 1), "+", "N"),
    ("stress", "", (0, 10), (0, 10), 2, (0, 1), "+", "R"),
    ("anxiety", "", (0, 21), (0, 21), 4, (0, 7), "+", "R"),
    ("mindful_min", "min", (0, 240), (0, 240), 10, (0, 14), "-", "N"),
    ("exercise_load", "min x effort", (0, 3000), (0, 3000), 200, (0, 2), "+", "R"),
    ("muscle_load", "", (0, 1), (0, 1), 1, (0, 2), "+", "R"),
    ("screen_h", "h", (0, 24), (0, 24), 2, (0, 0), "+", "R"),
    ("cold", "", (0, 1), (0, 1), 1, (0, 0), "?", "N"),
    ("infection", "", (0, 1), (0, 1), 1, (0, 28), "+", "R"),
    ("cycle_day", "day", (1, 60), (1, 60), 7, (0, 0), "?", "N"),
    ("checking_min", "min", (0, 600), (0, 600), 15, (0, 0), "+", "R"),
]
STORED = [
    ("magnesium_mg", "mg"),
    ("potassium_mg", "mg"),
    ("calcium_mg", "mg"),
    ("sodium_mg", "mg"),
    ("screens_last_hour", ""),
    ("fatigue", ""),
    ("exercise_min", "min"),
    ("workout_min", "min"),
    ("steps", "steps"),
    ("heart_rate_mean", "1/min"),
    ("resting_heart_rate", "1/min"),
    ("hrv_sdnn_ms", "ms"),
    ("hrv_rmssd_ms", "ms"),
    ("eye_strain", ""),
    ("electrolyte_drink", "portions"),
    ("decongestant_doses", "doses"),
]


@pytest.mark.parametrize(("code", "unit", "hard", "soft", "change", "lags", "sign", "grade"), GUIDE)
def test_an_exposure_of_section_5_has_the_numbers_of_section_5(
    code, unit, hard, soft, change, lags, sign, grade
):
    what = exposure(code)
    assert what.unit == unit
    assert (what.low, what.high) == hard
    assert (what.soft_low, what.soft_high) == soft
    assert what.change == change
    assert what.lags == lags
    assert what.direction == sign
    assert what.grade == grade
    assert what.source != "own"


@pytest.mark.parametrize(("code", "unit"), STORED)
def test_an_exposure_that_journals_hold_keeps_its_unit(code, unit):
    assert exposure(code).unit == unit


@pytest.mark.parametrize("code", sorted(set(EXPOSURES) - {row[0] for row in GUIDE}))
def test_an_exposure_beyond_section_5_claims_no_evidence(code):
    assert (exposure(code).grade, exposure(code).source) == ("N", "own")


def test_screen_time_is_compared_with_the_eyelid_and_muscle_load_with_its_own_group():
    assert exposure("screen_h").where == "eyelid"
    assert exposure("muscle_load").where == "same_group"
    assert exposure("caffeine").where == "anywhere"


def test_states_are_marked_because_worry_illness_or_twitching_may_change_them():
    states = {code for code, what in EXPOSURES.items() if what.state_like}
    felt = {"stress", "anxiety", "fatigue", "sleep_quality", "eye_strain"}
    assert states == felt | {"sleep_min", "bedtime_shift_min", "screen_h", "screens_last_hour"}


def test_the_short_check_in_asks_four_things():
    asked = [code for code, what in EXPOSURES.items() if what.tracked_by_default]
    assert asked == ["caffeine", "water_ml", "sleep_min", "stress"]


@pytest.mark.parametrize("code", EXPOSURES)
def test_ranges_changes_and_lags_are_coherent(code):
    what = exposure(code)
    assert what.low <= what.soft_low < what.soft_high <= what.high
    assert 0 < abs(what.change) <= what.high - what.low
    assert 0 <= what.lags[0] <= what.lags[1] <= 28
    assert validate(code, what.low) == what.low
    assert validate(code, what.high) == what.high


@pytest.mark.parametrize("code", EXPOSURES)
def test_an_impossible_amount_is_refused_in_one_sentence_with_its_range(code):
    named = re.escape(exposure(code).name)
    for wrong in (-0.5, math.nan, math.inf, -math.inf, 10**400, "3", None):
        with pytest.raises(InvalidEntry, match=rf"^{named} must be .*\.$") as caught:
            validate(code, wrong)
        assert caught.value.code == "invalid_exposure"
        assert exposure(code).kind == "yes_no" or f"{exposure(code).high:.10g}" in str(caught.value)


def test_the_sentence_about_an_impossible_amount_names_unit_and_range():
    with pytest.raises(InvalidEntry) as caught:
        validate("caffeine", 2001)
    assert caught.value.message == "caffeine must be between 0 and 2000 mg, not 2001."


@pytest.mark.parametrize("wrong", [0.5, 2, -1])
def test_yes_or_no_is_one_or_nought(wrong):
    assert validate("infection", True) == 1.0
    with pytest.raises(InvalidEntry, match="yes or no"):
        validate("infection", wrong)


def test_yes_is_not_an_amount():
    with pytest.raises(InvalidEntry, match="not True"):
        validate("caffeine", True)


def test_a_day_beyond_the_soft_range_is_asked_about_not_refused():
    assert validate("caffeine", 900) == 900.0
    assert outside_soft("caffeine", 900)
    assert not outside_soft("caffeine", 600)
    assert outside_soft("sleep_min", 170)


def test_an_unknown_exposure_is_answered_with_close_ones():
    with pytest.raises(UnknownExposure, match=r"did you mean caffeine or caffeine_late\?|caffeine"):
        exposure("cafeine")
    with pytest.raises(UnknownExposure, match="use one such as caffeine"):
        find_exposure("zzzz")


def test_everyday_words_find_their_exposure():
    assert find_exposure("coffee").code == "caffeine"
    assert find_exposure("Caffeine after 14:00").code == "caffeine_late"
    assert find_exposure("water").code == "water_ml"
    assert find_exposure("SLEEP-MIN").code == "sleep_min"


def test_a_value_is_said_with_its_unit():
    assert exposure_value("water_ml", 1500.0) == "1500 mL"
    assert exposure_value("stress", 4) == "4 of 10"
    assert exposure_value("cold", 0.0) == "no"
