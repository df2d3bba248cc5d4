"""U-NECK-BUZZ: a buzz down the body on bending the neck needs a doctor within 48 hours."""

RULE = "U-NECK-BUZZ"
TITLE = "A buzz down the body on bending the neck needs a doctor within 48 hours"
AFTER = "U-FACE-HEARING"
SAYS = "When you bend your neck, a buzz or shock runs down your body."
DETAIL = "The spinal cord in the neck has to be checked. Please do not bend your neck to test it."
WHEN = ({"neck_buzz": [True]},)
CASES = (
    {
        "says": "a shock runs down the back",
        "answers": {"neck_buzz": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "tingling for seconds without it",
        "answers": {"sensory": "fleeting_tingling"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "a normal examination does not lower it",
        "answers": {"neck_buzz": True, "assessed_normal": True},
        "fires": True,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
