"""U-PROGWEAK: weakness that grows needs an urgent visit."""

RULE = "U-PROGWEAK"
TITLE = "Weakness that grows needs an urgent visit"
AFTER = "U-WASTING"
SAYS = "You have become weaker, bit by bit or fast."
DETAIL = (
    "This may be a trapped nerve or an immune reaction, and there are more causes. Some get "
    "better when treated early."
)
WHEN = ({"weakness": ["progressive", "rapid", "sudden"]},)
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
