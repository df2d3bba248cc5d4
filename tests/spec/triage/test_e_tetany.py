"""E-TETANY: painful spasms with a tight throat need an ambulance."""

RULE = "E-TETANY"
TITLE = "Painful spasms with a tight throat need an ambulance"
CASES = (
    {
        "says": "spasms and a tight throat",
        "answers": {"tetany": "with_throat_or_breathing"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "spasms alone, just below",
        "answers": {"tetany": "recurrent_spasm"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
