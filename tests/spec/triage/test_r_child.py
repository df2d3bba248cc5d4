"""R-CHILD: a child with twitching needs an ordinary visit."""

RULE = "R-CHILD"
TITLE = "A child with twitching needs an ordinary visit"
AFTER = "R-PREGNANT"
SAYS = "This is about a child under 16."
DETAIL = "Myolog is made for adults. A doctor should look at twitching in a child."
WHEN = ({"age_years": [8]},)
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
