"""R-LEGS: an urge to move the legs deserves an ordinary visit."""

RULE = "R-LEGS"
TITLE = "An urge to move the legs deserves an ordinary visit"
AFTER = "R-CRAMPS"
SAYS = "An urge to move your legs keeps you from rest."
DETAIL = "This is common and can be treated. Little iron in the blood is one reason."
WHEN = ({"legs_urge": [True]},)
CASES = (
    {
        "says": "the legs must move in the evening",
        "answers": {"legs_urge": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "cramps only",
        "answers": {"cramps": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "no urge",
        "answers": {"legs_urge": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
