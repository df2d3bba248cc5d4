"""O-WEAK: a task that fails needs a visit within 2 to 3 weeks."""

RULE = "O-WEAK"
TITLE = "A task that fails needs a visit within 2 to 3 weeks"
CASES = (
    {
        "says": "a task fails",
        "answers": {"weakness": "functional"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "feels tired, all tasks work, just below",
        "answers": {"weakness": "felt_only"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "a normal examination does not lower it",
        "answers": {"weakness": "functional", "assessed_normal": True},
        "fires": True,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
