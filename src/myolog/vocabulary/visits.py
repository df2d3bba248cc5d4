"""What can be said of a visit to a doctor: who saw the person, what was done, what was said.

Source: guide 3b (assessed_normal, explained_unchanged), 8 (what a report needs).
"""

from typing import Final

__all__ = ["OUTCOMES", "ROLES", "TESTS", "TO_RESULT", "VISIT"]

VISIT: Final = "visit"
"""What was done, where it was a visit and no single test."""

ROLES: Final = ("family_doctor", "neurologist", "emergency")
"""Who may see a person; any other role is said in words."""

TESTS: Final = ("examination", "bloods", "emg", "mri", "other", "not_sure")
"""What was done at a visit; the first is a look at strength and reflexes."""

OUTCOMES: Final = ("normal", "explained", "abnormal", "pending", "unknown")
"""What was said: nothing wrong, explained, something found, not clear yet; or not told."""

TO_RESULT: Final = ("before", "after", "unknown")
"""When it was, of a visit on the day of a result of the check: before that result or after it."""
