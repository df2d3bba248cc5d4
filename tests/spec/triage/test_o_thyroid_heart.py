"""O-THYROID-HEART: heat and a racing heart need a visit within 2 to 3 weeks."""

RULE = "O-THYROID-HEART"
TITLE = "Heat and a racing heart need a visit within 2 to 3 weeks"
CASES = (
    {
        "says": "both",
        "answers": {"thyroid_symptoms": True, "heart": "palpitations"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "heat alone",
        "answers": {"thyroid_symptoms": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "a racing heart alone",
        "answers": {"heart": "palpitations"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
