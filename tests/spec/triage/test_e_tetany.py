"""E-TETANY: painful spasms with a tight throat need an ambulance."""

RULE = "E-TETANY"
TITLE = "Painful spasms with a tight throat need an ambulance"
AFTER = "E-RHABDO"
SAYS = "You have painful spasms, and your throat or breathing is tight."
DETAIL = "The calcium in your blood may be very low. That needs help now."
WHEN = ({"tetany": ["with_throat_or_breathing"]},)
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
