"""S-TICS: movements of a child that begin suddenly or after illness need a doctor today."""

RULE = "S-TICS"
TITLE = "Movements of a child that begin suddenly or after illness need a doctor today"
AFTER = "S-LITHIUM-MIX"
SAYS = (
    "Movements or sounds of the child began from one day to the next or after an illness, or "
    "the child has lost a skill."
)
DETAIL = (
    "Most such movements in children pass. When they begin like this, a doctor should look today."
)
WHEN = ({"tics": ["sudden"]},)
CASES = (
    {
        "says": "they began from one day to the next, or a skill was lost",
        "answers": {"age_years": 8, "tics": "sudden"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "they can be held back and the child is well, just below",
        "answers": {"age_years": 8, "tics": "held_back"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
