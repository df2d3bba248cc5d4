"""R-FELT: muscles that feel tired or stiff for four days need an ordinary visit."""

RULE = "R-FELT"
TITLE = "Muscles that feel tired or stiff for four days need an ordinary visit"
AFTER = "R-MULTI"
SOFT = True
SAYS = "A muscle feels weak, tired or stiff, or something has become a bit harder."
DETAIL = (
    "A muscle can feel like this and be as strong as before. Only an examination can tell. Say "
    "since when, on which side, and if that is the side that twitches."
)
WHEN = (
    {"weakness": ["felt_only", "functional", "progressive", "rapid", "sudden"]},
    {"stiffness": ["felt", "persistent_rigidity"]},
)
BESIDE = {"run_days": 40}
CASES = (
    {
        "says": "feels tired, 4 days",
        "answers": {"weakness": "felt_only", "run_days": 4},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "feels stiff, 4 days",
        "answers": {"stiffness": "felt", "run_days": 4},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "feels tired, 3 days, one day short",
        "answers": {"weakness": "felt_only", "run_days": 3},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "feels tired, 4 days, getting less",
        "answers": {"weakness": "felt_only", "run_days": 4, "trend": "improving"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {"says": "neither, 4 days", "answers": {"run_days": 4}, "fires": False, "urgency": "SELF_CARE"},
)


def test_rule(case, check_case):
    check_case(RULE, case)
