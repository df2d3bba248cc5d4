"""O-MEDICINE-HEART: a racing heart on a new medicine needs a visit within 2 to 3 weeks."""

RULE = "O-MEDICINE-HEART"
TITLE = "A racing heart on a new medicine needs a visit within 2 to 3 weeks"
CASES = (
    {
        "says": "new medicine and a racing heart",
        "answers": {"new_medicine": True, "heart": "palpitations"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "new medicine, a calm heart",
        "answers": {"new_medicine": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "a racing heart, no new medicine",
        "answers": {"heart": "palpitations"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
