"""R-EYELID: an eyelid for more than two weeks needs an ordinary visit to an eye doctor."""

RULE = "R-EYELID"
TITLE = "An eyelid for more than two weeks needs an ordinary visit to an eye doctor"
AFTER = "R-MOOD"
SOFT = True
SAYS = "Your eyelid has twitched for more than two weeks."
DETAIL = "Dry or tired eyes are a common cause. An eye doctor is the right one to ask."
WHEN = ({"run_days": [20], "eye_face": ["eyelid_twitch"]},)
CASES = (
    {
        "says": "the eyelid alone, 15 days",
        "answers": {"eye_face": "eyelid_twitch", "run_days": 15},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "the eyelid alone, 14 days, one day short",
        "answers": {"eye_face": "eyelid_twitch", "run_days": 14},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "the eyelid and other places, 15 days",
        "answers": {"eye_face": "eyelid_twitch", "run_days": 15, "site_scope": "multi_site"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "cheek too, 15 days",
        "answers": {"eye_face": "other_face_or_forced_closure", "run_days": 15},
        "fires": False,
        "urgency": "SOON",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
