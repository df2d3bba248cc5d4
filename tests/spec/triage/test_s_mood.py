"""S-MOOD: wishing not to wake up needs somebody to talk to today."""

RULE = "S-MOOD"
TITLE = "Wishing not to wake up needs somebody to talk to today"
AFTER = "S-SEROTONIN"
SAYS = "You have thoughts about not being alive."
DETAIL = "You should not be alone with this. Please talk to a doctor or a helpline today."
WHEN = ({"mood": ["passive_thoughts", "suicidal"]},)
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
