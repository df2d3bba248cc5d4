"""U-BULBAR: new slurring or slow chewing needs an urgent visit."""

RULE = "U-BULBAR"
TITLE = "New slurring or slow chewing needs an urgent visit"
AFTER = "U-SENSORY"
SAYS = "Your speech or swallowing has changed."
DETAIL = (
    "On its own this is one point of the checklist. Doctors take it as a reason to look soon,"
    " so we do too."
)
WHEN = ({"speech_swallow": ["mild_new", "choking", "sudden"]},)
CASES = (
    {
        "says": "new slurring",
        "answers": {"speech_swallow": "mild_new"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "speech as always",
        "answers": {"speech_swallow": "none"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
