"""The six-item checklist and the five-row table: every subset and every row alone."""

from collections import Counter
from itertools import combinations

import pytest

from myolog.triage import Urgency, decide
from myolog.triage.checklist import CHECKLIST, TABLE_ROWS

ITEMS = {
    "C1": {"run_days": 15},
    "C2": {"wasting": "yes"},
    "C3": {"weakness": "functional"},
    "C4": {"site_scope": "spread"},
    "C5": {"speech_swallow": "mild_new"},
    "C6": {"family_nm": True},
}
SUBSETS = [chosen for size in range(7) for chosen in combinations(ITEMS, size)]

ROWS = {
    "spread": ({"site_scope": "spread"}, "SOON"),
    "wasting": ({"wasting": "yes"}, "URGENT"),
    "weakness": ({"weakness": "progressive"}, "URGENT"),
    "duration": ({"run_days": 15}, "ROUTINE"),
    "sensory": ({"sensory": "persistent"}, "URGENT"),
}


def _of(chosen):
    return decide({name: value for item in chosen for name, value in ITEMS[item].items()})


@pytest.mark.parametrize("chosen", SUBSETS, ids="+".join)
def test_subset_is_read_back_and_two_items_reach_soon(chosen):
    assessment = _of(chosen)
    assert assessment.checklist == chosen
    if len(chosen) >= 2:
        assert assessment.urgency >= Urgency.SOON


def test_counts_over_all_64_subsets_are_the_guides():
    counts = Counter((min(len(chosen), 3), _of(chosen).urgency.name) for chosen in SUBSETS)
    assert counts == {
        (0, "SELF_CARE"): 1,
        (1, "ROUTINE"): 2,
        (1, "SOON"): 2,
        (1, "URGENT"): 2,
        (2, "SOON"): 3,
        (2, "URGENT"): 12,
        (3, "URGENT"): 42,
    }


@pytest.mark.parametrize("row", TABLE_ROWS)
def test_row_alone(row):
    answers, urgency = ROWS[row]
    assessment = decide(answers)
    assert assessment.table_rows == (row,)
    assert assessment.urgency.name == urgency


@pytest.mark.parametrize(
    ("answers", "holds"),
    [
        ({"run_days": 15, "measures_tried": "unknown"}, True),
        ({"run_days": 15, "measures_tried": "no"}, False),
        ({"run_days": 14, "measures_tried": "yes"}, False),
        ({"run_days": 28, "measures_tried": "no"}, False),
        ({"run_days": 29, "measures_tried": "no"}, True),
    ],
)
def test_first_item_needs_two_weeks_despite_rest_or_four_weeks(answers, holds):
    assert ("C1" in decide(answers).checklist) == holds


@pytest.mark.parametrize(
    ("answers", "items"),
    [
        ({"wasting": "unsure"}, ()),
        ({"weakness": "felt_only"}, ()),
        ({"site_scope": "multi_site"}, ()),
        ({"coordination": "persistent"}, ("C5",)),
        ({"coordination": "persistent", "speech_swallow": "choking"}, ("C5",)),
        ({"wasting": "yes", "explained_unchanged": ["wasting"]}, ()),
    ],
)
def test_items_just_below_and_beside(answers, items):
    assert decide(answers).checklist == items


def test_each_item_says_yes_no_or_not_asked():
    assert dict(
        decide({"run_days": 14, "wasting": "yes", "family_nm": False}).checklist_answers
    ) == {
        "C1": "no",
        "C2": "yes",
        "C3": "not_asked",
        "C4": "not_asked",
        "C5": "not_asked",
        "C6": "no",
    }
    assert decide({"speech_swallow": "none"}).checklist_answers["C5"] == "not_asked"
    both = decide({"speech_swallow": "none", "coordination": "none"})
    assert both.checklist_answers["C5"] == "no"


def test_items_and_rows_are_the_guides():
    assert tuple(CHECKLIST) == tuple(ITEMS)
    assert tuple(TABLE_ROWS) == tuple(ROWS)
