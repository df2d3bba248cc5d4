"""R-MULTI: several places for a week need an ordinary visit."""

RULE = "R-MULTI"
TITLE = "Several places for a week need an ordinary visit"
AFTER = "R-2WEEKS"
SOFT = True
SAYS = "You twitch in more than one place."
DETAIL = (
    "On its own this is common and mostly harmless. It is still worth a visit when it does "
    "not fade."
)
WHEN = ({"site_scope": ["multi_site", "spread"], "run_days": [20]},)
BESIDE = {"run_days": 40}
CASES = (
    {
        "says": "several places, 7 days",
        "answers": {"site_scope": "multi_site", "run_days": 7},
        "fires": True,
        "urgency": "ROUTINE",
    },
    {
        "says": "several places, 6 days, one day short",
        "answers": {"site_scope": "multi_site", "run_days": 6},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "several places, 7 days, getting less",
        "answers": {"site_scope": "multi_site", "run_days": 7, "trend": "improving"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
    {
        "says": "one place, 7 days",
        "answers": {"run_days": 7},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
