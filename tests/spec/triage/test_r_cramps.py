"""R-CRAMPS: cramps that wake a person often deserve an ordinary visit."""

RULE = "R-CRAMPS"
TITLE = "Cramps that wake a person often deserve an ordinary visit"
AFTER = "R-LONGMED"
SAYS = "Painful cramps wake you or keep you from things."
DETAIL = "Cramps are common. A doctor can look at your medicines and the salts in your blood."
WHEN = ({"cramps": [True]},)
CASES = (
    {
        "says": "painful cramps wake often",
        "answers": {"cramps": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "an urge to move the legs only",
        "answers": {"legs_urge": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "no cramps",
        "answers": {"cramps": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
