"""R-MOOD: worry that rules the day needs an ordinary visit."""

RULE = "R-MOOD"
TITLE = "Worry that rules the day needs an ordinary visit"
CASES = (
    {
        "says": "worry rules the day",
        "answers": {"mood": "distress"},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {"says": "no such worry", "answers": {"mood": "none"}, "fires": False, "urgency": "SELF_CARE"},
)


def test_rule(case, check_case):
    check_case(RULE, case)
