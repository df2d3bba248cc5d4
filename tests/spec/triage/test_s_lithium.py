"""S-LITHIUM: shaking, sickness or slurring on lithium needs a doctor today."""

RULE = "S-LITHIUM"
TITLE = "Shaking, sickness or slurring on lithium needs a doctor today"
CASES = (
    {
        "says": "on lithium with coarse shaking or sickness",
        "answers": {"lithium": True, "lithium_tox_symptoms": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "on lithium without those signs",
        "answers": {"lithium": True},
        "fires": False,
        "urgency": "URGENT",
    },
    {
        "says": "those signs without lithium",
        "answers": {"lithium_tox_symptoms": True},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
