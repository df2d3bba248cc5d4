"""O-ESCALATED: more twitching at the end of the programme needs a visit within 2 to 3 weeks."""

RULE = "O-ESCALATED"
TITLE = "More twitching at the end of the programme needs a visit within 2 to 3 weeks"
AFTER = "O-AGE"
SAYS = "It got worse while you did the five steps."
DETAIL = "The steps are not the answer then. The guide says to ask a doctor."
WHEN = ({"programme_result": ["escalated"]},)
CASES = (
    {
        "says": "the programme ended with more",
        "answers": {"programme_result": "escalated"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "the programme changed nothing, just below",
        "answers": {"programme_result": "no_change"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
