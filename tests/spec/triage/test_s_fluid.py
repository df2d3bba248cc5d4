"""S-FLUID: losing fluid for more than a day needs a doctor today."""

RULE = "S-FLUID"
TITLE = "Losing fluid for more than a day needs a doctor today"
CASES = (
    {
        "says": "cannot keep fluids down",
        "answers": {"fluid_loss": "severe"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "a mild upset, just below",
        "answers": {"fluid_loss": "mild"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
