"""U-JERKS: attacks of jerks, or jerks soon after waking, need a doctor within 48 hours."""

RULE = "U-JERKS"
TITLE = "Attacks of jerks, or jerks soon after waking, need a doctor within 48 hours"
AFTER = "U-COMBO-3"
SAYS = "Jerks come soon after waking, or in attacks."
DETAIL = (
    "Such jerks are more than a twitch. Until a doctor has looked at them, do not drive, and "
    "do not swim or bathe alone."
)
WHEN = ({"jerk_attacks": ["on_waking", "minutes", "weak_after"]},)
CASES = (
    {
        "says": "a beat of a minute or two that stops by itself",
        "answers": {"jerk_attacks": "minutes"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "jerks after waking that make things drop",
        "answers": {"jerk_attacks": "on_waking"},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "a normal examination does not lower it",
        "answers": {"jerk_attacks": "on_waking", "assessed_normal": True},
        "fires": True,
        "urgency": "URGENT",
    },
    {
        "says": "no such jerks",
        "answers": {"jerk_attacks": "none"},
        "fires": False,
        "urgency": "SELF_CARE",
    },
)


def test_rule(case, check_case):
    check_case(RULE, case)
