"""Every result of the check as plain data, for programs and for `myolog check --history --json`."""

from collections.abc import Iterable
from typing import Any

from myolog.journal.codec import encode
from myolog.triage.history import Past


def history_as_dicts(history: Iterable[Past]) -> list[dict[str, Any]]:
    """Return each result in codes, with what changed it and what was done, in the order given."""
    return [
        {
            **past.told.assessment.as_dict(),
            "help_only": past.told.assessment.help_only,
            "day": past.told.day.isoformat(),
            "due": None if past.told.due is None else past.told.due.isoformat(),
            "has_risen": past.told.has_risen,
            "gained": [one.code for one in past.gained],
            "gone": [one.code for one in past.gone],
            "acts": [encode(one) for one in past.acts],
        }
        for past in history
    ]
