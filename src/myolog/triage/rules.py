"""The decision table: every rule, in the order of the guide.

Decides which rules there are and the version of the table as a whole. The rules
stand by level in ``rules_emergency``, ``rules_same_day``, ``rules_urgent``,
``rules_soon`` and ``rules_routine``; the result is the highest level of those
that fire. Source: the guide, section 3c.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from myolog.frozen import FrozenDict
from myolog.triage.rule import Rule
from myolog.triage.rules_emergency import EMERGENCY_RULES
from myolog.triage.rules_routine import ROUTINE_RULES
from myolog.triage.rules_same_day import SAME_DAY_RULES
from myolog.triage.rules_soon import SOON_RULES
from myolog.triage.rules_urgent import URGENT_RULES

__all__ = ["COUNTING_RULES", "RULES", "RULES_BY_CODE", "RULES_VERSION"]

RULES_VERSION: Final = "2.5"
"""Version of the table; any change to a rule, an input or a mitigation raises it."""

RULES: Final[tuple[Rule, ...]] = (
    *EMERGENCY_RULES,
    *SAME_DAY_RULES,
    *URGENT_RULES,
    *SOON_RULES,
    *ROUTINE_RULES,
)
"""Every rule, most pressing first."""

RULES_BY_CODE: Final[Mapping[str, Rule]] = FrozenDict({rule.code: rule for rule in RULES})
"""Every rule by its code."""

COUNTING_RULES: Final = frozenset(rule.code for rule in RULES if rule.when.counts)
"""The codes of rules that only count how many signs there are."""
