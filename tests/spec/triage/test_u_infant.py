"""U-INFANT: a baby that twitches is shown to a children's doctor within 48 hours."""

RULE = "U-INFANT"
TITLE = "A baby under one year that twitches is shown to a children's doctor within 48 hours"
AFTER = "U-NECK-BUZZ"
SAYS = "This is about a baby under one year."
DETAIL = (
    "In a baby, a harmless twitch and a jerk that has to be treated can look alike. Film it "
    "where that is possible, and show it to a children's doctor. Jerks in a row, or a baby that "
    "bends up or goes stiff: today."
)
WHEN = ({"age_years": [0]},)
CASES = (
    {
        "says": "a baby, and nothing else was told",
        "answers": {"age_years": 0},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "a baby whose lid has flickered for a day, better by now",
        "answers": {
            "age_years": 0, "run_days": 1, "eye_face": "eyelid_twitch", "trend": "improving",
        },
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "jerks are seen today, as in every child",
        "answers": {"age_years": 0, "child_gait_or_movement": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "from the first birthday on it is a normal visit",
        "answers": {"age_years": 1},
        "fires": False,
        "urgency": "ROUTINE",
    },
)  # fmt: skip


def test_rule(case, check_case):
    check_case(RULE, case)
