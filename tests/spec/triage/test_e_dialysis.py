"""E-DIALYSIS: twitching after a missed dialysis session needs an ambulance."""

RULE = "E-DIALYSIS"
TITLE = "Twitching after a missed dialysis session needs an ambulance"
AFTER = "E-LOCKJAW"
SAYS = "You missed a dialysis session."
DETAIL = (
    "Salts can build up in the blood and upset muscles and the heart. They have to be measured now."
)
WHEN = ({"kidney": ["missed_dialysis"]},)
CASES = (
    {
        "says": "a session was missed",
        "answers": {"kidney": "missed_dialysis"},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "kidney disease without a missed session, just below",
        "answers": {"kidney": "chronic_disease"},
        "fires": False,
        "urgency": "URGENT",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
