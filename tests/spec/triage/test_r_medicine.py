"""R-MEDICINE: a new or stopped medicine needs an ordinary word with the prescriber."""

RULE = "R-MEDICINE"
TITLE = "A new or stopped medicine needs an ordinary word with the prescriber"
AFTER = "R-EXPLAINED"
SAYS = "A medicine, a drug or alcohol was started, changed or stopped lately."
DETAIL = (
    "Some medicines can make muscles twitch. Ask your doctor or pharmacist. Do not stop a "
    "medicine on your own."
)
WHEN = (
    {"serotonergic_change": [True]},
    {"new_medicine": [True]},
    {"withdrawal": [True]},
)
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
