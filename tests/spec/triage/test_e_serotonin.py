"""E-SEROTONIN: fever or confusion after a new antidepressant needs an ambulance."""

RULE = "E-SEROTONIN"
TITLE = "Fever or confusion after a new antidepressant needs an ambulance"
AFTER = "E-GBS-BULBAR"
SAYS = (
    "After a change of medicine or drug you have fever, confusion, a rigid body or extreme unrest."
)
DETAIL = (
    "Some medicines can do this when they are new, raised or mixed. It needs help now. Take "
    "the packs with you."
)
WHEN = ({"serotonergic_change": [True], "autonomic_agitation": ["severe"]},)
CASES = (
    {
        "says": "a medicine raised, now feverish, rigid or very agitated",
        "answers": {"serotonergic_change": True, "autonomic_agitation": "severe"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "a medicine raised, sweating and shaking, just below",
        "answers": {"serotonergic_change": True, "autonomic_agitation": "mild"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
    {
        "says": "feverish or agitated without such a medicine",
        "answers": {"autonomic_agitation": "severe"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
