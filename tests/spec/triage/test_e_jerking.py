"""E-JERKING: one part jerking without end needs an ambulance."""

RULE = "E-JERKING"
TITLE = "One part jerking without end needs an ambulance"
CASES = (
    {
        "says": "one part jerks for more than five minutes",
        "answers": {"rhythmic_jerking": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "no such jerking",
        "answers": {"rhythmic_jerking": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
