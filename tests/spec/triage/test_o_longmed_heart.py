"""O-LONGMED-HEART: heart symptoms on long-term medicines need a visit within 2 to 3 weeks."""

RULE = "O-LONGMED-HEART"
TITLE = "Heart symptoms on long-term medicines need a visit within 2 to 3 weeks"
CASES = (
    {
        "says": "a racing heart on a water tablet",
        "answers": {"heart": "palpitations", "long_term_medicine": True},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "the heart alone",
        "answers": {"heart": "palpitations"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "the medicine alone",
        "answers": {"long_term_medicine": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
