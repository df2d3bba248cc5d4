"""R-THYROID: heat, tremor and sweating need an ordinary visit."""

RULE = "R-THYROID"
TITLE = "Heat, tremor and sweating need an ordinary visit"
AFTER = "R-CHILD"
SAYS = "You feel hot, shaky or sweaty."
DETAIL = "The thyroid gland can do this, and so can stress. A blood test can tell."
WHEN = ({"thyroid_symptoms": [True]},)
CASES = (
    {
        "says": "heat, tremor, sweating",
        "answers": {"thyroid_symptoms": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "none of it",
        "answers": {"thyroid_symptoms": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
