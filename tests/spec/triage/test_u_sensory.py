"""U-SENSORY: numbness that stays, or clumsiness, needs an urgent visit."""

RULE = "U-SENSORY"
TITLE = "Numbness that stays, or clumsiness, needs an urgent visit"
AFTER = "U-PROGWEAK"
SAYS = "Your feeling, or how surely you move, has changed."
DETAIL = (
    "Pins and needles for seconds are common. When it stays, a nerve or the spinal cord has "
    "to be checked."
)
WHEN = (
    {"sensory": ["persistent", "rapid_ascending"]},
    {"coordination": ["persistent", "sudden"]},
)
CASES = (
    {
        "says": "numb most of the day",
        "answers": {"sensory": "persistent"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "new clumsiness or falls",
        "answers": {"coordination": "persistent"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "tingling for seconds, just below",
        "answers": {"sensory": "fleeting_tingling"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
