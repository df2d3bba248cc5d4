"""S-TETANY: painful spasms, or tingling after a neck operation, need a doctor today."""

RULE = "S-TETANY"
TITLE = "Painful spasms, or tingling after a neck operation, need a doctor today"
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
