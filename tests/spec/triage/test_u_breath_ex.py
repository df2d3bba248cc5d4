"""U-BREATH-EX: short of breath on effort without a known cause needs an urgent visit."""

RULE = "U-BREATH-EX"
TITLE = "Short of breath on effort without a known cause needs an urgent visit"
AFTER = "U-TONGUE"
SAYS = "You are short of breath."
DETAIL = (
    "There are many causes, most of them in the heart or lungs. A breathing test can tell more."
)
WHEN = ({"breathing": ["exertional_unexplained", "lying_flat_or_rest", "severe"]},)
CASES = (
    {
        "says": "short of breath on effort",
        "answers": {"breathing": "exertional_unexplained"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "breath as always",
        "answers": {"breathing": "none"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
