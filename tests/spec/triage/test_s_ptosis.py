"""S-PTOSIS: a drooping lid or double vision needs a doctor today."""

RULE = "S-PTOSIS"
TITLE = "A drooping lid or double vision needs a doctor today"
CASES = (
    {
        "says": "a lid droops or sight is double",
        "answers": {"eye_face": "droop_or_double_vision"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "the cheek twitches too, just below",
        "answers": {"eye_face": "other_face_or_forced_closure"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
