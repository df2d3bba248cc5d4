"""O-CANCER: more than two weeks of twitching after cancer needs a visit within 2 to 3 weeks."""

RULE = "O-CANCER"
TITLE = "More than two weeks of twitching after cancer needs a visit within 2 to 3 weeks"
AFTER = "O-FACE"
SAYS = "You have twitched for more than two weeks and had cancer at some time."
DETAIL = (
    "Most often there is no link. Your doctor will want to know and may look at the nerves "
    "near the spot."
)
WHEN = ({"cancer_history": [True], "run_days": [20]},)
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
