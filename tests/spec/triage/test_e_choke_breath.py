"""E-CHOKE-BREATH: choking with breathlessness at rest needs an ambulance."""

RULE = "E-CHOKE-BREATH"
TITLE = "Choking with breathlessness at rest needs an ambulance"
AFTER = "E-BREATH"
SAYS = "Your speech or swallowing is affected, and it is hard to breathe."
DETAIL = (
    "The two together can mean that the muscles for breathing and swallowing are tired. That "
    "needs help now."
)
WHEN = ({"speech_swallow": ["choking", "sudden"], "breathing": ["lying_flat_or_rest", "severe"]},)
CASES = (
    {
        "says": "choking and short of breath lying flat",
        "answers": {"speech_swallow": "choking", "breathing": "lying_flat_or_rest"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "choking, short of breath only on effort",
        "answers": {"speech_swallow": "choking", "breathing": "exertional_unexplained"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "slurring only, short of breath lying flat",
        "answers": {"speech_swallow": "mild_new", "breathing": "lying_flat_or_rest"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
