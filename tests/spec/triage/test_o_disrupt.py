"""O-DISRUPT: twitching that stops sleep or work needs a visit within 2 to 3 weeks."""

RULE = "O-DISRUPT"
TITLE = "Twitching that stops sleep or work needs a visit within 2 to 3 weeks"
AFTER = "O-WORSENING"
SOFT = True
SAYS = "The twitching keeps you from sleep or work."
DETAIL = (
    "You need not put up with that. There is help for the twitching and for the strain it causes."
)
WHEN = ({"life_disrupted": [True]},)
CASES = (
    {
        "says": "it stops sleep or work",
        "answers": {"life_disrupted": True},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "sleep and work go on",
        "answers": {"life_disrupted": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "a normal examination lowers it to an ordinary visit",
        "answers": {"life_disrupted": True, "assessed_normal": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
