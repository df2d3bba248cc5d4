"""CASE-FOREARM: the guide's example, told with an invented person."""

import pytest

from myolog.content.articles import article
from myolog.content.catalogue import load
from myolog.content.rendering import markdown
from myolog.triage import Urgency, decide

WORDS = load()
TITLE = "The example case"
CASES = (
    ("month 0", {"run_days": 7, "measures_tried": "no"}, Urgency.SELF_CARE),
    ("month 1", {"run_days": 31, "measures_tried": "no"}, Urgency.ROUTINE),
    ("month 2", {"run_days": 62, "site_scope": "spread", "trend": "worsening"}, Urgency.SOON),
    ("month 3", {"run_days": 92, "site_scope": "spread", "weakness": "progressive"},
     Urgency.URGENT),
)  # fmt: skip


@pytest.mark.parametrize(("month", "answers", "urgency"), CASES)
def test_each_month_asks_for_more_than_the_one_before(month, answers, urgency):
    assert decide({"age_years": 42, **answers}).urgency == urgency


def test_the_story_is_complete_and_says_what_is_invented():
    page = markdown(article("example"))
    for word in ("42", "software", "forearm", "shoulder", "thigh", "Lifting", "wife", "infusions"):
        assert word in page
    assert "invented man" in page
    assert "The split by month is ours" in page
    assert "nerve test (NCS) and the GM1 antibodies" in page


def test_the_demo_tells_the_end_and_that_it_is_not_about_the_reader():
    end = " ".join(WORDS.items("demo.end.steps"))
    for word in ("neurologist", "EMG", "blood", "immune", "strength", "waited"):
        assert word in end
    assert "Most people who twitch like this have no such illness" in WORDS.text("demo.end.not_you")
    for month in range(4):
        assert WORDS.text(f"demo.month{month}.story")


def test_the_illness_is_named_behind_a_fold_only():
    open_text = " ".join(b.text for b in article("example").blocks if b.kind == "prose")
    assert "neuropathy" not in open_text
