"""U-FACE-HEARING: a twitching face with worse hearing on that side needs a call within 48 hours."""

RULE = "U-FACE-HEARING"
TITLE = "A twitching face with worse hearing on that side needs a call within 48 hours"
AFTER = "U-EYES-SHUT"
SAYS = "Your face twitches, and you hear worse on that side."
DETAIL = "The nerves of the face and of hearing run side by side. A doctor should look at both."
WHEN = ({"hearing_face": [True]},)
CASES = (
    {
        "says": "both on one side",
        "answers": {"eye_face": "other_face_or_forced_closure", "hearing_face": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "the twitching face alone",
        "answers": {"eye_face": "other_face_or_forced_closure"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
