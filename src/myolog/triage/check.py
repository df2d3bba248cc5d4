"""The screens of the check, in the order they are shown.

Decides which question stands on which line. The emergency screen comes first:
every answer that can need care within a day, alone or with a partner, can be
given there. Source: the guide, sections 3b and 3c.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from myolog.frozen import FrozenDict
from myolog.triage.answers import INPUTS, Answer
from myolog.triage.assessment import decide
from myolog.triage.screens import Choice, Line, Screen
from myolog.triage.urgency import Urgency

__all__ = ["EMERGENCY", "GROUPS", "SCREENS", "SIX", "STORY", "line_urgency"]


def _line(
    code: str,
    *choices: Choice,
    sets: Mapping[str, Answer] | None = None,
    needs: tuple[str, ...] = (),
    denies: tuple[str, ...] = (),
    only_named: tuple[str, ...] = (),
) -> Line:
    """Return a line; what it denies takes the least concerning answer."""
    names = tuple(dict.fromkeys(name for name, _ in choices))
    return Line(
        code=code,
        sets=FrozenDict(sets or {}),
        choices=choices,
        needs=needs or (() if sets else names),
        denies=FrozenDict({name: INPUTS[name].default for name in denies}),
        only_named=only_named,
    )


def _asked(
    name: str, *values: str, also: tuple[Choice, ...] = (), signs: tuple[str, ...] = ()
) -> Line:
    """Return a line about one question and the signs beside it; left unticked it denies them."""
    choices: tuple[Choice, ...] = tuple((name, value) for value in values)
    alone: dict[str, Answer] = {} if len(values) > 1 else {name: values[0] if values else True}
    return _line(
        name,
        *(choices if len(values) > 1 else ()),
        *also,
        *((sign, True) for sign in signs),
        sets=alone,
        denies=(name, *signs),
        only_named=signs,
    )


EMERGENCY: Final = Screen(
    code="emergency",
    urgent=True,
    headings=FrozenDict(
        {
            "sudden": "sudden",
            "breath_or_swallow": "breath",
            "fast": "strength",
            "heart_or_fluid": "heart",
            "back_or_injury": "back",
            "poison": "taken",
            "face": "face",
            "pregnancy": "some",
            "dark_thoughts": "mood",
        }
    ),
    lines=(
        _line(
            "sudden",
            ("weakness", "sudden"),
            ("coordination", "sudden"),
            ("speech_swallow", "sudden"),
            sets={"stroke_signs": True},
            denies=("stroke_signs",),
        ),
        _line(
            "breath_or_swallow",
            ("breathing", "lying_flat_or_rest"),
            ("breathing", "severe"),
            ("speech_swallow", "choking"),
        ),
        _line(
            "fast",
            ("weakness", "rapid"),
            ("sensory", "rapid_ascending"),
            ("speech_swallow", "mild_new"),
            ("breathing", "exertional_unexplained"),
            needs=("weakness", "sensory"),
        ),
        _line(
            "fit",
            ("seizure_or_confusion", True),
            ("rhythmic_jerking", True),
            ("jerk_attacks", "minutes"),
            ("jerk_attacks", "weak_after"),
            denies=("seizure_or_confusion", "rhythmic_jerking"),
            only_named=("jerk_attacks",),
        ),
        _line(
            "heart_or_fluid",
            ("heart", "chest_pain_or_faint"),
            ("heart", "palpitations"),
            ("fluid_loss", "mild"),
            ("fluid_loss", "severe"),
        ),
        _line(
            "back_or_injury",
            ("cauda_equina", "pain_both_legs"),
            ("cauda_equina", "numb_or_bladder"),
            ("spine_trauma", True),
            denies=("spine_trauma",),
        ),
        _line(
            "urine_or_kidney",
            ("dark_urine_muscle", True),
            ("kidney", "missed_dialysis"),
            ("kidney", "chronic_disease"),
            ("weakness", "felt_only"),
            needs=("dark_urine_muscle", "kidney"),
            denies=("dark_urine_muscle",),
        ),
        _line(
            "spasm",
            ("tetany", "recurrent_spasm"),
            ("tetany", "with_throat_or_breathing"),
            ("lockjaw", True),
            ("neck_surgery_recent", True),
            ("sensory", "fleeting_tingling"),
            needs=("tetany", "lockjaw", "neck_surgery_recent"),
            denies=("lockjaw",),
        ),
        _line(
            "poison",
            ("overdose", True),
            ("cholinergic_exposure", True),
            ("cholinergic_symptoms", True),
            needs=("overdose", "cholinergic_exposure"),
            denies=("overdose", "cholinergic_exposure"),
        ),
        _line(
            "medicine",
            ("withdrawal", True),
            ("serotonergic_change", True),
            ("autonomic_agitation", "mild"),
            ("autonomic_agitation", "severe"),
            ("lithium", True),
            ("lithium_tox_symptoms", True),
            ("lithium_mix", True),
            ("statin_antibiotic", True),
            needs=(
                "withdrawal",
                "serotonergic_change",
                "lithium",
                "lithium_mix",
                "statin_antibiotic",
            ),
            denies=("withdrawal", "lithium_mix", "statin_antibiotic"),
            only_named=("lithium_mix", "statin_antibiotic"),
        ),
        _line(
            "face",
            ("eye_face", "droop_or_double_vision"),
            ("eye_face", "other_face_or_forced_closure"),
            ("tick_or_rash", True),
            needs=("eye_face",),
        ),
        _line(
            "pregnancy",
            sets={"pregnant": True, "preeclampsia_signs": True},
            denies=("preeclampsia_signs",),
        ),
        _line(
            "child",
            ("child_gait_or_movement", True),
            ("weakness", "functional"),
            ("coordination", "persistent"),
            ("tics", "sudden"),
            ("tics", "held_back"),
            ("age_years", None),
            needs=("child_gait_or_movement", "weakness", "coordination", "tics"),
            denies=("child_gait_or_movement",),
            only_named=("tics",),
        ),
        _line(
            "cancer",
            ("weakness", "functional"),
            ("sensory", "persistent"),
            ("coordination", "persistent"),
            sets={"cancer_history": True},
            needs=("weakness", "sensory", "coordination"),
        ),
        _line("dark_thoughts", ("mood", "passive_thoughts"), ("mood", "suicidal")),
    ),
)
"""Is any of this true now? Who cannot tell ticks it."""

STORY: Final = Screen(
    code="story",
    questions=("age_years", "run_days", "site_scope", "trend", "measures_tried"),
)
"""Who, since when, where, and how it goes."""

SIX: Final = Screen(
    code="six",
    lines=(
        _asked("weakness", "felt_only", "functional", "progressive", "rapid"),
        _asked("wasting", "unsure", "yes"),
        _asked(
            "sensory",
            "fleeting_tingling",
            "persistent",
            "rapid_ascending",
            signs=("neck_buzz",),
        ),
        _asked("coordination", "persistent"),
        _asked("speech_swallow", "mild_new", "choking"),
        _asked("family_nm"),
    ),
)
"""The six signs that matter most."""

GROUPS: Final = (
    Screen(
        code="body",
        lines=(
            _asked(
                "eye_face",
                "eyelid_twitch",
                "other_face_or_forced_closure",
                signs=("eyes_shut", "hearing_face"),
            ),
            _asked("tongue_twitch"),
            _asked("stiffness", "felt", "persistent_rigidity"),
            _asked("tetany", "recurrent_spasm"),
            _line("cramps", ("cramps", True), ("legs_urge", True), denies=("cramps", "legs_urge")),
            _asked("jerk_attacks", "on_waking"),
            _asked("breathing", "exertional_unexplained"),
            _asked("heart", "palpitations"),
            _asked("thyroid_symptoms"),
            _asked("weight_loss"),
            _asked("fluid_loss", "mild", "severe"),
            _asked("cauda_equina", "pain_both_legs"),
        ),
    ),
    Screen(
        code="health",
        lines=(
            _asked("new_medicine"),
            _asked("long_term_medicine"),
            _asked(
                "serotonergic_change",
                also=(
                    ("autonomic_agitation", "none"),
                    ("autonomic_agitation", "mild"),
                    ("autonomic_agitation", "severe"),
                ),
            ),
            _asked(
                "lithium",
                also=(("lithium_tox_symptoms", False), ("lithium_tox_symptoms", True)),
            ),
            _asked("kidney", "chronic_disease"),
            _asked("cancer_history", signs=("radiotherapy",)),
            _asked("pregnant", also=(("preeclampsia_signs", False), ("preeclampsia_signs", True))),
            _asked("neck_surgery_recent"),
            _asked("tick_or_rash"),
            _asked("recent_infection"),
        ),
    ),
    Screen(
        code="life",
        lines=(
            _asked("mood", "distress"),
            _asked("life_disrupted"),
            _asked(
                "assessed_normal",
                also=(("changed_since_assessment", False), ("changed_since_assessment", True)),
            ),
            _line(
                "explained_unchanged",
                ("explained_unchanged", None),
                denies=("explained_unchanged",),
            ),
        ),
    ),
)
"""Everything else, in three groups."""

SCREENS: Final = (EMERGENCY, STORY, SIX, *GROUPS)
"""The whole check, in order."""


def line_urgency(line: Line) -> Urgency:
    """Return the highest urgency that a line can lead to by itself."""
    gravest: dict[str, Answer] = dict(line.sets)
    for name, value in line.choices:
        if value is not None:
            known = gravest.get(name, value)
            gravest[name] = max(known, value, key=INPUTS[name].rank)
    if ("age_years", None) in line.choices:
        gravest["age_years"] = 0
    return decide(gravest).urgency or Urgency.SELF_CARE
