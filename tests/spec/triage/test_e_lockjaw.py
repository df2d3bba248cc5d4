"""E-LOCKJAW: a jaw that will not open needs an ambulance."""

RULE = "E-LOCKJAW"
TITLE = "A jaw that will not open needs an ambulance"
AFTER = "E-JERKING"
SAYS = "Your jaw is hard to open, or painful stiffness spreads."
DETAIL = "After a wound, even a small one, this can be dangerous. It needs help now."
WHEN = ({"lockjaw": [True]},)
CASES = (
    {
        "says": "the jaw is hard to open",
        "answers": {"lockjaw": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "the jaw opens as always",
        "answers": {"lockjaw": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
