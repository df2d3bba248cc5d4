"""S-LITHIUM-MIX: lithium with a new medicine that raises it needs a blood test today."""

RULE = "S-LITHIUM-MIX"
TITLE = "Lithium with a new medicine that raises it needs a blood test today"
AFTER = "S-STATIN"
SAYS = "You take lithium, and a medicine was added that can raise its level."
DETAIL = (
    "A blood test today shows if there is too much lithium. Do not stop lithium on your own, "
    "and ask which painkiller you may take."
)
WHEN = ({"lithium_mix": [True]},)
CASES = (
    {
        "says": "ibuprofen or a water tablet was added to lithium",
        "answers": {"lithium": True, "lithium_mix": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "the mixture alone was told",
        "answers": {"lithium_mix": True},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "lithium without it",
        "answers": {"lithium": True},
        "fires": False,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
