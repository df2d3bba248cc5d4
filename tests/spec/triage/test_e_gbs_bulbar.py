"""E-GBS-BULBAR: fast weakness or climbing numbness touching speech or breath needs an ambulance."""

RULE = "E-GBS-BULBAR"
TITLE = "Fast weakness or climbing numbness touching speech or breath needs an ambulance"
AFTER = "E-TETANY"
SAYS = "Weakness or numbness grew fast, and swallowing, speech or breath is affected too."
DETAIL = "This can reach the muscles for breathing within hours. It needs help now."
WHEN = (
    {"weakness": ["rapid", "sudden"], "speech_swallow": ["mild_new", "choking", "sudden"]},
    {
        "weakness": ["rapid", "sudden"],
        "breathing": ["exertional_unexplained", "lying_flat_or_rest", "severe"],
    },
    {"sensory": ["rapid_ascending"], "speech_swallow": ["mild_new", "choking", "sudden"]},
    {
        "sensory": ["rapid_ascending"],
        "breathing": ["exertional_unexplained", "lying_flat_or_rest", "severe"],
    },
)
CASES = (
    {
        "says": "weakness over days and new slurring",
        "answers": {"weakness": "rapid", "speech_swallow": "mild_new"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "weakness over days and short of breath on effort",
        "answers": {"weakness": "rapid", "breathing": "exertional_unexplained"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "numbness climbing up and new slurring",
        "answers": {"sensory": "rapid_ascending", "speech_swallow": "mild_new"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "numbness climbing up and short of breath on effort",
        "answers": {"sensory": "rapid_ascending", "breathing": "exertional_unexplained"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "slow weakness and new slurring",
        "answers": {"weakness": "progressive", "speech_swallow": "mild_new"},
        "fires": False,
        "urgency": "URGENT",
    },
    {
        "says": "numbness that stays where it is and new slurring",
        "answers": {"sensory": "persistent", "speech_swallow": "mild_new"},
        "fires": False,
        "urgency": "URGENT",
    },
    {
        "says": "weakness over days, speech and breath as always",
        "answers": {"weakness": "rapid"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
