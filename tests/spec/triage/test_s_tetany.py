"""S-TETANY: painful spasms, or tingling after a neck operation, need a doctor today."""

RULE = "S-TETANY"
TITLE = "Painful spasms, or tingling after a neck operation, need a doctor today"
AFTER = "S-SWALLOW"
SAYS = "Cramps pull at your hands or feet, or you tingle after an operation on the neck."
DETAIL = "Calcium or magnesium in the blood may be low. A blood test today can tell."
WHEN = (
    {"tetany": ["recurrent_spasm", "with_throat_or_breathing"]},
    {
        "neck_surgery_recent": [True],
        "sensory": ["fleeting_tingling", "persistent", "rapid_ascending"],
    },
)
CASES = (
    {
        "says": "hands or feet pulled together by cramps",
        "answers": {"tetany": "recurrent_spasm"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "tingling in the weeks after a neck operation",
        "answers": {"neck_surgery_recent": True, "sensory": "fleeting_tingling"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "a neck operation without tingling",
        "answers": {"neck_surgery_recent": True},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "tingling without a neck operation",
        "answers": {"sensory": "fleeting_tingling"},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
