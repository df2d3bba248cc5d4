"""R-MOOD: worry that rules the day needs an ordinary visit."""

RULE = "R-MOOD"
TITLE = "Worry that rules the day needs an ordinary visit"
AFTER = "R-CANCER"
SAYS = "Worry or low mood weighs on you."
DETAIL = (
    "Worry and twitching can feed each other. A doctor can help with both, and talking about "
    "it helps many people."
)
WHEN = ({"mood": ["distress", "passive_thoughts", "suicidal"]},)
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
