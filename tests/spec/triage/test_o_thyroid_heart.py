"""O-THYROID-HEART: heat and a racing heart need a visit within 2 to 3 weeks."""

RULE = "O-THYROID-HEART"
TITLE = "Heat and a racing heart need a visit within 2 to 3 weeks"
AFTER = "O-ESCALATED"
SAYS = "You have heart symptoms, and feel hot, shaky or sweaty."
DETAIL = "The thyroid may be too active. A blood test can tell."
WHEN = ({"heart": ["palpitations", "chest_pain_or_faint"], "thyroid_symptoms": [True]},)
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
