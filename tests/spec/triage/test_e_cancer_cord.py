"""E-CANCER-CORD: fast weakness or climbing numbness after cancer needs an ambulance."""

RULE = "E-CANCER-CORD"
TITLE = "Fast weakness or climbing numbness after cancer needs an ambulance"
AFTER = "E-GBS"
SAYS = "With cancer now or before, weakness or numbness that grows fast needs help now."
DETAIL = "The spinal cord may be under pressure. Early help can save strength and walking."
WHEN = (
    {"cancer_history": [True], "weakness": ["rapid", "sudden"]},
    {"cancer_history": [True], "sensory": ["rapid_ascending"]},
)
CASES = (
    {
        "says": "cancer before, weakness over days",
        "answers": {"cancer_history": True, "weakness": "rapid"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "cancer before, numbness climbing up",
        "answers": {"cancer_history": True, "sensory": "rapid_ascending"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "cancer before, slow weakness, just below",
        "answers": {"cancer_history": True, "weakness": "progressive"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "cancer before, numbness that stays where it is",
        "answers": {"cancer_history": True, "sensory": "persistent"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "weakness over days, never cancer",
        "answers": {"weakness": "rapid"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
