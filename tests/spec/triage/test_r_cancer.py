"""R-CANCER: cancer now or before needs an ordinary visit."""

RULE = "R-CANCER"
TITLE = "Cancer now or before needs an ordinary visit"
AFTER = "R-WEIGHT"
SAYS = "You have or had cancer."
DETAIL = "Most twitching has nothing to do with it. Tell your doctor about it at the next visit."
WHEN = ({"cancer_history": [True]},)
CASES = (
    {
        "says": "cancer now or before",
        "answers": {"cancer_history": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "never cancer",
        "answers": {"cancer_history": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
