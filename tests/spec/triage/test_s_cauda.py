"""S-CAUDA: severe back pain into both legs needs a doctor today."""

RULE = "S-CAUDA"
TITLE = "Severe back pain into both legs needs a doctor today"
AFTER = "S-MOOD"
SAYS = "A sign at your back, legs or bladder needs a look today."
DETAIL = "Bad back pain into both legs can mean that nerves in the spine are trapped."
WHEN = ({"cauda_equina": ["pain_both_legs", "numb_or_bladder"]},)
CASES = (
    {
        "says": "pain into both legs",
        "answers": {"cauda_equina": "pain_both_legs"},
        "fires": True,
        "urgency": "SAME_DAY",
    },
    {
        "says": "no such pain",
        "answers": {"cauda_equina": "none"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
