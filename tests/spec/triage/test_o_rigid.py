"""O-RIGID: muscles that stay stiff need a visit within 2 to 3 weeks."""

RULE = "O-RIGID"
TITLE = "Muscles that stay stiff need a visit within 2 to 3 weeks"
AFTER = "O-WASTING-UNSURE"
SAYS = "Your muscles stay stiff, ripple without a pause, or are slow to let go."
DETAIL = "A doctor can test how your muscles let go. A nerve and muscle test may follow."
WHEN = ({"stiffness": ["persistent_rigidity"]},)
CASES = (
    {
        "says": "rippling, slow to let go",
        "answers": {"stiffness": "persistent_rigidity"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "stiff muscles only, just below",
        "answers": {"stiffness": "felt"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
