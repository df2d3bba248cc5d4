"""E-JERKING: one part jerking without end needs an ambulance."""

RULE = "E-JERKING"
TITLE = "One part jerking without end needs an ambulance"
AFTER = "E-SEIZURE"
SAYS = "One part has jerked on and on for more than five minutes."
DETAIL = "Jerks in a steady beat that you cannot stop are more than a twitch. They need help now."
WHEN = ({"rhythmic_jerking": [True]},)
CASES = (
    {
        "says": "one part jerks for more than five minutes",
        "answers": {"rhythmic_jerking": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "no such jerking",
        "answers": {"rhythmic_jerking": False},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
