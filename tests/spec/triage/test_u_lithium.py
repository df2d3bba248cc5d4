"""U-LITHIUM: twitching on lithium needs an urgent word with the prescriber."""

RULE = "U-LITHIUM"
TITLE = "Twitching on lithium needs an urgent word with the prescriber"
AFTER = "U-WASTING-UNSURE"
SAYS = "You take lithium and your muscles twitch."
DETAIL = (
    "A blood test shows if the level is right. Do not change the dose, your salt or your "
    "coffee on your own."
)
WHEN = ({"lithium": [True]},)
CASES = (
    {"says": "on lithium", "answers": {"lithium": True}, "fires": True, "urgency": "URGENT"},
    {
        "says": "not on lithium",
        "answers": {"lithium": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
