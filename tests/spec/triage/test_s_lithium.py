"""S-LITHIUM: shaking, sickness or slurring on lithium needs a doctor today."""

RULE = "S-LITHIUM"
TITLE = "Shaking, sickness or slurring on lithium needs a doctor today"
AFTER = "S-ELECTROLYTE-HEART"
SAYS = "You take lithium and have signs that there may be too much of it."
DETAIL = "The level in your blood has to be measured today. Ask before you take the next dose."
WHEN = ({"lithium": [True], "lithium_tox_symptoms": [True]},)
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
