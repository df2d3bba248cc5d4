"""R-2WEEKS: more than two weeks of twitching needs an ordinary visit."""

RULE = "R-2WEEKS"
TITLE = "More than two weeks of twitching needs an ordinary visit"
AFTER = None
SOFT = True
SAYS = "It has gone on for over two weeks."
DETAIL = (
    "Many people twitch for longer and stay well. A doctor can check for simple causes, such "
    "as the thyroid or salts in the blood."
)
WHEN = ({"run_days": [20]},)
CASES = (
    {"says": "15 days", "answers": {"run_days": 15}, "fires": True, "urgency": "ROUTINE"},
    {
        "says": "14 days, one day short",
        "answers": {"run_days": 14},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "15 days after a normal examination",
        "answers": {"run_days": 15, "assessed_normal": True},
        "fires": True,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
