"""S-MOOD: wishing not to wake up needs somebody to talk to today."""

RULE = "S-MOOD"
TITLE = "Wishing not to wake up needs somebody to talk to today"
CASES = (
    {
        "says": "sometimes wishing not to wake up",
        "answers": {"mood": "passive_thoughts"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "worry that rules the day, just below",
        "answers": {"mood": "distress"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
