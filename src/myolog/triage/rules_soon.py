"""Rules that say: within 2 to 3 weeks.

Decides what needs a doctor before long, with a way to neurology.
Source: the guide, sections 2b and 3c; the order is the order of that table,
then what decision 20 added.
"""

from __future__ import annotations

from typing import Final

from myolog.triage.checklist import TWO_WEEKS, at_least_items, at_least_rows
from myolog.triage.conditions import at_least, exactly, is_true
from myolog.triage.rule import Rule
from myolog.triage.urgency import Urgency

__all__ = ["SOON_RULES"]

SOON: Final = Urgency.SOON

SOON_RULES: Final = (
    Rule(
        code="O-SPREAD",
        urgency=SOON,
        when=at_least("site_scope", "spread"),
        who="doctor_and_neurologist",
        workup=(
            "neurological_examination",
            "emg",
            "tsh",
            "calcium",
            "magnesium",
            "potassium",
            "ck",
            "glucose",
        ),
        source="guide",
        soft=True,
    ),
    Rule(
        code="O-COMBO-2",
        urgency=SOON,
        when=at_least_items(2) | at_least_rows(2),
        who="neurologist",
        workup=("neurology_visit",),
        source="guide",
        soft=True,
    ),
    Rule(
        code="O-WORSENING",
        urgency=SOON,
        when=at_least("trend", "worsening") & TWO_WEEKS,
        who="doctor",
        workup=("examination", "blood_tests"),
        source="guide",
        soft=True,
    ),
    Rule(
        code="O-DISRUPT",
        urgency=SOON,
        when=is_true("life_disrupted"),
        who="doctor",
        workup=("examination", "blood_tests"),
        source="guide",
        soft=True,
    ),
    Rule(
        code="O-WEAK",
        urgency=SOON,
        when=at_least("weakness", "functional"),
        who="doctor",
        workup=("strength_examination",),
        source="NICE127, NHS",
    ),
    Rule(
        code="O-WASTING-UNSURE",
        urgency=SOON,
        when=exactly("wasting", "unsure"),
        who="doctor",
        workup=("strength_examination",),
        source="NICE127, NHS",
    ),
    Rule(
        code="O-RIGID",
        urgency=SOON,
        when=at_least("stiffness", "persistent_rigidity"),
        who="doctor_and_neurologist",
        workup=("emg", "caspr2_antibodies"),
        source="NICE127",
    ),
    Rule(
        code="O-FACE",
        urgency=SOON,
        when=exactly("eye_face", "other_face_or_forced_closure"),
        who="eye_or_nerve_clinic",
        workup=("mri",),
        source="guide, NICE127",
    ),
    Rule(
        code="O-CANCER",
        urgency=SOON,
        when=is_true("cancer_history") & TWO_WEEKS,
        who="doctor",
        workup=("plexus_spine_imaging",),
        source="from memory",
    ),
    Rule(
        code="O-MEDICINE-HEART",
        urgency=SOON,
        when=at_least("heart", "palpitations") & is_true("new_medicine"),
        who="prescriber",
        workup=("pulse", "ecg", "prescriber_review"),
        source="from memory",
    ),
    Rule(
        code="O-CHANGED",
        urgency=SOON,
        when=is_true("assessed_normal") & is_true("changed_since_assessment"),
        who="doctor",
        workup=("re_examination",),
        source="SINGH",
    ),
    Rule(
        code="O-AGE",
        urgency=SOON,
        when=at_least("age_years", 60) & TWO_WEEKS & at_least("site_scope", "multi_site"),
        who="doctor",
        workup=("examination", "blood_tests", "medicine_review"),
        source="TURN",
        soft=True,
    ),
    Rule(
        code="O-ESCALATED",
        urgency=SOON,
        when=at_least("programme_result", "escalated"),
        who="doctor",
        workup=("tsh", "blood_tests"),
        source="guide",
    ),
    Rule(
        code="O-THYROID-HEART",
        urgency=SOON,
        when=at_least("heart", "palpitations") & is_true("thyroid_symptoms"),
        who="doctor",
        workup=("tsh", "blood_tests"),
        source="guide",
    ),
    Rule(
        code="O-WEIGHT",
        urgency=SOON,
        when=TWO_WEEKS & is_true("weight_loss"),
        who="doctor",
        workup=("tsh", "blood_tests"),
        source="guide",
    ),
    Rule(
        code="O-RADIOTHERAPY",
        urgency=SOON,
        when=is_true("radiotherapy"),
        who="doctor_and_neurologist",
        workup=("plexus_spine_imaging", "emg"),
        source="RADPLEX",
        since="2.5",
    ),
    Rule(
        code="O-LONGMED-HEART",
        urgency=SOON,
        when=at_least("heart", "palpitations") & is_true("long_term_medicine"),
        who="prescriber",
        workup=("pulse", "ecg", "potassium", "magnesium"),
        source="MHRA, from memory",
        since="2.5",
    ),
)
