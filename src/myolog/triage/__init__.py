"""How soon to see somebody about twitching: questions in, an urgency out."""

from __future__ import annotations

from myolog.triage.assessment import assess, decide, input_digest
from myolog.triage.result import (
    RESULT_VALID_DAYS,
    Assessment,
    Reason,
    expires_on,
    has_risen,
    holds_on,
)
from myolog.triage.rules import RULES_VERSION
from myolog.triage.standing import standing_answers
from myolog.triage.urgency import Urgency

__all__ = [
    "RESULT_VALID_DAYS",
    "RULES_VERSION",
    "Assessment",
    "Reason",
    "Urgency",
    "assess",
    "decide",
    "expires_on",
    "has_risen",
    "holds_on",
    "input_digest",
    "standing_answers",
]
