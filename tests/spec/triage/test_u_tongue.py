"""U-TONGUE: a tongue that ripples at rest needs an urgent visit."""

RULE = "U-TONGUE"
TITLE = "A tongue that ripples at rest needs an urgent visit"
AFTER = "U-BULBAR"
SAYS = "Your tongue ripples while it lies still."
DETAIL = (
    "Many healthy tongues quiver when put out. At rest in the mouth it is less common and "
    "should be looked at. Please do not keep checking it."
)
WHEN = ({"tongue_twitch": [True]},)
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
