"""E-SUICIDE: thoughts or a plan of ending life need help now."""

RULE = "E-SUICIDE"
TITLE = "Thoughts or a plan of ending life need help now"
AFTER = "E-TRAUMA"
SAYS = "You think about ending your life."
DETAIL = (
    "You matter, and this feeling can ease with help. Talk to someone now, and do not stay alone."
)
WHEN = ({"mood": ["suicidal"]},)
CASES = (
    {
        "says": "thoughts or a plan of ending life",
        "answers": {"mood": "suicidal"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "wishing not to wake up, just below",
        "answers": {"mood": "passive_thoughts"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
