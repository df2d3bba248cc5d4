"""O-FACE: twitching of cheek or mouth, or an eye shut tight, needs a visit within 2 to 3 weeks."""

RULE = "O-FACE"
TITLE = "Twitching of cheek or mouth, or an eye shut tight, needs a visit within 2 to 3 weeks"
AFTER = "O-RIGID"
SAYS = "More of your face twitches than the lid, or the eye shuts tight."
DETAIL = "The guide sends this to an eye doctor or nerve doctor. It can often be treated."
WHEN = ({"eye_face": ["other_face_or_forced_closure"]},)
CASES = (
    {
        "says": "the cheek twitches too",
        "answers": {"eye_face": "other_face_or_forced_closure"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "the eyelid only, just below",
        "answers": {"eye_face": "eyelid_twitch"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "a drooping lid has a rule of its own",
        "answers": {"eye_face": "droop_or_double_vision"},
        "fires": False,
        "urgency": "SAME_DAY",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
