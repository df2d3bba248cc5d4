"""S-PTOSIS: a drooping lid or double vision needs a doctor today."""

RULE = "S-PTOSIS"
TITLE = "A drooping lid or double vision needs a doctor today"
AFTER = "S-KIDNEY"
SAYS = "A lid droops, you see double, or one side of your face got weak."
DETAIL = "This is more than a lid that twitches. A doctor should look at it today."
WHEN = ({"eye_face": ["droop_or_double_vision"]},)
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
