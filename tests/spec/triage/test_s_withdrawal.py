"""S-WITHDRAWAL: stopping alcohol or calming tablets abruptly needs a doctor today."""

RULE = "S-WITHDRAWAL"
TITLE = "Stopping alcohol or calming tablets abruptly needs a doctor today"
CASES = (
    {
        "says": "stopped abruptly, whatever else",
        "answers": {"withdrawal": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "nothing stopped",
        "answers": {"withdrawal": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
