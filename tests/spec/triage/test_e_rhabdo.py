"""E-RHABDO: dark urine with muscle pain needs an ambulance."""

RULE = "E-RHABDO"
TITLE = "Dark urine with muscle pain needs an ambulance"
AFTER = "E-CAUDA"
SAYS = "Your urine is dark, and your muscles hurt or are weak."
DETAIL = (
    "Muscle may be breaking down, which can harm the kidneys. Blood and urine have to be "
    "tested now."
)
WHEN = ({"dark_urine_muscle": [True]},)
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
