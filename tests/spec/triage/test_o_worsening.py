"""O-WORSENING: twitching on the rise for more than two weeks needs a visit within 2 to 3 weeks."""

RULE = "O-WORSENING"
TITLE = "Twitching on the rise for more than two weeks needs a visit within 2 to 3 weeks"
AFTER = "O-COMBO-2"
SOFT = True
SAYS = "It has lasted more than two weeks, and it has become more or stronger."
DETAIL = "Do not just put it down to stress. Let a doctor look at the course."
WHEN = ({"trend": ["worsening"], "run_days": [20]},)
CASES = (
    {
        "says": "15 days, more and more",
        "answers": {"run_days": 15, "trend": "worsening"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "14 days, more and more, one day short",
        "answers": {"run_days": 14, "trend": "worsening"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "15 days, the same",
        "answers": {"run_days": 15, "trend": "stable"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
