"""U-TONGUE: a tongue that ripples at rest needs an urgent visit."""

RULE = "U-TONGUE"
TITLE = "A tongue that ripples at rest needs an urgent visit"
CASES = (
    {
        "says": "the tongue ripples while lying still",
        "answers": {"tongue_twitch": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "the tongue is still",
        "answers": {"tongue_twitch": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
