"""S-JERKS: weakness after an attack of jerks needs a doctor today."""

RULE = "S-JERKS"
TITLE = "Weakness after an attack of jerks needs a doctor today"
CASES = (
    {
        "says": "a part is weak for a while after it jerked in a steady beat",
        "answers": {"jerk_attacks": "weak_after"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "an attack of minutes that leaves no weakness, just below",
        "answers": {"jerk_attacks": "minutes"},
        "fires": False,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
