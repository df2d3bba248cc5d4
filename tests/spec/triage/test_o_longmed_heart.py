"""O-LONGMED-HEART: heart symptoms on long-term medicines need a visit within 2 to 3 weeks."""

RULE = "O-LONGMED-HEART"
TITLE = "Heart symptoms on long-term medicines need a visit within 2 to 3 weeks"
AFTER = "O-RADIOTHERAPY"
SAYS = "You have heart symptoms, and take a medicine that can disturb salts or the heartbeat."
DETAIL = "Salts in the blood and the heart should be checked. Do not stop the medicine on your own."
WHEN = ({"heart": ["palpitations", "chest_pain_or_faint"], "long_term_medicine": [True]},)
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
