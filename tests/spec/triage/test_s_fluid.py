"""S-FLUID: losing fluid for more than a day needs a doctor today."""

RULE = "S-FLUID"
TITLE = "Losing fluid for more than a day needs a doctor today"
AFTER = "S-TETANY"
SAYS = "You have lost a lot of fluid, or cannot keep drinks down."
DETAIL = "Salts in the blood can get out of balance. They should be tested today."
WHEN = ({"fluid_loss": ["severe"]},)
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
