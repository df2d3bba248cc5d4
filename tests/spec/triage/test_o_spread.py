"""O-SPREAD: twitching that moves to new body parts needs a visit within 2 to 3 weeks."""

RULE = "O-SPREAD"
TITLE = "Twitching that moves to new body parts needs a visit within 2 to 3 weeks"
AFTER = None
SOFT = True
SAYS = "It has come to new parts of your body."
DETAIL = (
    "The guide asks for a visit when twitching spreads to parts that do not belong together. "
    "On its own, this is most often a harmless form."
)
WHEN = ({"site_scope": ["spread"]},)
CASES = (
    {
        "says": "moved to new body parts",
        "answers": {"site_scope": "spread"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "several places from the start, just below",
        "answers": {"site_scope": "multi_site"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "a normal examination lowers it to an ordinary visit",
        "answers": {"site_scope": "spread", "assessed_normal": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
