"""U-COMBO-3: three checklist items need an urgent visit."""

RULE = "U-COMBO-3"
TITLE = "Three checklist items need an urgent visit"
AFTER = "U-COMBO-HARD"
SOFT = True
SAYS = "Three or more of the six checklist points are yes."
DETAIL = "The guide says to be seen when two or more are yes. With three we ask you not to wait."
WHEN = "counts"
CASES = (
    {
        "says": "15 days, spread and family",
        "answers": {"run_days": 15, "site_scope": "spread", "family_nm": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "29 days without trying anything, spread and family",
        "answers": {
            "run_days": 29,
            "measures_tried": "no",
            "site_scope": "spread",
            "family_nm": True,
        },
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "14 days, spread and family: two items",
        "answers": {"run_days": 14, "site_scope": "spread", "family_nm": True},
        "fires": False,
        "urgency": "SOON",
    },
    {
        "says": "28 days without trying anything, spread and family: two items",
        "answers": {
            "run_days": 28,
            "measures_tried": "no",
            "site_scope": "spread",
            "family_nm": True,
        },
        "fires": False,
        "urgency": "SOON",
    },
    {
        "says": "a normal examination lowers it to an ordinary visit",
        "answers": {
            "run_days": 15,
            "site_scope": "spread",
            "family_nm": True,
            "assessed_normal": True,
        },
        "fires": True,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
