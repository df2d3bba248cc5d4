"""E-LOCKJAW: a jaw that will not open needs an ambulance."""

RULE = "E-LOCKJAW"
TITLE = "A jaw that will not open needs an ambulance"
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
