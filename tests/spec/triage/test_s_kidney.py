"""S-KIDNEY: kidney disease with a racing heart, weakness or lost fluid needs a doctor today."""

RULE = "S-KIDNEY"
TITLE = "Kidney disease with a racing heart, weakness or lost fluid needs a doctor today"
AFTER = "S-CAUDA"
SAYS = "You have kidney disease, and there is a second sign."
DETAIL = (
    "With weak kidneys, salts can upset the muscles and the heart. Blood has to be tested today."
)
WHEN = (
    {
        "kidney": ["chronic_disease", "missed_dialysis"],
        "heart": ["palpitations", "chest_pain_or_faint"],
    },
    {
        "kidney": ["chronic_disease", "missed_dialysis"],
        "weakness": ["felt_only", "functional", "progressive", "rapid", "sudden"],
    },
    {"kidney": ["chronic_disease", "missed_dialysis"], "fluid_loss": ["mild", "severe"]},
)
CASES = (
    {
        "says": "kidney disease and a racing heart",
        "answers": {"kidney": "chronic_disease", "heart": "palpitations"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "kidney disease and muscles that feel tired",
        "answers": {"kidney": "chronic_disease", "weakness": "felt_only"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "kidney disease and some diarrhoea",
        "answers": {"kidney": "chronic_disease", "fluid_loss": "mild"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "kidney disease alone",
        "answers": {"kidney": "chronic_disease"},
        "fires": False,
        "urgency": "URGENT",
    },
    {
        "says": "muscles that feel tired, healthy kidneys",
        "answers": {"weakness": "felt_only"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
