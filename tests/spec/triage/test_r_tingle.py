"""R-TINGLE: tingling that passes in seconds needs an ordinary visit."""

RULE = "R-TINGLE"
TITLE = "Tingling that passes in seconds needs an ordinary visit"
AFTER = "R-FELT"
SOFT = True
SAYS = "You have tingling or numbness."
DETAIL = "Tingling for seconds is common in people who twitch. Mention it at your visit."
WHEN = ({"sensory": ["fleeting_tingling", "persistent", "rapid_ascending"]},)
CASES = (
    {
        "says": "tingling for seconds",
        "answers": {"sensory": "fleeting_tingling"},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {"says": "no tingling", "answers": {"sensory": "none"}, "fires": False, "urgency": "SELF_CARE"},
    {
        "says": "tingling for seconds after a normal examination",
        "answers": {"sensory": "fleeting_tingling", "assessed_normal": True},
        "fires": True,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
