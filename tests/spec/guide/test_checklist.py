"""The six points and the rule of two."""

from itertools import combinations

import pytest

from myolog.content.articles import article
from myolog.content.catalogue import load
from myolog.content.rendering import html, markdown
from myolog.triage import Urgency, decide
from tests.spec.guide.statements import said

WORDS = load()
TITLE = "The checklist"
CASES = (
    ("CHECK-2WEEKS", "C1", {"run_days": 20, "measures_tried": "yes"}, Urgency.ROUTINE),
    ("CHECK-WASTING", "C2", {"wasting": "yes"}, Urgency.URGENT),
    ("CHECK-WEAKNESS", "C3", {"weakness": "functional"}, Urgency.SOON),
    ("CHECK-SPREAD", "C4", {"site_scope": "spread"}, Urgency.SOON),
    ("CHECK-BULBAR", "C5", {"speech_swallow": "mild_new"}, Urgency.URGENT),
    ("CHECK-FAMILY", "C6", {"family_nm": True}, Urgency.ROUTINE),
)  # fmt: skip


@pytest.mark.parametrize(("guide_id", "item", "answers", "urgency"), CASES)
def test_the_point_alone(guide_id, item, answers, urgency):
    result = decide(answers)
    assert result.checklist == (item,)
    assert result.urgency == urgency
    assert WORDS.guide_ids(f"checklist.{item}") == (guide_id,)
    assert said(guide_id, "checklist")


@pytest.mark.parametrize(("one", "other"), list(combinations(CASES, 2)))
def test_any_two_points_mean_to_be_seen_soon(one, other):
    """CHECK-RULE."""
    assert decide({**one[2], **other[2]}).urgency >= Urgency.SOON


@pytest.mark.parametrize("render", [html, markdown])
def test_the_page_shows_the_six_points_and_the_rule(render):
    page = render(article("checklist"))
    for item in WORDS.codes("checklist"):
        assert WORDS.text(f"checklist.{item}.label") in page
    assert WORDS.text("checklist.rule") in page
    assert len(WORDS.codes("checklist")) == 6


def test_the_heading_of_the_guide_is_explained():
    assert "immediate help" in said("CHECK-TITLE")
    assert "prompt visit" in said("CHECK-TITLE")


def test_four_weeks_count_without_changed_habits():
    assert "C1" in decide({"run_days": 29, "measures_tried": "no"}).checklist
    assert "C1" not in decide({"run_days": 28, "measures_tried": "no"}).checklist


def test_the_tests_are_explained():
    """CHECK-TESTS."""
    page = markdown(article("at-the-doctor"))
    for word in ("NCS", "EMG", "Blood tests", "MRI"):
        assert word in page
    assert said("CHECK-TESTS", "at-the-doctor")
