"""U-THYROID-HEART: heat, a racing heart and lost weight together need an urgent visit."""

RULE = "U-THYROID-HEART"
TITLE = "Heat, a racing heart and lost weight together need an urgent visit"
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
