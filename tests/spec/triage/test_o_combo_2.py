"""O-COMBO-2: two items or two rows need a visit within 2 to 3 weeks."""

RULE = "O-COMBO-2"
TITLE = "Two items or two rows need a visit within 2 to 3 weeks"
AFTER = "O-SPREAD"
SOFT = True
SAYS = "Two or more warning signs fit you."
DETAIL = "Two together count for more than one. The guide asks you to have them looked at."
WHEN = "counts"
CASES = (
    {
        "says": "15 days and family: two items",
        "answers": {"run_days": 15, "family_nm": True},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "spread and 15 days: two rows",
        "answers": {"site_scope": "spread", "run_days": 15, "measures_tried": "no"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "14 days and family: one item",
        "answers": {"run_days": 14, "family_nm": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "15 days alone: one item, one row",
        "answers": {"run_days": 15},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
