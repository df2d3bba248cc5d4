"""S-ELECTROLYTE-HEART: a racing heart with lost fluid or spasms needs a doctor today."""

RULE = "S-ELECTROLYTE-HEART"
TITLE = "A racing heart with lost fluid or spasms needs a doctor today"
AFTER = "S-FLUID"
SAYS = "You have heart symptoms, and salts in your blood may be low."
DETAIL = (
    "Fluid loss or spasms together with heart trouble need a blood test and a heart trace today."
)
WHEN = (
    {"heart": ["palpitations", "chest_pain_or_faint"], "fluid_loss": ["mild", "severe"]},
    {
        "heart": ["palpitations", "chest_pain_or_faint"],
        "tetany": ["recurrent_spasm", "with_throat_or_breathing"],
    },
)
CASES = (
    {
        "says": "racing heart and some diarrhoea",
        "answers": {"heart": "palpitations", "fluid_loss": "mild"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "racing heart and spasms",
        "answers": {"heart": "palpitations", "tetany": "recurrent_spasm"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "racing heart alone",
        "answers": {"heart": "palpitations"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "some diarrhoea alone",
        "answers": {"fluid_loss": "mild"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
