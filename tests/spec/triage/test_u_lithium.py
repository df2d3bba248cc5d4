"""U-LITHIUM: twitching on lithium needs an urgent word with the prescriber."""

RULE = "U-LITHIUM"
TITLE = "Twitching on lithium needs an urgent word with the prescriber"
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
