"""U-EYES-SHUT: eyes that shut so that one cannot see need a doctor within 48 hours."""

RULE = "U-EYES-SHUT"
TITLE = "Eyes that shut so that one cannot see need a doctor within 48 hours"
AFTER = "U-JERKS"
SAYS = "Your eyes shut by themselves, so that you cannot see."
DETAIL = "Do not drive or cycle until a doctor has said that you may. It can be treated."
WHEN = ({"eyes_shut": [True]},)
CASES = (
    {
        "says": "they shut while driving",
        "answers": {"eye_face": "other_face_or_forced_closure", "eyes_shut": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "told alone",
        "answers": {"eyes_shut": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "an eye that shuts tight and still sees",
        "answers": {"eye_face": "other_face_or_forced_closure"},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
