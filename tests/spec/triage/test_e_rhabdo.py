"""E-RHABDO: dark urine with muscle pain needs an ambulance."""

RULE = "E-RHABDO"
TITLE = "Dark urine with muscle pain needs an ambulance"
CASES = (
    {
        "says": "urine like cola, muscles hurt",
        "answers": {"dark_urine_muscle": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "urine as always",
        "answers": {"dark_urine_muscle": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
