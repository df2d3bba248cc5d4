"""U-WASTING: a muscle that has become smaller needs an urgent visit."""

RULE = "U-WASTING"
TITLE = "A muscle that has become smaller needs an urgent visit"
CASES = (
    {"says": "plainly smaller", "answers": {"wasting": "yes"}, "fires": True, "urgency": "URGENT"},
    {
        "says": "not sure, just below",
        "answers": {"wasting": "unsure"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
