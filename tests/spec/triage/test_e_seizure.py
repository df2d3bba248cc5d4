"""E-SEIZURE: a fit, a blackout or confusion needs an ambulance."""

RULE = "E-SEIZURE"
TITLE = "A fit, a blackout or confusion needs an ambulance"
AFTER = "E-CHOKE-BREATH"
SAYS = "There was a fit, a blackout, confusion, or unusual sleepiness."
DETAIL = "This needs help now. Salts, sugar and the brain have to be checked."
WHEN = ({"seizure_or_confusion": [True]},)
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
