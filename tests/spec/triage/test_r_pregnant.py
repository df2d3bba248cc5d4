"""R-PREGNANT: twitching in pregnancy needs an ordinary visit."""

RULE = "R-PREGNANT"
TITLE = "Twitching in pregnancy needs an ordinary visit"
AFTER = "R-MEDICINE"
SAYS = "You are pregnant or gave birth in the last six weeks."
DETAIL = (
    "Twitches and cramps are common then. Tell your midwife or doctor, and ask before you "
    "take anything for it."
)
WHEN = ({"pregnant": [True]},)
CASES = (
    {
        "says": "pregnant, or gave birth within six weeks",
        "answers": {"pregnant": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "not pregnant",
        "answers": {"pregnant": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
