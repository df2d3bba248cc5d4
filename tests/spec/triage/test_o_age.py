"""O-AGE: from 60 on, two weeks in several places need a visit within 2 to 3 weeks."""

RULE = "O-AGE"
TITLE = "From 60 on, two weeks in several places need a visit within 2 to 3 weeks"
AFTER = "O-CHANGED"
SOFT = True
SAYS = "You are 60 or older, have twitched for over two weeks, and in more than one place."
DETAIL = "At this age doctors look a bit sooner. Ask about your medicines and blood tests too."
WHEN = ({"age_years": [70], "run_days": [20], "site_scope": ["multi_site", "spread"]},)
CASES = (
    {
        "says": "aged 60, 15 days, several places",
        "answers": {"age_years": 60, "run_days": 15, "site_scope": "multi_site"},
        "fires": True,
        "urgency": "SOON",
    },
    {
        "says": "aged 59, one year short",
        "answers": {"age_years": 59, "run_days": 15, "site_scope": "multi_site"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "aged 60, 14 days, one day short",
        "answers": {"age_years": 60, "run_days": 14, "site_scope": "multi_site"},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "aged 60, 15 days, one place",
        "answers": {"age_years": 60, "run_days": 15},
        "fires": False,
        "urgency": "ROUTINE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
