"""S-RAPIDWEAK: weakness that grew within days needs a doctor today."""

RULE = "S-RAPIDWEAK"
TITLE = "Weakness that grew within days needs a doctor today"
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
