"""E-CHOLINERGIC: drooling or wheeze after contact with a pesticide needs an ambulance."""

RULE = "E-CHOLINERGIC"
TITLE = "Drooling or wheeze after contact with a pesticide needs an ambulance"
AFTER = "E-SEROTONIN"
SAYS = "You had contact with a poison or too much of a medicine, and your body reacts."
DETAIL = "Drooling, sweating, tiny pupils, wheeze or cramps after such contact need help now."
WHEN = ({"cholinergic_exposure": [True], "cholinergic_symptoms": [True]},)
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
