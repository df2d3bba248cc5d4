"""U-WASTING-UNSURE: perhaps a smaller muscle, and twitching on the rise, needs an urgent visit."""

RULE = "U-WASTING-UNSURE"
TITLE = "Perhaps a smaller muscle, and twitching on the rise, needs an urgent visit"
AFTER = "U-THYROID-HEART"
SAYS = "A muscle is or may be smaller, and things are getting worse."
DETAIL = "You do not have to be sure. A doctor can see and test it."
WHEN = ({"wasting": ["unsure", "yes"], "trend": ["worsening"]},)
CASES = (
    {
        "says": "perhaps smaller, twitching more",
        "answers": {"wasting": "unsure", "trend": "worsening"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "perhaps smaller, twitching the same",
        "answers": {"wasting": "unsure", "trend": "stable"},
        "fires": False,
        "urgency": "SOON",
    },
    {
        "says": "twitching more, muscles as always",
        "answers": {"trend": "worsening"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
