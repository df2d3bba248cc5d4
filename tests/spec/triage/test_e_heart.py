"""E-HEART: chest pain or fainting needs an ambulance."""

RULE = "E-HEART"
TITLE = "Chest pain or fainting needs an ambulance"
AFTER = "E-OVERDOSE"
SAYS = "You have chest pain, or you fainted."
DETAIL = "The heart has to be checked now."
WHEN = ({"heart": ["chest_pain_or_faint"]},)
CASES = (
    {
        "says": "chest pain or a faint",
        "answers": {"heart": "chest_pain_or_faint"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "a racing heart alone, just below",
        "answers": {"heart": "palpitations"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
