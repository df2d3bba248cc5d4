"""S-CANCER-CORD: weakness, numbness or clumsiness after cancer needs a doctor today."""

RULE = "S-CANCER-CORD"
TITLE = "Weakness, numbness or clumsiness after cancer needs a doctor today"
AFTER = "S-CHILD"
SAYS = "With cancer now or before, weakness, numbness or clumsiness needs a look today."
DETAIL = "The spine has to be checked. Early help can save strength."
WHEN = (
    {"cancer_history": [True], "weakness": ["functional", "progressive", "rapid", "sudden"]},
    {"cancer_history": [True], "sensory": ["persistent", "rapid_ascending"]},
    {"cancer_history": [True], "coordination": ["persistent", "sudden"]},
)
CASES = (
    {
        "says": "cancer before, a task fails",
        "answers": {"cancer_history": True, "weakness": "functional"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "cancer before, numbness that stays",
        "answers": {"cancer_history": True, "sensory": "persistent"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "cancer before, clumsy",
        "answers": {"cancer_history": True, "coordination": "persistent"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "cancer before, muscles feel tired only",
        "answers": {"cancer_history": True, "weakness": "felt_only"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "cancer before, tingling for seconds",
        "answers": {"cancer_history": True, "sensory": "fleeting_tingling"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "a task fails, never cancer",
        "answers": {"weakness": "functional"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
