"""The only two things that ever lower an urgency.

Decides (a) how far a documented normal examination lowers what soft rules say,
and (b) which answers an earlier examination explains. Hard rules are never
lowered by (a); a sign that went beyond what was explained counts in full under
(b). Source: the guide, section 3c, "Mitigation".
"""

from __future__ import annotations

from myolog.triage.answers import INPUTS, Answer
from myolog.triage.conditions import Values
from myolog.triage.urgency import Urgency

__all__ = ["lowered", "read_explained"]


def lowered(urgency: Urgency) -> Urgency:
    """Return what a soft rule still says after a normal examination.

    One step down, and never above `Urgency.ROUTINE`.
    """
    return Urgency(max(0, min(urgency - 1, Urgency.ROUTINE)))


def read_explained(values: Values) -> dict[str, Answer]:
    """Return `values` with every explained sign read as its default.

    A sign is explained when it is listed in ``explained_unchanged``, is present,
    and is no worse than what an examination can explain. The list that comes
    back holds only those.
    """
    listed = values["explained_unchanged"]
    covered = tuple(
        name
        for name in INPUTS
        if isinstance(listed, tuple) and name in listed
        if _is_covered(name, values[name])
    )
    read = {name: INPUTS[name].default for name in covered}
    return {**values, **read, "explained_unchanged": covered}


def _is_covered(name: str, value: Answer) -> bool:
    question = INPUTS[name]
    limit = question.explained_up_to
    return limit is not None and (
        question.rank(question.default) < question.rank(value) <= question.rank(limit)
    )
