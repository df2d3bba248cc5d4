"""S-ASCEND: numbness climbing up the limbs needs a doctor today."""

RULE = "S-ASCEND"
TITLE = "Numbness climbing up the limbs needs a doctor today"
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
