"""S-CHOLINERGIC: contact with a pesticide or nerve agent needs a doctor today."""

RULE = "S-CHOLINERGIC"
TITLE = "Contact with a pesticide or nerve agent needs a doctor today"
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
