"""R-HEART: a racing heart needs an ordinary visit."""

RULE = "R-HEART"
TITLE = "A racing heart needs an ordinary visit"
AFTER = "R-THYROID"
SAYS = "You have heart symptoms."
DETAIL = "Coffee and stress can make the heart race. Let a doctor check it."
WHEN = ({"heart": ["palpitations", "chest_pain_or_faint"]},)
CASES = (
    {
        "says": "racing or uneven heart",
        "answers": {"heart": "palpitations"},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {"says": "a calm heart", "answers": {"heart": "none"}, "fires": False, "urgency": "SELF_CARE"},
)


def test_rule(case, check_case):
    check_case(RULE, case)
