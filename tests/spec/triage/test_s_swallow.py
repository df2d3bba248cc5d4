"""S-SWALLOW: choking on food or drink needs a doctor today."""

RULE = "S-SWALLOW"
TITLE = "Choking on food or drink needs a doctor today"
AFTER = "S-BREATH"
SAYS = "Your swallowing or speech needs a look today."
DETAIL = "You may choke, or food and drink may go the wrong way. Swallowing has to be tested."
WHEN = ({"speech_swallow": ["choking", "sudden"]},)
CASES = (
    {
        "says": "coughing or choking on drinks",
        "answers": {"speech_swallow": "choking"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "new slurring without choking, just below",
        "answers": {"speech_swallow": "mild_new"},
        "fires": False,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
