"""S-ASCEND: numbness climbing up the limbs needs a doctor today."""

RULE = "S-ASCEND"
TITLE = "Numbness climbing up the limbs needs a doctor today"
AFTER = "S-RAPIDWEAK"
SAYS = "Numbness or tingling is climbing up your arms or legs."
DETAIL = "When it rises over days, a doctor should look at it the same day."
WHEN = ({"sensory": ["rapid_ascending"]},)
CASES = (
    {
        "says": "climbing over days",
        "answers": {"sensory": "rapid_ascending"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "stays in one place, just below",
        "answers": {"sensory": "persistent"},
        "fires": False,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
