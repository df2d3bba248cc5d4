"""O-WASTING-UNSURE: perhaps a smaller muscle needs a visit within 2 to 3 weeks."""

RULE = "O-WASTING-UNSURE"
TITLE = "Perhaps a smaller muscle needs a visit within 2 to 3 weeks"
AFTER = "O-WEAK"
SAYS = "A muscle may have become smaller."
DETAIL = "Many people have a stronger and a weaker side. A doctor can tell what is usual for you."
WHEN = ({"wasting": ["unsure"]},)
CASES = (
    {
        "says": "not sure whether it is smaller",
        "answers": {"wasting": "unsure"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "not smaller, just below",
        "answers": {"wasting": "no"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "plainly smaller has a rule of its own",
        "answers": {"wasting": "yes"},
        "fires": False,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
