"""E-WITHDRAWAL: fever or confusion after stopping alcohol or calming tablets needs an ambulance."""

RULE = "E-WITHDRAWAL"
TITLE = "Fever or confusion after stopping alcohol or calming tablets needs an ambulance"
AFTER = "E-PREECLAMPSIA"
SAYS = (
    "You suddenly stopped alcohol, sleeping tablets or tranquillisers. You now have severe signs."
)
DETAIL = "Fever, confusion or strong shaking after stopping can be dangerous. It needs help now."
WHEN = ({"withdrawal": [True], "autonomic_agitation": ["severe"]},)
CASES = (
    {
        "says": "stopped abruptly, now feverish or confused",
        "answers": {"withdrawal": True, "autonomic_agitation": "severe"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "stopped abruptly, sweating and shaking, just below",
        "answers": {"withdrawal": True, "autonomic_agitation": "mild"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "feverish or confused without stopping anything",
        "answers": {"autonomic_agitation": "severe"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
