"""Rules that say: an ordinary appointment within 4 weeks.

Decides what needs a doctor without haste.
Source: the guide, sections 2b and 3c; the order is the order of that table,
then what decision 20 added.
"""

from __future__ import annotations

from typing import Final

from myolog.triage.checklist import TWO_WEEKS
from myolog.triage.conditions import at_least, below, exactly, is_true, names_any
from myolog.triage.rule import Rule
from myolog.triage.urgency import Urgency

__all__ = ["ROUTINE_RULES"]

ROUTINE: Final = Urgency.ROUTINE

ROUTINE_RULES: Final = (
    Rule(
        code="R-2WEEKS",
        urgency=ROUTINE,
        when=TWO_WEEKS,
        who="doctor",
        workup=("examination", "tsh", "calcium", "magnesium", "potassium", "ck", "glucose", "b12"),
        source="NHS, guide",
        soft=True,
        folded_by="R-EYELID",
    ),
    Rule(
        code="R-MULTI",
        urgency=ROUTINE,
        when=at_least("run_days", 7)
        & at_least("site_scope", "multi_site")
        & at_least("trend", "stable"),
        who="doctor",
        workup=("examination",),
        source="NHS, guide",
        soft=True,
    ),
    Rule(
        code="R-FELT",
        urgency=ROUTINE,
        when=at_least("run_days", 4)
        & at_least("trend", "stable")
        & (at_least("weakness", "felt_only") | at_least("stiffness", "felt")),
        who="doctor",
        workup=("examination",),
        source="NHS, guide",
        soft=True,
    ),
    Rule(
        code="R-TINGLE",
        urgency=ROUTINE,
        when=at_least("sensory", "fleeting_tingling"),
        who="doctor",
        workup=("examination",),
        source="NHS, guide",
        soft=True,
    ),
    Rule(
        code="R-WORSENING",
        urgency=ROUTINE,
        when=at_least("trend", "worsening"),
        who="doctor",
        workup=("examination",),
        source="NHS, guide",
        soft=True,
    ),
    Rule(
        code="R-FAMILY",
        urgency=ROUTINE,
        when=is_true("family_nm"),
        who="doctor",
        workup=("examination",),
        source="NHS, guide",
        soft=True,
    ),
    Rule(
        code="R-NOCHANGE",
        urgency=ROUTINE,
        when=at_least("programme_result", "no_change"),
        who="doctor",
        workup=("examination",),
        source="NHS, guide",
        soft=True,
    ),
    Rule(
        code="R-EXPLAINED",
        urgency=ROUTINE,
        when=names_any("explained_unchanged"),
        who="planned_review",
        workup=(),
        source="own",
    ),
    Rule(
        code="R-MEDICINE",
        urgency=ROUTINE,
        when=is_true("serotonergic_change") | is_true("new_medicine") | is_true("withdrawal"),
        who="prescriber",
        workup=("medicine_review",),
        source="NHS, from memory",
    ),
    Rule(
        code="R-PREGNANT",
        urgency=ROUTINE,
        when=is_true("pregnant"),
        who="maternity_team",
        workup=("review",),
        source="NHS, from memory",
    ),
    Rule(
        code="R-CHILD",
        urgency=ROUTINE,
        when=below("age_years", 16),
        who="doctor",
        workup=("review",),
        source="NHS, from memory",
        folded_by="U-INFANT",
    ),
    Rule(
        code="R-THYROID",
        urgency=ROUTINE,
        when=is_true("thyroid_symptoms"),
        who="doctor",
        workup=("review",),
        source="NHS, from memory",
    ),
    Rule(
        code="R-HEART",
        urgency=ROUTINE,
        when=at_least("heart", "palpitations"),
        who="doctor",
        workup=("review",),
        source="NHS, from memory",
    ),
    Rule(
        code="R-WEIGHT",
        urgency=ROUTINE,
        when=is_true("weight_loss"),
        who="doctor",
        workup=("review",),
        source="NHS, from memory",
    ),
    Rule(
        code="R-CANCER",
        urgency=ROUTINE,
        when=is_true("cancer_history"),
        who="doctor",
        workup=("review",),
        source="NHS, from memory",
    ),
    Rule(
        code="R-MOOD",
        urgency=ROUTINE,
        when=at_least("mood", "distress"),
        who="doctor",
        workup=("review",),
        source="NHS, from memory",
    ),
    Rule(
        code="R-EYELID",
        urgency=ROUTINE,
        when=TWO_WEEKS & exactly("site_scope", "single") & exactly("eye_face", "eyelid_twitch"),
        who="eye_doctor",
        workup=("eye_examination",),
        source="guide",
        soft=True,
    ),
    Rule(
        code="R-TICS",
        urgency=ROUTINE,
        when=exactly("tics", "held_back"),
        who="doctor",
        workup=("review",),
        source="NICE127",
        since="2.5",
    ),
    Rule(
        code="R-LONGMED",
        urgency=ROUTINE,
        when=is_true("long_term_medicine"),
        who="prescriber",
        workup=("medicine_review", "magnesium", "potassium", "calcium"),
        source="MHRA, MEDL",
        since="2.5",
    ),
    Rule(
        code="R-CRAMPS",
        urgency=ROUTINE,
        when=is_true("cramps"),
        who="doctor",
        workup=("examination", "medicine_review", "kidney_and_salts"),
        source="LEGS",
        since="2.5",
    ),
    Rule(
        code="R-LEGS",
        urgency=ROUTINE,
        when=is_true("legs_urge"),
        who="doctor",
        workup=("ferritin", "medicine_review"),
        source="LEGS",
        since="2.5",
    ),
)
