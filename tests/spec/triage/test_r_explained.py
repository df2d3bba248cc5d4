"""R-EXPLAINED: a sign examined, explained and unchanged keeps its planned review."""

RULE = "R-EXPLAINED"
TITLE = "A sign examined, explained and unchanged keeps its planned review"
AFTER = "R-NOCHANGE"
SAYS = "A doctor has explained one of your signs, and it has not changed."
DETAIL = "We do not count it as new. Keep the review that you have planned."
WHEN = "explained"
CASES = (
    {
        "says": "a smaller muscle, long explained",
        "answers": {"wasting": "yes", "explained_unchanged": ["wasting"]},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "a task that fails, long explained",
        "answers": {"weakness": "functional", "explained_unchanged": ["weakness"]},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "the tongue, long explained",
        "answers": {"tongue_twitch": True, "explained_unchanged": ["tongue_twitch"]},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "weakness that grows goes beyond what was explained",
        "answers": {"weakness": "progressive", "explained_unchanged": ["weakness"]},
        "fires": False,
        "urgency": "URGENT",
    },
    {
        "says": "chest pain goes beyond what was explained",
        "answers": {"heart": "chest_pain_or_faint", "explained_unchanged": ["heart"]},
        "fires": False,
        "urgency": "EMERGENCY",
    },
    {
        "says": "named, but not present",
        "answers": {"wasting": "no", "explained_unchanged": ["wasting"]},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
