"""R-FAMILY: a relative with a nerve or muscle illness needs an ordinary visit."""

RULE = "R-FAMILY"
TITLE = "A relative with a nerve or muscle illness needs an ordinary visit"
AFTER = "R-WORSENING"
SOFT = True
SAYS = "A relative has or had a nerve or muscle illness."
DETAIL = "This alone says little about you. A doctor should know about it."
WHEN = ({"family_nm": [True]},)
CASES = (
    {
        "says": "a relative is ill",
        "answers": {"family_nm": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "no relative is ill",
        "answers": {"family_nm": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
