"""E-TRAUMA: new signs after a blow to head, neck or back need an ambulance."""

RULE = "E-TRAUMA"
TITLE = "New signs after a blow to head, neck or back need an ambulance"
AFTER = "E-HEART"
SAYS = "There are new signs after a blow or fall to the head, neck or back."
DETAIL = "The spine or the brain may be hurt. Keep still and get help now."
WHEN = ({"spine_trauma": [True]},)
CASES = (
    {
        "says": "a fall on the neck, new signs since",
        "answers": {"spine_trauma": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "no such injury",
        "answers": {"spine_trauma": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
