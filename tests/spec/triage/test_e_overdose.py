"""E-OVERDOSE: too much of a medicine or drug needs an ambulance."""

RULE = "E-OVERDOSE"
TITLE = "Too much of a medicine or drug needs an ambulance"
AFTER = "E-CHOLINERGIC"
SAYS = "You took too much of a medicine, drug or caffeine."
DETAIL = "Get help now, even if you feel well. Keep the pack at hand."
WHEN = ({"overdose": [True]},)
CASES = (
    {
        "says": "too much taken",
        "answers": {"overdose": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "not too much",
        "answers": {"overdose": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
