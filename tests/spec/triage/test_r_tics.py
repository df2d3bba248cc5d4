"""R-TICS: movements that can be held back are no matter of today."""

RULE = "R-TICS"
TITLE = "Movements that can be held back are no matter of today"
AFTER = "R-EYELID"
SAYS = "Movements or sounds come that can be held back for a moment."
DETAIL = (
    "In children this is common and mostly passes. A visit helps if it troubles the child, or"
    " if something changes."
)
WHEN = ({"tics": ["held_back"]},)
CASES = (
    {
        "says": "a child that is otherwise as always",
        "answers": {"age_years": 8, "tics": "held_back"},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "the child is weak as well",
        "answers": {"age_years": 8, "tics": "held_back", "weakness": "functional"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "the child walks in a new way as well",
        "answers": {"age_years": 8, "tics": "held_back", "child_gait_or_movement": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "they began from one day to the next, just above",
        "answers": {"age_years": 8, "tics": "sudden"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "none, just below",
        "answers": {"tics": "none"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
