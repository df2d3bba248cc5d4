"""U-KIDNEY: twitching with kidney disease needs an urgent visit."""

RULE = "U-KIDNEY"
TITLE = "Twitching with kidney disease needs an urgent visit"
AFTER = "U-BREATH-EX"
SAYS = "You have kidney disease, and your muscles twitch."
DETAIL = "Salts in the blood can be the cause. They should be tested within days."
WHEN = ({"kidney": ["chronic_disease", "missed_dialysis"]},)
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
