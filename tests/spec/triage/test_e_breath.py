"""E-BREATH: fighting for breath needs an ambulance."""

RULE = "E-BREATH"
TITLE = "Fighting for breath needs an ambulance"
AFTER = "E-STROKE"
SAYS = "You are fighting for breath."
DETAIL = "Hard breathing needs help now, whatever the cause."
WHEN = ({"breathing": ["severe"]},)
CASES = (
    {
        "says": "fighting for breath",
        "answers": {"breathing": "severe"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "short of breath lying flat, just below",
        "answers": {"breathing": "lying_flat_or_rest"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
