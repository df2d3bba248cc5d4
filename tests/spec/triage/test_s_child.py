"""S-CHILD: a child with weakness, clumsiness or trouble walking needs a doctor today."""

RULE = "S-CHILD"
TITLE = "A child with weakness, clumsiness or trouble walking needs a doctor today"
AFTER = "S-TICK-FACE"
SAYS = "A child is weak, clumsy, or walks or moves in a new way."
DETAIL = "In a child this should be seen by a doctor today."
WHEN = (
    {"age_years": [8], "weakness": ["functional", "progressive", "rapid", "sudden"]},
    {"age_years": [8], "coordination": ["persistent", "sudden"]},
    {"age_years": [8], "child_gait_or_movement": [True]},
)
CASES = (
    {
        "says": "aged 15, a task fails",
        "answers": {"age_years": 15, "weakness": "functional"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "aged 9, clumsy",
        "answers": {"age_years": 9, "coordination": "persistent"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "aged 4, new trouble walking",
        "answers": {"age_years": 4, "child_gait_or_movement": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "aged 16, a task fails, just above the age",
        "answers": {"age_years": 16, "weakness": "functional", "run_days": 29},
        "fires": False,
        "urgency": "URGENT",
    },
    {
        "says": "aged 16, new trouble walking noted",
        "answers": {"age_years": 16, "child_gait_or_movement": True},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "aged 15, muscles feel tired only",
        "answers": {"age_years": 15, "weakness": "felt_only"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
