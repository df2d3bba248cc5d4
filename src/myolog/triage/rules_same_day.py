"""Rules that say: within 24 hours.

Decides what needs a doctor on the same day.
Source: the guide, sections 2b and 3c; the order is the order of that table,
then what decision 20 added.
"""

from __future__ import annotations

from typing import Final

from myolog.triage.conditions import at_least, below, is_true
from myolog.triage.rule import Rule
from myolog.triage.urgency import Urgency

__all__ = ["SAME_DAY_RULES"]

SAME_DAY: Final = Urgency.SAME_DAY

SAME_DAY_RULES: Final = (
    Rule(
        code="S-RAPIDWEAK",
        urgency=SAME_DAY,
        when=at_least("weakness", "rapid"),
        who="doctor_today",
        workup=("ncs", "lumbar_puncture", "lung_capacity"),
        source="NICE127",
    ),
    Rule(
        code="S-ASCEND",
        urgency=SAME_DAY,
        when=at_least("sensory", "rapid_ascending"),
        who="doctor_today",
        workup=("ncs", "lumbar_puncture", "lung_capacity"),
        source="NICE127",
    ),
    Rule(
        code="S-BREATH",
        urgency=SAME_DAY,
        when=at_least("breathing", "lying_flat_or_rest"),
        who="doctor_today",
        workup=("lung_capacity",),
        source="NICE127",
    ),
    Rule(
        code="S-SWALLOW",
        urgency=SAME_DAY,
        when=at_least("speech_swallow", "choking"),
        who="doctor_today",
        workup=("swallow_test", "lung_capacity"),
        source="NICE127",
    ),
    Rule(
        code="S-TETANY",
        urgency=SAME_DAY,
        when=at_least("tetany", "recurrent_spasm")
        | (is_true("neck_surgery_recent") & at_least("sensory", "fleeting_tingling")),
        who="doctor_today",
        workup=("calcium", "magnesium", "pth", "ecg"),
        source="HYPOCA",
    ),
    Rule(
        code="S-FLUID",
        urgency=SAME_DAY,
        when=at_least("fluid_loss", "severe"),
        who="doctor_today",
        workup=("kidney_and_salts", "magnesium", "calcium", "ecg"),
        source="from memory",
    ),
    Rule(
        code="S-ELECTROLYTE-HEART",
        urgency=SAME_DAY,
        when=at_least("heart", "palpitations")
        & (at_least("fluid_loss", "mild") | at_least("tetany", "recurrent_spasm")),
        who="doctor_today",
        workup=("kidney_and_salts", "magnesium", "calcium", "ecg"),
        source="from memory",
    ),
    Rule(
        code="S-LITHIUM",
        urgency=SAME_DAY,
        when=is_true("lithium") & is_true("lithium_tox_symptoms"),
        who="doctor_today",
        workup=("lithium_level", "kidney_and_salts"),
        source="LI",
    ),
    Rule(
        code="S-CHOLINERGIC",
        urgency=SAME_DAY,
        when=is_true("cholinergic_exposure"),
        who="doctor_today",
        workup=("cholinesterase",),
        source="from memory",
    ),
    Rule(
        code="S-WITHDRAWAL",
        urgency=SAME_DAY,
        when=is_true("withdrawal"),
        who="doctor_today",
        workup=("withdrawal_scale", "restart_and_taper"),
        source="from memory",
    ),
    Rule(
        code="S-SEROTONIN",
        urgency=SAME_DAY,
        when=is_true("serotonergic_change") & at_least("autonomic_agitation", "mild"),
        who="doctor_today",
        workup=("clonus_examination",),
        source="SERO",
    ),
    Rule(
        code="S-MOOD",
        urgency=SAME_DAY,
        when=at_least("mood", "passive_thoughts"),
        who="mental_health_today",
        workup=("mental_health_assessment",),
        source="from memory",
    ),
    Rule(
        code="S-CAUDA",
        urgency=SAME_DAY,
        when=at_least("cauda_equina", "pain_both_legs"),
        who="doctor_today",
        workup=("examination", "mri_spine"),
        source="NICE127",
    ),
    Rule(
        code="S-KIDNEY",
        urgency=SAME_DAY,
        when=at_least("kidney", "chronic_disease")
        & (
            at_least("heart", "palpitations")
            | at_least("weakness", "felt_only")
            | at_least("fluid_loss", "mild")
        ),
        who="doctor_today",
        workup=("potassium", "ecg"),
        source="from memory",
    ),
    Rule(
        code="S-PTOSIS",
        urgency=SAME_DAY,
        when=at_least("eye_face", "droop_or_double_vision"),
        who="doctor_today",
        workup=("achr_antibodies", "neuro_ophthalmology"),
        source="MAYO-EYE",
    ),
    Rule(
        code="S-TICK-FACE",
        urgency=SAME_DAY,
        when=is_true("tick_or_rash") & at_least("eye_face", "other_face_or_forced_closure"),
        who="doctor_today",
        workup=("lyme_serology", "eye_protection"),
        source="from memory",
    ),
    Rule(
        code="S-CHILD",
        urgency=SAME_DAY,
        when=below("age_years", 16)
        & (
            at_least("weakness", "functional")
            | at_least("coordination", "persistent")
            | is_true("child_gait_or_movement")
        ),
        who="childrens_doctor_today",
        workup=("paediatric_assessment",),
        source="NICE127",
    ),
    Rule(
        code="S-CANCER-CORD",
        urgency=SAME_DAY,
        when=is_true("cancer_history")
        & (
            at_least("weakness", "functional")
            | at_least("sensory", "persistent")
            | at_least("coordination", "persistent")
        ),
        who="doctor_today",
        workup=("mri_spine",),
        source="from memory",
    ),
    Rule(
        code="S-JERKS",
        urgency=SAME_DAY,
        when=at_least("jerk_attacks", "weak_after"),
        who="doctor_today",
        workup=("eeg", "mri_head", "glucose", "calcium", "magnesium"),
        source="NICE127, NICE217",
        since="2.5",
    ),
    Rule(
        code="S-STATIN",
        urgency=SAME_DAY,
        when=is_true("statin_antibiotic"),
        who="doctor_today",
        workup=("ck", "creatinine", "medicine_review"),
        source="MHRA, STATIN19",
        since="2.5",
    ),
    Rule(
        code="S-LITHIUM-MIX",
        urgency=SAME_DAY,
        when=is_true("lithium_mix"),
        who="doctor_today",
        workup=("lithium_level", "kidney_and_salts"),
        source="LI, LIMIX",
        since="2.5",
    ),
    Rule(
        code="S-TICS",
        urgency=SAME_DAY,
        when=at_least("tics", "sudden"),
        who="childrens_doctor_today",
        workup=("paediatric_assessment",),
        source="NICE127",
        since="2.5",
    ),
)
