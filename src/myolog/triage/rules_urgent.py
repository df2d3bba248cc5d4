"""Rules that say: speak to a doctor within 48 hours.

Decides what needs an urgent way to a specialist.
Source: the guide, sections 2b and 3c; the order is the order of that table,
then what decisions 20 and 23 added.
"""

from __future__ import annotations

from typing import Final

from myolog.triage.checklist import HARD_SIGN, at_least_items
from myolog.triage.conditions import at_least, below, is_true
from myolog.triage.rule import Rule
from myolog.triage.urgency import Urgency

__all__ = ["URGENT_RULES"]

URGENT: Final = Urgency.URGENT

URGENT_RULES: Final = (
    Rule(
        code="U-WASTING",
        urgency=URGENT,
        when=at_least("wasting", "yes"),
        who="doctor_and_neurologist",
        workup=("neurological_examination", "emg", "ncs", "ck", "tsh", "b12"),
        source="guide, NICE42",
    ),
    Rule(
        code="U-PROGWEAK",
        urgency=URGENT,
        when=at_least("weakness", "progressive"),
        who="doctor_and_neurologist",
        workup=("emg", "ncs", "anti_gm1", "ck", "tsh", "b12", "glucose", "mri_neck"),
        source="guide, NICE127, MMN",
    ),
    Rule(
        code="U-SENSORY",
        urgency=URGENT,
        when=at_least("sensory", "persistent") | at_least("coordination", "persistent"),
        who="doctor_and_neurologist",
        workup=("mri", "ncs", "b12", "glucose", "tsh"),
        source="guide",
    ),
    Rule(
        code="U-BULBAR",
        urgency=URGENT,
        when=at_least("speech_swallow", "mild_new"),
        who="doctor_and_neurologist",
        workup=("ear_nose_throat", "neurology_visit", "emg", "mri_head"),
        source="NICE42, BMJ22",
    ),
    Rule(
        code="U-TONGUE",
        urgency=URGENT,
        when=is_true("tongue_twitch"),
        who="doctor_and_neurologist",
        workup=("ear_nose_throat", "neurology_visit", "emg", "mri_head"),
        source="NICE42, BMJ22",
    ),
    Rule(
        code="U-BREATH-EX",
        urgency=URGENT,
        when=at_least("breathing", "exertional_unexplained"),
        who="doctor",
        workup=("lung_capacity", "chest_examination"),
        source="NICE42",
    ),
    Rule(
        code="U-KIDNEY",
        urgency=URGENT,
        when=at_least("kidney", "chronic_disease"),
        who="doctor",
        workup=("potassium", "calcium", "magnesium", "creatinine"),
        source="from memory",
    ),
    Rule(
        code="U-WEIGHT-SPREAD",
        urgency=URGENT,
        when=is_true("weight_loss") & at_least("site_scope", "spread"),
        who="doctor_and_neurologist",
        workup=("neurology_visit", "cancer_pathway"),
        source="from memory",
    ),
    Rule(
        code="U-THYROID-HEART",
        urgency=URGENT,
        when=is_true("thyroid_symptoms")
        & at_least("heart", "palpitations")
        & is_true("weight_loss"),
        who="doctor",
        workup=("tsh", "ecg"),
        source="from memory",
    ),
    Rule(
        code="U-WASTING-UNSURE",
        urgency=URGENT,
        when=at_least("wasting", "unsure") & at_least("trend", "worsening"),
        who="doctor_and_neurologist",
        workup=("examination", "emg"),
        source="NICE42",
    ),
    Rule(
        code="U-LITHIUM",
        urgency=URGENT,
        when=is_true("lithium"),
        who="prescriber",
        workup=("lithium_level",),
        source="LI",
    ),
    Rule(
        code="U-TICK",
        urgency=URGENT,
        when=is_true("tick_or_rash"),
        who="doctor",
        workup=("lyme_treatment", "lyme_serology"),
        source="from memory",
    ),
    Rule(
        code="U-COMBO-HARD",
        urgency=URGENT,
        when=at_least_items(2) & HARD_SIGN,
        who="neurologist",
        workup=("by_item",),
        source="guide",
    ),
    Rule(
        code="U-COMBO-3",
        urgency=URGENT,
        when=at_least_items(3),
        who="neurologist",
        workup=("neurology_visit",),
        source="guide",
        soft=True,
    ),
    Rule(
        code="U-JERKS",
        urgency=URGENT,
        when=at_least("jerk_attacks", "on_waking"),
        who="doctor_and_neurologist",
        workup=("eeg", "mri_head", "glucose", "calcium", "magnesium"),
        source="NICE217, JERKS",
        since="2.5",
    ),
    Rule(
        code="U-EYES-SHUT",
        urgency=URGENT,
        when=is_true("eyes_shut"),
        who="eye_or_nerve_clinic",
        workup=("eye_examination", "neurological_examination"),
        source="DVLA",
        since="2.5",
    ),
    Rule(
        code="U-FACE-HEARING",
        urgency=URGENT,
        when=is_true("hearing_face"),
        who="doctor_and_neurologist",
        workup=("hearing_test", "mri_head"),
        source="EAR, from memory",
        since="2.5",
    ),
    Rule(
        code="U-NECK-BUZZ",
        urgency=URGENT,
        when=is_true("neck_buzz"),
        who="doctor_and_neurologist",
        workup=("mri_neck", "b12"),
        source="guide, from memory",
        since="2.5",
    ),
    Rule(
        code="U-INFANT",
        urgency=URGENT,
        when=below("age_years", 1),
        who="childrens_doctor",
        workup=("paediatric_assessment",),
        source="BABY, own",
        since="2.5",
    ),
)
