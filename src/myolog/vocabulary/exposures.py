"""Candidate triggers measured per day: one `Exposure` each.

Decides unit, hard and soft range, the change worth talking about, the days of
delay to test, the expected sign, the grade of evidence and where each came
from. Source: the guide, section 5, converted to the units used here (water in
mL, sleep in minutes). A code that section 5 does not list carries a range and
a change chosen here, grade N and the source "own".

Adding an exposure is one entry here and its words in `content/en/exposures.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from myolog.errors import InvalidEntry, UnknownExposure
from myolog.frozen import FrozenDict
from myolog.vocabulary.measures import Exposure, amount, rating, yes_no
from myolog.vocabulary.own import is_own, own_exposure
from myolog.vocabulary.words import by_word, close_to, not_listed, plain, shortened

__all__ = [
    "EXPOSURES",
    "Exposure",
    "exposure",
    "find_exposure",
    "outside_soft",
    "validate",
]


_TABLE: Final = (
    amount(
        "caffeine", "caffeine", "mg", 2000, (0, 600), 100, (0, 1), ("+", "R", "SIMON, NHS"),
        step=5, tracked=True,
        also=("coffee", "tea"),
    ),
    amount(
        "caffeine_late", "caffeine after 14:00", "mg", 1000, (0, 1000), 80, (0, 1),
        ("+", "M", "guide"), step=5, also=("late coffee", "late caffeine"),
    ),
    amount(
        "water_ml", "drinks", "mL", 8000, (500, 5000), 500, (0, 1), ("-", "N", "guide"),
        step=50, tracked=True,
        also=("water", "fluid"),
    ),
    amount(
        "alcohol_g", "alcohol", "g", 300, (0, 60), 20, (0, 2), ("+", "R", "NHS"),
        also=("drinking", "beer", "wine"),
    ),
    amount(
        "magnesium_mg", "magnesium in food", "mg", 3000, (0, 1000), 100, (1, 7), ("-", "N", "own"),
        step=5, also=("magnesium",),
    ),
    amount(
        "potassium_mg", "potassium in food", "mg", 15000, (0, 7000), 800, (1, 7),
        ("-", "N", "own"), step=50, also=("potassium",),
    ),
    amount(
        "calcium_mg", "calcium in food", "mg", 8000, (0, 3000), 300, (1, 7), ("-", "N", "own"),
        step=10, also=("calcium",),
    ),
    amount(
        "sodium_mg", "sodium in food", "mg", 30000, (0, 8000), 1000, (0, 1), ("?", "N", "own"),
        step=50, also=("sodium", "salt"),
    ),
    amount(
        "magnesium_supplement_mg", "magnesium supplement", "mg", 1000, (0, 350), 200, (3, 14),
        ("-", "N", "MGX"), step=10,
    ),
    amount(
        "potassium_food", "foods rich in potassium", "portions", 15, (0, 15), 2, (1, 7),
        ("-", "N", "guide"), step=0.5,
    ),
    amount(
        "magnesium_food", "foods rich in magnesium", "portions", 15, (0, 15), 2, (1, 7),
        ("-", "N", "guide"), step=0.5,
    ),
    amount(
        "calcium_food", "foods rich in calcium", "portions", 15, (0, 15), 2, (1, 7),
        ("-", "N", "guide"), step=0.5,
    ),
    amount(
        "sleep_min", "sleep", "min", 1200, (180, 720), -60, (0, 1), ("-", "R", "NHS"),
        step=15, state=True, tracked=True, also=("sleep time",),
    ),
    rating("sleep_quality", "sleep quality", -2, (0, 1), ("-", "R", "guide")),
    amount(
        "bedtime_shift_min", "bedtime earlier or later than usual", "min", 720, (0, 720), 60,
        (0, 1), ("+", "N", "guide"), step=15, state=True,
    ),
    yes_no(
        "screens_last_hour", "screens in the last hour before bed", (0, 1), ("+", "N", "own"),
        state=True,
    ),
    rating("fatigue", "tiredness", 2, (0, 1), ("+", "N", "own"), also=("tired",)),
    rating(
        "stress", "stress", 2, (0, 1), ("+", "R", "BLACK, SIMON"), tracked=True,
        also=("stressed",),
    ),
    rating(
        "anxiety", "worry (GAD-7 score)", 4, (0, 7), ("+", "R", "BLACK, PFIZ"), high=21,
        also=("gad7", "worry"),
    ),
    amount(
        "exercise_min", "exercise", "min", 1440, (0, 300), 30, (0, 2), ("+", "N", "own"), step=5,
    ),
    amount(
        "workout_min", "workout", "min", 1440, (0, 300), 30, (0, 2), ("+", "N", "own"), step=5,
        also=("training",),
    ),
    amount(
        "exercise_load", "exercise load (minutes times effort 0-10)", "min x effort", 3000,
        (0, 3000), 200, (0, 2), ("+", "R", "SIMON"), step=10,
    ),
    yes_no(
        "muscle_load", "hard work for the muscle that twitches", (0, 2), ("+", "R", "guide"),
        where="same_group",
    ),
    amount(
        "steps", "steps", "steps", 150000, (0, 40000), 3000, (0, 2), ("?", "N", "own"), step=100,
    ),
    amount(
        "heart_rate_mean", "mean heart rate", "1/min", 250, (45, 130), 5, (0, 1),
        ("+", "N", "own"), low=20,
    ),
    amount(
        "resting_heart_rate", "resting heart rate", "1/min", 200, (40, 100), 5, (0, 1),
        ("+", "N", "own"), low=20, also=("resting pulse",),
    ),
    amount(
        "hrv_sdnn_ms", "heart rate variability (SDNN)", "ms", 1000, (5, 250), 10, (0, 1),
        ("-", "N", "own"),
    ),
    amount(
        "hrv_rmssd_ms", "heart rate variability (rMSSD)", "ms", 1000, (5, 250), 10, (0, 1),
        ("-", "N", "own"),
    ),
    amount(
        "mindful_min", "mindfulness, breathing or yoga", "min", 240, (0, 240), 10, (0, 14),
        ("-", "N", "guide"), step=5,
        also=("mindfulness", "meditation", "yoga"),
    ),
    amount(
        "screen_h", "screen time", "h", 24, (0, 24), 2, (0, 0), ("+", "R", "guide"), step=0.5,
        where="eyelid", state=True, also=("screens", "screen"),
    ),
    rating(
        "eye_strain", "tired eyes", 2, (0, 0), ("+", "N", "own"), where="eyelid",
    ),
    amount(
        "electrolyte_drink", "electrolyte drinks", "portions", 20, (0, 6), 1, (0, 1),
        ("-", "N", "own"), step=0.5, also=("electrolytes",),
    ),
    amount(
        "decongestant_doses", "decongestant (pseudoephedrine and the like)", "doses", 12, (0, 6),
        1, (0, 0), ("+", "N", "own"), also=("decongestant", "pseudoephedrine"),
    ),
    amount(
        "nicotine", "nicotine (cigarettes, pouches, vape units)", "units", 60, (0, 60), 5, (0, 0),
        ("+", "R", "guide"), also=("smoking", "cigarettes", "vape"),
    ),
    amount(
        "heat_h", "hours in heat", "h", 16, (0, 16), 2, (0, 1), ("+", "M", "guide"), step=0.5,
        also=("heat",),
    ),
    amount(
        "sweat_loss", "weight lost by sweating", "%", 5, (0, 5), 1, (0, 1), ("+", "M", "guide"),
        step=0.1, also=("sweat",),
    ),
    yes_no("cold", "cold body or limbs", (0, 0), ("?", "N", "VDH")),
    amount(
        "vomiting_diarrhoea", "vomiting or diarrhoea", "times", 30, (0, 30), 1, (0, 2),
        ("+", "M", "guide"), also=("vomiting", "diarrhoea", "diarrhea"),
    ),
    yes_no("infection", "infection", (0, 28), ("+", "R", "BLEX"), also=("fever", "flu")),
    amount(
        "cycle_day", "day of the menstrual cycle", "day", 60, (1, 60), 7, (0, 0),
        ("?", "N", "guide"), low=1, also=("period", "cycle"),
    ),
    amount(
        "checking_min", "looking for twitches or reading about them", "min", 600, (0, 600), 15,
        (0, 0), ("+", "R", "BLACK, BASH"), step=5, also=("checking", "googling"),
    ),
)  # fmt: skip

EXPOSURES: Final[Mapping[str, Exposure]] = FrozenDict({one.code: one for one in _TABLE})
"""Every exposure by its code, in the order shown to people."""


def exposure(code: str) -> Exposure:
    """Return the exposure with this code; that of a person's own thing says what a value may be.

    Raises
    ------
    UnknownExposure
        No exposure has this code; the sentence names close ones.
    """
    found = EXPOSURES.get(code)
    if found is None:
        if is_own(code):
            return own_exposure(code)
        raise _unknown(code)
    return found


def find_exposure(text: str) -> Exposure:
    """Return the exposure a person means by its code, its name or an everyday word.

    Raises
    ------
    UnknownExposure
        Nothing matches; the sentence names close words.

    Examples
    --------
    >>> find_exposure("Coffee").code
    'caffeine'
    """
    code = _BY_WORD.get(plain(text))
    if code is None:
        raise _unknown(text)
    return EXPOSURES[code]


def validate(code: str, value: float) -> float:
    """Return `value` as a number that this exposure can have.

    Raises
    ------
    UnknownExposure
        No exposure has this code.
    InvalidEntry
        It is not a number, or it lies outside the hard range; the sentence
        names the range and the unit.

    Examples
    --------
    >>> validate("caffeine", 180)
    180.0
    """
    what = exposure(code)
    number = _number(value)
    misfit = value not in (0, 1) if what.kind == "yes_no" else isinstance(value, bool)
    if number is None or misfit or not what.low <= number <= what.high:
        raise InvalidEntry(
            _RANGE[what.kind],
            what=code if is_own(code) else what.name,
            low=f"{what.low:g}",
            high=f"{what.high:.10g}",
            unit=what.unit,
            value=_shown(value),
            code="invalid_exposure",
            key=f"{what.kind}_limits",
        )
    return number


def outside_soft(code: str, value: float) -> bool:
    """Tell whether a valid value is unusual enough to ask "is this right?".

    Raises
    ------
    UnknownExposure
        No exposure has this code.

    Examples
    --------
    >>> outside_soft("caffeine", 900)
    True
    """
    what = exposure(code)
    return not what.soft_low <= value <= what.soft_high


_RANGE: Final = {
    "amount": "{what} must be between {low} and {high} {unit}, not {value}.",
    "rating": "{what} must be between {low} and {high}, not {value}.",
    "yes_no": "{what} must be yes or no (1 or 0), not {value}.",
}
"""What a value has to be, by the kind of exposure."""


def _number(value: object) -> float | None:
    if not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _shown(value: object) -> str:
    text = f"{value:.10g}" if isinstance(value, float) else str(value)
    return shortened(text)


_BY_WORD: Final = by_word(_TABLE)


def _unknown(text: str) -> UnknownExposure:
    usual = ("caffeine", "sleep_min", "stress")
    return not_listed(UnknownExposure, "unknown_exposure", text, close_to(text, _BY_WORD), usual)
