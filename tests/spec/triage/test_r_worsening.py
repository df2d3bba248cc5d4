"""R-WORSENING: twitching on the rise needs an ordinary visit."""

RULE = "R-WORSENING"
TITLE = "Twitching on the rise needs an ordinary visit"
AFTER = "R-TINGLE"
SOFT = True
SAYS = "It has become more or stronger over the past weeks."
DETAIL = "Noticing more can be part of it. If it goes on, let a doctor look."
WHEN = ({"trend": ["worsening"]},)
CASES = (
    {
        "says": "more and more",
        "answers": {"trend": "worsening"},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "the same, just below",
        "answers": {"trend": "stable"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
