"""The page for the doctor gives as reasons only the signs that were told, and who examined."""

from datetime import date

import pytest

from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.report.asked_words import sign_said
from myolog.report.build import build_report
from myolog.report.text import as_text
from myolog.triage.assessment import assess
from tests.factories import examination

TODAY = date(2026, 12, 2)
TOLD = {
    "age_years": 74, "kidney": "chronic_disease", "weakness": "felt_only", "heart": "none",
    "fluid_loss": "none", "sensory": "none", "coordination": "persistent",
}  # fmt: skip


def sheet(language, *entries, **told):
    journal = Journal(entries)
    with speaking(language):
        found = assess(journal, TOLD | told, today=TODAY)
        return " ".join(as_text(build_report(journal, found, today=TODAY)).split())


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("en", "Why now: chronic kidney disease + perceived weakness or more effort, no functional "
         "loss: potassium, ECG; persistent clumsiness, unsteady gait or falls (one of these or "
         "more)."),
        ("de", "Warum jetzt: chronische Nierenkrankheit + gefühlte Schwäche oder mehr Mühe, ohne "
         "Funktionsverlust: Kalium, EKG; anhaltende Ungeschicklichkeit, Gangunsicherheit oder "
         "Stürze (eines oder mehrere davon)."),
    ],
)  # fmt: skip
def test_a_reason_names_no_sign_that_was_denied(language, why):
    assert why in sheet(language)


def test_a_sign_that_was_not_sure_is_told_as_one():
    assert sign_said("weakness", "not_sure") == "weakness (patient not sure)"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Strength and reflexes looked at on 2 December 2026, family doctor: not normal"),
        ("de", "Kraft und Reflexe untersucht am 2. Dezember 2026, Hausarzt"),
    ],
)
def test_who_examined_is_told(language, said):
    visit = {"day": TODAY, "what": "visit", "tests": ("examination",), "result": "abnormal"}
    assert said in sheet(language, examination(**visit, by="family_doctor"), assessed_normal=False)
    alone = sheet("en", examination(**visit), assessed_normal=False)
    assert "Neurological examination in the past 12 months: not normal, as told." in alone
    nobody = sheet("en", assessed_normal=True)
    assert "told to have been normal" in nobody
