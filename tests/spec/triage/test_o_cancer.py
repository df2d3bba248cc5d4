"""O-CANCER: more than two weeks of twitching after cancer needs a visit within 2 to 3 weeks."""

RULE = "O-CANCER"
TITLE = "More than two weeks of twitching after cancer needs a visit within 2 to 3 weeks"
CASES = (
    {
        "says": "cancer before, 15 days",
        "answers": {"cancer_history": True, "run_days": 15},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "cancer before, 14 days, one day short",
        "answers": {"cancer_history": True, "run_days": 14},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "15 days, never cancer",
        "answers": {"run_days": 15},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
