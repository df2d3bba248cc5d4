"""S-TICK-FACE: a ring rash or tick bite with a twitching face needs a doctor today."""

RULE = "S-TICK-FACE"
TITLE = "A ring rash or tick bite with a twitching face needs a doctor today"
AFTER = "S-PTOSIS"
SAYS = "After a tick bite or ring-shaped rash, your face is affected."
DETAIL = "It can be treated, and the eye may need care. Be seen today."
WHEN = (
    {
        "tick_or_rash": [True],
        "eye_face": ["other_face_or_forced_closure", "droop_or_double_vision"],
    },
)
CASES = (
    {
        "says": "a ring rash and a twitching cheek",
        "answers": {"tick_or_rash": True, "eye_face": "other_face_or_forced_closure"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "a ring rash and an eyelid, just below",
        "answers": {"tick_or_rash": True, "eye_face": "eyelid_twitch"},
        "fires": False,
        "urgency": "URGENT",
    },
    {
        "says": "a twitching cheek without rash or tick",
        "answers": {"eye_face": "other_face_or_forced_closure"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
