"""U-BULBAR: new slurring or slow chewing needs an urgent visit."""

RULE = "U-BULBAR"
TITLE = "New slurring or slow chewing needs an urgent visit"
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
