"""E-SEIZURE: a fit, a blackout or confusion needs an ambulance."""

RULE = "E-SEIZURE"
TITLE = "A fit, a blackout or confusion needs an ambulance"
CASES = (
    {
        "says": "a fit or new confusion",
        "answers": {"seizure_or_confusion": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "none of it",
        "answers": {"seizure_or_confusion": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
