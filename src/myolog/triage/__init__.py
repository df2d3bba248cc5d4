"""How soon to see somebody about twitching: questions in, an urgency out."""

from __future__ import annotations

from myolog.triage.assessment import decide
from myolog.triage.result import Assessment, Reason
from myolog.triage.urgency import Urgency

__all__ = ["Assessment", "Reason", "Urgency", "decide"]
