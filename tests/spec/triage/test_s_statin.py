"""S-STATIN: a statin with an antibiotic that raises it needs advice today."""

RULE = "S-STATIN"
TITLE = "A statin with an antibiotic that raises it needs advice today"
AFTER = "S-JERKS"
SAYS = "You take a statin together with an antibiotic that can make it too strong."
DETAIL = (
    "Together they can harm the muscles. Ask a doctor or a pharmacist today. Do not stop the "
    "antibiotic on your own. If your urine turns dark, call the emergency number."
)
WHEN = ({"statin_antibiotic": [True]},)
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
