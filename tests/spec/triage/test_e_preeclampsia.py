"""E-PREECLAMPSIA: warning signs in or just after pregnancy need an ambulance."""

RULE = "E-PREECLAMPSIA"
TITLE = "Warning signs in or just after pregnancy need an ambulance"
AFTER = "E-CANCER-CORD"
SAYS = "You are pregnant or gave birth lately, and have a warning sign."
DETAIL = (
    "Bad headache, flashing sight, pain under the ribs or sudden swelling need help now. "
    "Blood pressure has to be taken."
)
WHEN = ({"pregnant": [True], "preeclampsia_signs": [True]},)
CASES = (
    {
        "says": "pregnant with a bad headache or flashing sight",
        "answers": {"pregnant": True, "preeclampsia_signs": True},
        "fires": True,
        "urgency": "EMERGENCY",
    },
    {
        "says": "pregnant without those signs",
        "answers": {"pregnant": True},
        "fires": False,
        "urgency": "ROUTINE",
    },
    {
        "says": "the signs in somebody who is not pregnant",
        "answers": {"preeclampsia_signs": True},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
