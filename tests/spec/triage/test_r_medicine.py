"""R-MEDICINE: a new or stopped medicine needs an ordinary word with the prescriber."""

RULE = "R-MEDICINE"
TITLE = "A new or stopped medicine needs an ordinary word with the prescriber"
CASES = (
    {
        "says": "a medicine started before the twitching",
        "answers": {"new_medicine": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "an antidepressant raised",
        "answers": {"serotonergic_change": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "calming tablets stopped has a graver rule too",
        "answers": {"withdrawal": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "no medicine changed",
        "answers": {"new_medicine": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
