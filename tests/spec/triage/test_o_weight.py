"""O-WEIGHT: weight lost and two weeks of twitching need a visit within 2 to 3 weeks."""

RULE = "O-WEIGHT"
TITLE = "Weight lost and two weeks of twitching need a visit within 2 to 3 weeks"
AFTER = "O-THYROID-HEART"
SAYS = "You have twitched for over two weeks and lose weight without trying."
DETAIL = "Weight loss has many causes. It needs a visit and blood tests."
WHEN = ({"run_days": [20], "weight_loss": [True]},)
CASES = (
    {
        "says": "weight lost, 15 days",
        "answers": {"weight_loss": True, "run_days": 15},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "weight lost, 14 days, one day short",
        "answers": {"weight_loss": True, "run_days": 14},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "15 days, weight kept",
        "answers": {"run_days": 15},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
