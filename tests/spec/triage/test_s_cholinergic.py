"""S-CHOLINERGIC: contact with a pesticide or nerve agent needs a doctor today."""

RULE = "S-CHOLINERGIC"
TITLE = "Contact with a pesticide or nerve agent needs a doctor today"
AFTER = "S-LITHIUM"
SAYS = "You had contact with a pesticide or nerve poison, or too much of a nerve medicine."
DETAIL = "Signs can come late. Be seen today, even if you feel well."
WHEN = ({"cholinergic_exposure": [True]},)
CASES = (
    {
        "says": "contact, whatever else",
        "answers": {"cholinergic_exposure": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "no contact",
        "answers": {"cholinergic_exposure": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
