"""S-BREATH: short of breath at rest or lying flat needs a doctor today."""

RULE = "S-BREATH"
TITLE = "Short of breath at rest or lying flat needs a doctor today"
AFTER = "S-ASCEND"
SAYS = "It is hard for you to breathe, and not only on effort."
DETAIL = "The muscles for breathing have to be tested today."
WHEN = ({"breathing": ["lying_flat_or_rest", "severe"]},)
CASES = (
    {
        "says": "short of breath lying flat",
        "answers": {"breathing": "lying_flat_or_rest"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "short of breath only on effort, just below",
        "answers": {"breathing": "exertional_unexplained"},
        "fires": False,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
