"""R-LONGMED: a medicine taken for months that can make muscles twitch deserves a look."""

RULE = "R-LONGMED"
TITLE = "A medicine taken for months that can make muscles twitch deserves a look"
AFTER = "R-TICS"
SAYS = "For a long time you have taken a medicine that can make muscles twitch."
DETAIL = "Ask if it fits, and if salts in the blood were checked. Do not stop it on your own."
WHEN = ({"long_term_medicine": [True]},)
CASES = (
    {
        "says": "a water tablet or an acid blocker for months",
        "answers": {"long_term_medicine": True},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "none of them",
        "answers": {"long_term_medicine": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
