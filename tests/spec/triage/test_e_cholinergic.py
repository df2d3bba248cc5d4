"""E-CHOLINERGIC: drooling or wheeze after contact with a pesticide needs an ambulance."""

RULE = "E-CHOLINERGIC"
TITLE = "Drooling or wheeze after contact with a pesticide needs an ambulance"
CASES = (
    {
        "says": "contact, and now drooling or tiny pupils",
        "answers": {"cholinergic_exposure": True, "cholinergic_symptoms": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "contact without symptoms",
        "answers": {"cholinergic_exposure": True},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "the symptoms without contact",
        "answers": {"cholinergic_symptoms": True},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
