"""S-ELECTROLYTE-HEART: a racing heart with lost fluid or spasms needs a doctor today."""

RULE = "S-ELECTROLYTE-HEART"
TITLE = "A racing heart with lost fluid or spasms needs a doctor today"
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
