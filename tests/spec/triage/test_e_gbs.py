"""E-GBS: fast weakness with climbing numbness needs an ambulance."""

RULE = "E-GBS"
TITLE = "Fast weakness with climbing numbness needs an ambulance"
AFTER = "E-DIALYSIS"
SAYS = "You got weaker fast, and numbness is climbing."
DETAIL = (
    "Together these can reach the muscles for breathing. Doctors need to watch this in hospital."
)
WHEN = ({"weakness": ["rapid", "sudden"], "sensory": ["rapid_ascending"]},)
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
