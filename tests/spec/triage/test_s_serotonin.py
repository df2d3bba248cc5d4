"""S-SEROTONIN: sweating and shaking after a new antidepressant needs a doctor today."""

RULE = "S-SEROTONIN"
TITLE = "Sweating and shaking after a new antidepressant needs a doctor today"
AFTER = "S-WITHDRAWAL"
SAYS = "You changed a medicine or drug, and you have signs that can come from it."
DETAIL = (
    "The new mix may be too strong for you. Ask a doctor today. Do not stop a medicine on your own."
)
WHEN = ({"serotonergic_change": [True], "autonomic_agitation": ["mild", "severe"]},)
CASES = (
    {
        "says": "a medicine raised, sweating and shaking",
        "answers": {"serotonergic_change": True, "autonomic_agitation": "mild"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "a medicine raised, feeling well",
        "answers": {"serotonergic_change": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "sweating and shaking without such a medicine",
        "answers": {"autonomic_agitation": "mild"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
