"""S-RAPIDWEAK: weakness that grew within days needs a doctor today."""

RULE = "S-RAPIDWEAK"
TITLE = "Weakness that grew within days needs a doctor today"
AFTER = None
SAYS = "You have got weaker fast."
DETAIL = (
    "Weakness that grows within days or a few weeks should be looked at today. Some causes "
    "can be treated if they are found early."
)
WHEN = ({"weakness": ["rapid", "sudden"]},)
CASES = (
    {
        "says": "worse within days",
        "answers": {"weakness": "rapid"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "within minutes counts as well",
        "answers": {"weakness": "sudden"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "worse over months, just below",
        "answers": {"weakness": "progressive"},
        "fires": False,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
