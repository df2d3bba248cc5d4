"""E-TRAUMA: new signs after a blow to head, neck or back need an ambulance."""

RULE = "E-TRAUMA"
TITLE = "New signs after a blow to head, neck or back need an ambulance"
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
