"""U-KIDNEY: twitching with kidney disease needs an urgent visit."""

RULE = "U-KIDNEY"
TITLE = "Twitching with kidney disease needs an urgent visit"
CASES = (
    {
        "says": "known kidney disease",
        "answers": {"kidney": "chronic_disease"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "healthy kidneys",
        "answers": {"kidney": "none"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
