"""O-MEDICINE-HEART: a racing heart on a new medicine needs a visit within 2 to 3 weeks."""

RULE = "O-MEDICINE-HEART"
TITLE = "A racing heart on a new medicine needs a visit within 2 to 3 weeks"
AFTER = "O-CANCER"
SAYS = "You have heart symptoms, and a medicine was started or changed lately."
DETAIL = "Ask the doctor who gave you the medicine. Do not stop it on your own."
WHEN = ({"heart": ["palpitations", "chest_pain_or_faint"], "new_medicine": [True]},)
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
