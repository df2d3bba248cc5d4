"""R-NOCHANGE: a programme without change needs an ordinary visit."""

RULE = "R-NOCHANGE"
TITLE = "A programme without change needs an ordinary visit"
AFTER = "R-FAMILY"
SOFT = True
SAYS = "The weeks of the steps are over. We cannot tell whether it got better."
DETAIL = "That is common. The guide says to have it looked at."
WHEN = ({"programme_result": ["no_change", "escalated"]},)
CASES = (
    {
        "says": "no change",
        "answers": {"programme_result": "no_change"},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "not done, or less twitching",
        "answers": {"programme_result": "not_done_or_improved"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
