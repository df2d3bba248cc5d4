"""S-JERKS: weakness after an attack of jerks needs a doctor today."""

RULE = "S-JERKS"
TITLE = "Weakness after an attack of jerks needs a doctor today"
AFTER = "S-CANCER-CORD"
SAYS = "After an attack of jerks, a part of your body was weak."
DETAIL = (
    "A doctor should see this today, even if it has passed. If the weakness is there now, "
    "call the emergency number."
)
WHEN = ({"jerk_attacks": ["weak_after"]},)
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
