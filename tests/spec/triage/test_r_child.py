"""R-CHILD: a child with twitching needs an ordinary visit."""

RULE = "R-CHILD"
TITLE = "A child with twitching needs an ordinary visit"
CASES = (
    {"says": "aged 15", "answers": {"age_years": 15}, "fires": True, "urgency": "ROUTINE"},
    {
        "says": "aged 16, just above",
        "answers": {"age_years": 16},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
