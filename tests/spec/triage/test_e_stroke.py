"""E-STROKE: sudden signs of a stroke need an ambulance, even if they have passed."""

RULE = "E-STROKE"
TITLE = "Sudden signs of a stroke need an ambulance, even if they have passed"
AFTER = None
SAYS = (
    "Something changed suddenly, such as strength, feeling, speech, sight or balance, or a "
    "very bad headache came."
)
DETAIL = (
    "A sudden change can come from the brain. Help works best in the first hours, even if it "
    "has passed again."
)
WHEN = (
    {"stroke_signs": [True]},
    {"weakness": ["sudden"]},
    {"coordination": ["sudden"]},
    {"speech_swallow": ["sudden"]},
)
CASES = (
    {
        "says": "the face droops or one side goes weak, suddenly",
        "answers": {"stroke_signs": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "weakness that came within minutes",
        "answers": {"weakness": "sudden"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "sudden loss of balance",
        "answers": {"coordination": "sudden"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "speech that fails suddenly",
        "answers": {"speech_swallow": "sudden"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "weakness that grew over days, just below sudden",
        "answers": {"weakness": "rapid"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "clumsiness that stays, just below sudden",
        "answers": {"coordination": "persistent"},
        "fires": False,
        "urgency": "URGENT",
    },
    {
        "says": "choking, just below sudden",
        "answers": {"speech_swallow": "choking"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
