"""E-GBS: fast weakness with climbing numbness needs an ambulance."""

RULE = "E-GBS"
TITLE = "Fast weakness with climbing numbness needs an ambulance"
CASES = (
    {
        "says": "weakness over days and numbness climbing up",
        "answers": {"weakness": "rapid", "sensory": "rapid_ascending"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "slow weakness and numbness climbing up",
        "answers": {"weakness": "progressive", "sensory": "rapid_ascending"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "weakness over days and numbness that stays where it is",
        "answers": {"weakness": "rapid", "sensory": "persistent"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
