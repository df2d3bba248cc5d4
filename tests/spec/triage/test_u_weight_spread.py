"""U-WEIGHT-SPREAD: losing weight while twitching spreads needs an urgent visit."""

RULE = "U-WEIGHT-SPREAD"
TITLE = "Losing weight while twitching spreads needs an urgent visit"
AFTER = "U-KIDNEY"
SAYS = "The twitching has spread, and you lose weight without trying."
DETAIL = "The two together need a closer look, even though each has many causes."
WHEN = ({"weight_loss": [True], "site_scope": ["spread"]},)
CASES = (
    {
        "says": "weight lost and spread",
        "answers": {"weight_loss": True, "site_scope": "spread"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "weight lost, several places but no spread, just below",
        "answers": {"weight_loss": True, "site_scope": "multi_site"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "spread without weight loss",
        "answers": {"site_scope": "spread"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
