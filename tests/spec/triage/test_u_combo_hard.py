"""U-COMBO-HARD: two checklist items and a hard sign need an urgent visit."""

RULE = "U-COMBO-HARD"
TITLE = "Two checklist items and a hard sign need an urgent visit"
AFTER = "U-TICK"
SAYS = "Two or more checklist points fit you, and one of your signs weighs more by itself."
DETAIL = (
    "The guide counts two or more points as a reason to be seen. A change in strength, size, "
    "feeling or speech makes it more pressing."
)
WHEN = "counts"
CASES = (
    {
        "says": "a task fails and a relative is ill",
        "answers": {"weakness": "functional", "family_nm": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "spread and family, with numbness that stays",
        "answers": {"site_scope": "spread", "family_nm": True, "sensory": "persistent"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "15 days despite rest and a task fails",
        "answers": {"run_days": 15, "weakness": "functional"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "14 days and a task fails, one day short",
        "answers": {"run_days": 14, "weakness": "functional"},
        "fires": False,
        "urgency": "SOON",
    },
    {
        "says": "15 days without trying anything and a task fails: one item",
        "answers": {"run_days": 15, "measures_tried": "no", "weakness": "functional"},
        "fires": False,
        "urgency": "SOON",
    },
    {
        "says": "spread and family without a hard sign",
        "answers": {"site_scope": "spread", "family_nm": True},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
