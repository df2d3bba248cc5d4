"""R-WEIGHT: weight lost without trying needs an ordinary visit."""

RULE = "R-WEIGHT"
TITLE = "Weight lost without trying needs an ordinary visit"
AFTER = "R-HEART"
SAYS = "You lose weight without trying."
DETAIL = "This has many causes. It is worth a visit in any case."
WHEN = ({"weight_loss": [True]},)
CASES = (
    {"says": "weight lost", "answers": {"weight_loss": True}, "fires": True, "urgency": "ROUTINE"},
    {
        "says": "weight kept",
        "answers": {"weight_loss": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
