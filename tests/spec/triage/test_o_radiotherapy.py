"""O-RADIOTHERAPY: twitching where radiation was given needs a visit within 2 to 3 weeks."""

RULE = "O-RADIOTHERAPY"
TITLE = "Twitching where radiation was given needs a visit within 2 to 3 weeks"
AFTER = "O-WEIGHT"
SAYS = "The part that twitches was once treated with radiation."
DETAIL = "Nerves can react to it, even after many years. A doctor should know and look."
WHEN = ({"radiotherapy": [True]},)
CASES = (
    {
        "says": "the part was treated with radiation",
        "answers": {"cancer_history": True, "radiotherapy": True},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "told alone",
        "answers": {"radiotherapy": True},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "cancer long ago without radiation there",
        "answers": {"cancer_history": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "a normal examination does not lower it",
        "answers": {"radiotherapy": True, "assessed_normal": True},
        "fires": True,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
