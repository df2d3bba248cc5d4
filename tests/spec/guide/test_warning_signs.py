"""The five warning signs: one advice for each, with its source, and why it differs."""

import pytest

from myolog.content.articles import article
from myolog.content.catalogue import load
from myolog.content.rendering import html, markdown
from myolog.triage import Urgency, decide
from tests.spec.guide.statements import said

WORDS = load()
TITLE = "Warning signs"
CASES = (
    ("FLAG-SPREAD", "spread", {"site_scope": "spread"}, Urgency.SOON, "2 to 3 weeks"),
    ("FLAG-WASTING", "wasting", {"wasting": "yes"}, Urgency.URGENT, "48 hours"),
    ("FLAG-WEAKNESS", "weakness", {"weakness": "progressive"}, Urgency.URGENT, "48 hours"),
    ("FLAG-DURATION", "duration", {"run_days": 15}, Urgency.ROUTINE, "four weeks"),
    ("FLAG-SENSORY", "sensory", {"sensory": "persistent"}, Urgency.URGENT, "48 hours"),
)  # fmt: skip


@pytest.mark.parametrize(("guide_id", "row", "answers", "urgency", "time"), CASES)
def test_the_row_says_what_the_rule_does(guide_id, row, answers, urgency, time):
    result = decide(answers)
    assert result.urgency == urgency
    assert row in result.table_rows
    assert time in WORDS.text(f"row.{row}.myolog")
    assert WORDS.guide_ids(f"row.{row}") == (guide_id,)


@pytest.mark.parametrize("render", [html, markdown])
def test_the_page_shows_five_rows_with_sign_cause_one_advice_and_its_source(render):
    page = render(article("warning-signs"))
    for row in WORDS.codes("row"):
        for column in ("sign", "cause", "myolog"):
            assert WORDS.text(f"row.{row}.{column}") in page
        assert f"row.{row}.guide" not in WORDS
    nice = "NICE guideline NG127 (2023)"
    assert page.count(nice) > 3
    assert len(WORDS.codes("row")) == 5


def test_the_words_on_spread_are_softer_than_the_guide():
    assert "spread without other signs is most often harmless" in said("FLAG-SPREAD")
    assert "harmless form" in WORDS.text("rule.O-SPREAD.detail")


@pytest.mark.parametrize(
    "hard", [{"wasting": "yes"}, {"weakness": "progressive"}, {"weight_loss": True}]
)
def test_no_reason_calls_the_whole_picture_harmless_beside_a_hard_sign(hard):
    soft = {"site_scope": "spread", "stiffness": "felt", "sensory": "fleeting_tingling"}
    for reason in decide({**hard, **soft, "run_days": 30}).reasons:
        detail = WORDS.text(f"rule.{reason.code}.detail")
        for sentence in detail.split(". "):
            if "harmless" in sentence:
                assert "on its own" in sentence.lower(), reason.code
    for level in ("SOON", "URGENT", "SAME_DAY"):
        means = WORDS.text(f"result.means.{level}.text")
        assert "harmless" not in means or "Twitching alone" in means


def test_tingling_for_seconds_is_no_reason_for_haste_and_climbing_numbness_is():
    assert decide({"sensory": "fleeting_tingling"}).urgency == Urgency.ROUTINE
    assert decide({"sensory": "rapid_ascending"}).urgency == Urgency.SAME_DAY


def test_weakness_of_days_is_for_today():
    assert decide({"weakness": "rapid"}).urgency == Urgency.SAME_DAY


def test_a_combination_is_never_put_down_to_stress():
    assert "never put two signs down to stress" in said("RULE-COMBINATION")
    two_rows = {"run_days": 20, "site_scope": "spread", "trend": "worsening"}
    assert decide(two_rows).urgency >= Urgency.SOON


def test_twitching_alone_seldom_needs_action_and_other_signs_do():
    assert "seldom" in said("FLAGS-INTRO", "warning-signs")
    assert "other signs of the nerves" in said("PATTERN-SERIOUS")
    assert "should be looked at" in said("PATTERN-EVAL")
    assert "counts for more" in WORDS.text("page.check.why_text")


def test_the_emergencies_that_the_guide_lacks_are_on_the_page():
    page = markdown(article("warning-signs"))
    for sign in ("one side", "breath", "between the legs", "dark urine"):
        assert sign in page
