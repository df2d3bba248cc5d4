"""O-CHANGED: something new since a normal examination needs a visit within 2 to 3 weeks."""

RULE = "O-CHANGED"
TITLE = "Something new since a normal examination needs a visit within 2 to 3 weeks"
AFTER = "O-MEDICINE-HEART"
SAYS = "You were examined before, and something has changed since."
DETAIL = "A test that found nothing counts only for that day. A change should be looked at again."
WHEN = ({"assessed_normal": [True], "changed_since_assessment": [True]},)
CASES = (
    {
        "says": "examined, and something is new since",
        "answers": {"assessed_normal": True, "changed_since_assessment": True},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "examined, nothing new",
        "answers": {"assessed_normal": True},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "something new, never examined",
        "answers": {"changed_since_assessment": True},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
