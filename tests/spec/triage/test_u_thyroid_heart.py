"""U-THYROID-HEART: heat, a racing heart and lost weight together need an urgent visit."""

RULE = "U-THYROID-HEART"
TITLE = "Heat, a racing heart and lost weight together need an urgent visit"
AFTER = "U-WEIGHT-SPREAD"
SAYS = "You have heart symptoms, lose weight, and feel hot, shaky or sweaty."
DETAIL = "The thyroid may be too active. A blood test and a heart trace can tell."
WHEN = (
    {
        "thyroid_symptoms": [True],
        "heart": ["palpitations", "chest_pain_or_faint"],
        "weight_loss": [True],
    },
)
CASES = (
    {
        "says": "all three",
        "answers": {"thyroid_symptoms": True, "heart": "palpitations", "weight_loss": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "heat and a racing heart, weight kept",
        "answers": {"thyroid_symptoms": True, "heart": "palpitations"},
        "fires": False,
        "urgency": "SOON",
    },
    {
        "says": "heat and lost weight, a calm heart",
        "answers": {"thyroid_symptoms": True, "weight_loss": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "a racing heart and lost weight, no heat",
        "answers": {"heart": "palpitations", "weight_loss": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
