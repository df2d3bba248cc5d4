"""O-WEAK: a task that fails needs a visit within 2 to 3 weeks."""

import pytest

from myolog.content.catalogue import load
from myolog.triage.urgency import Urgency

RULE = "O-WEAK"
TITLE = "A task that fails needs a visit within 2 to 3 weeks"
AFTER = "O-DISRUPT"
SAYS = "You have become weaker, or something you do has become hard or no longer works."
DETAIL = (
    "The guide counts this as one point of six. We think it should be looked at even on its "
    "own. If it came in the past four weeks, or takes more effort each week, call a doctor "
    "within 48 hours."
)
WHEN = ({"weakness": ["functional", "progressive", "rapid", "sudden"]},)
CASES = (
    {
        "says": "a task fails",
        "answers": {"weakness": "functional"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "feels tired, all tasks work, just below",
        "answers": {"weakness": "felt_only"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "a normal examination does not lower it",
        "answers": {"weakness": "functional", "assessed_normal": True},
        "fires": True,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_new_or_grows_is_a_call_within_48_hours_wherever_it_is_said(language):
    """The list after a result and the reason on a result: decision 0019."""
    words = load(language)
    assert "48" in words.text(f"urgency.{Urgency.URGENT.name}.when")
    listed = words.items("safety_net.within_48h")[0]
    reason = words.text("rule.O-WEAK.detail")
    grows = {"en": "each week", "de": "jede Woche"}[language]
    assert grows in listed
    assert grows in reason
    assert "48" in reason
    assert "48" in words.text("safety_net.lead_48h")
