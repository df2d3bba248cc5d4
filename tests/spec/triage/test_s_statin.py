"""S-STATIN: a statin with an antibiotic that raises it needs advice today."""

RULE = "S-STATIN"
TITLE = "A statin with an antibiotic that raises it needs advice today"
CASES = (
    {
        "says": "a statin together with clarithromycin",
        "answers": {"statin_antibiotic": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "no such two medicines",
        "answers": {"statin_antibiotic": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
