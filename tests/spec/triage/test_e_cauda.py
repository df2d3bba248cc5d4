"""E-CAUDA: numbness between the legs or new bladder trouble needs an ambulance."""

RULE = "E-CAUDA"
TITLE = "Numbness between the legs or new bladder trouble needs an ambulance"
AFTER = "E-WITHDRAWAL"
SAYS = "You are numb between the legs, or have new bladder, bowel or sexual trouble."
DETAIL = "Nerves at the end of the spine may be pressed. They need help within hours."
WHEN = ({"cauda_equina": ["numb_or_bladder"]},)
CASES = (
    {
        "says": "numb between the legs",
        "answers": {"cauda_equina": "numb_or_bladder"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "back pain into both legs, just below",
        "answers": {"cauda_equina": "pain_both_legs"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
