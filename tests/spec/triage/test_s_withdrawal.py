"""S-WITHDRAWAL: stopping alcohol or calming tablets abruptly needs a doctor today."""

RULE = "S-WITHDRAWAL"
TITLE = "Stopping alcohol or calming tablets abruptly needs a doctor today"
AFTER = "S-CHOLINERGIC"
SAYS = "Each day you had alcohol, sleeping tablets or tranquillisers. Then you suddenly stopped."
DETAIL = (
    "Stopping suddenly can be dangerous. A doctor can make it much safer, and should see you today."
)
WHEN = ({"withdrawal": [True]},)
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
