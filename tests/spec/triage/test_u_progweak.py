"""U-PROGWEAK: weakness that grows needs an urgent visit."""

RULE = "U-PROGWEAK"
TITLE = "Weakness that grows needs an urgent visit"
CASES = (
    {
        "says": "worse over weeks or months",
        "answers": {"weakness": "progressive"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "a task fails but stays the same, just below",
        "answers": {"weakness": "functional"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
