"""Rules that say: now.

Decides what needs an ambulance or an emergency department.
Source: the guide, sections 2b and 3c; the order is the order of that table.
"""

from __future__ import annotations

from typing import Final

from myolog.triage.conditions import at_least, is_true
from myolog.triage.rule import Rule
from myolog.triage.urgency import Urgency

__all__ = ["EMERGENCY_RULES"]

EMERGENCY: Final = Urgency.EMERGENCY

EMERGENCY_RULES: Final = (
    Rule(
        code="E-STROKE",
        urgency=EMERGENCY,
        when=is_true("stroke_signs")
        | at_least("weakness", "sudden")
        | at_least("coordination", "sudden")
        | at_least("speech_swallow", "sudden"),
        who="ambulance",
        workup=("stroke_pathway",),
        source="NICE127",
    ),
    Rule(
        code="E-BREATH",
        urgency=EMERGENCY,
        when=at_least("breathing", "severe"),
        who="ambulance",
        workup=("airway_breathing", "lung_capacity"),
        source="NICE42, GBS",
    ),
    Rule(
        code="E-CHOKE-BREATH",
        urgency=EMERGENCY,
        when=at_least("speech_swallow", "choking") & at_least("breathing", "lying_flat_or_rest"),
        who="ambulance",
        workup=("airway_breathing", "lung_capacity"),
        source="NICE42, GBS",
    ),
    Rule(
        code="E-SEIZURE",
        urgency=EMERGENCY,
        when=is_true("seizure_or_confusion"),
        who="ambulance",
        workup=("glucose", "sodium", "calcium", "magnesium", "ct_head", "eeg"),
        source="from memory",
    ),
    Rule(
        code="E-JERKING",
        urgency=EMERGENCY,
        when=is_true("rhythmic_jerking"),
        who="ambulance",
        workup=("glucose", "sodium", "calcium", "magnesium", "ct_head", "eeg"),
        source="from memory",
    ),
    Rule(
        code="E-LOCKJAW",
        urgency=EMERGENCY,
        when=is_true("lockjaw"),
        who="ambulance",
        workup=("airway_breathing",),
        source="from memory",
    ),
    Rule(
        code="E-DIALYSIS",
        urgency=EMERGENCY,
        when=at_least("kidney", "missed_dialysis"),
        who="ambulance",
        workup=("potassium", "ecg"),
        source="from memory",
    ),
    Rule(
        code="E-GBS",
        urgency=EMERGENCY,
        when=at_least("weakness", "rapid") & at_least("sensory", "rapid_ascending"),
        who="ambulance",
        workup=("lung_capacity", "ncs", "lumbar_puncture"),
        source="NICE127, GBS",
    ),
    Rule(
        code="E-CANCER-CORD",
        urgency=EMERGENCY,
        when=is_true("cancer_history")
        & (at_least("weakness", "rapid") | at_least("sensory", "rapid_ascending")),
        who="ambulance",
        workup=("mri_spine",),
        source="NICE127, GBS",
    ),
    Rule(
        code="E-PREECLAMPSIA",
        urgency=EMERGENCY,
        when=is_true("pregnant") & is_true("preeclampsia_signs"),
        who="ambulance",
        workup=("blood_pressure", "urine_test", "blood_tests"),
        source="PREE",
    ),
    Rule(
        code="E-WITHDRAWAL",
        urgency=EMERGENCY,
        when=is_true("withdrawal") & at_least("autonomic_agitation", "severe"),
        who="ambulance",
        workup=("withdrawal_scale",),
        source="from memory",
    ),
    Rule(
        code="E-CAUDA",
        urgency=EMERGENCY,
        when=at_least("cauda_equina", "numb_or_bladder"),
        who="ambulance",
        workup=("mri_spine_emergency",),
        source="NICE127, CES",
    ),
    Rule(
        code="E-RHABDO",
        urgency=EMERGENCY,
        when=is_true("dark_urine_muscle"),
        who="ambulance",
        workup=("ck", "potassium", "creatinine", "urine_test"),
        source="from memory",
    ),
    Rule(
        code="E-TETANY",
        urgency=EMERGENCY,
        when=at_least("tetany", "with_throat_or_breathing"),
        who="ambulance",
        workup=("calcium", "magnesium", "potassium", "ecg"),
        source="HYPOCA",
    ),
    Rule(
        code="E-GBS-BULBAR",
        urgency=EMERGENCY,
        when=(at_least("weakness", "rapid") | at_least("sensory", "rapid_ascending"))
        & (
            at_least("speech_swallow", "mild_new") | at_least("breathing", "exertional_unexplained")
        ),
        who="ambulance",
        workup=("lung_capacity", "lumbar_puncture", "ncs"),
        source="NICE127, GBS",
    ),
    Rule(
        code="E-SEROTONIN",
        urgency=EMERGENCY,
        when=is_true("serotonergic_change") & at_least("autonomic_agitation", "severe"),
        who="ambulance",
        workup=("poisons_advice",),
        source="SERO",
    ),
    Rule(
        code="E-CHOLINERGIC",
        urgency=EMERGENCY,
        when=is_true("cholinergic_exposure") & is_true("cholinergic_symptoms"),
        who="ambulance",
        workup=("poisons_advice",),
        source="from memory",
    ),
    Rule(
        code="E-OVERDOSE",
        urgency=EMERGENCY,
        when=is_true("overdose"),
        who="ambulance",
        workup=("poisons_advice",),
        source="from memory",
    ),
    Rule(
        code="E-HEART",
        urgency=EMERGENCY,
        when=at_least("heart", "chest_pain_or_faint"),
        who="ambulance",
        workup=("ecg", "potassium"),
        source="from memory",
    ),
    Rule(
        code="E-TRAUMA",
        urgency=EMERGENCY,
        when=is_true("spine_trauma"),
        who="ambulance",
        workup=("spine_imaging",),
        source="from memory",
    ),
    Rule(
        code="E-SUICIDE",
        urgency=EMERGENCY,
        when=at_least("mood", "suicidal"),
        who="crisis_service",
        workup=("crisis_support",),
        source="from memory",
    ),
)
