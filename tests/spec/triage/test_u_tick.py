"""U-TICK: a ring rash or a tick bite with fever needs an urgent visit."""

RULE = "U-TICK"
TITLE = "A ring rash or a tick bite with fever needs an urgent visit"
AFTER = "U-LITHIUM"
SAYS = "You had a ring-shaped rash or a tick bite with other signs."
DETAIL = "It can be treated. A doctor should look at it within two days."
WHEN = ({"tick_or_rash": [True]},)
CASES = (
    {
        "says": "an expanding ring rash",
        "answers": {"tick_or_rash": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "no rash, no tick",
        "answers": {"tick_or_rash": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
