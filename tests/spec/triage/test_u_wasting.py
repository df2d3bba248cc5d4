"""U-WASTING: a muscle that has become smaller needs an urgent visit."""

RULE = "U-WASTING"
TITLE = "A muscle that has become smaller needs an urgent visit"
AFTER = None
SAYS = "You can see that a muscle has got smaller."
DETAIL = (
    "A muscle that shrinks may not be getting its nerve signal. The guide asks for a prompt "
    "check. We read that as a call within 48 hours."
)
WHEN = ({"wasting": ["yes"]},)
CASES = (
    {"says": "plainly smaller", "answers": {"wasting": "yes"}, "fires": True, "urgency": "URGENT"},
    {
        "says": "not sure, just below",
        "answers": {"wasting": "unsure"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
