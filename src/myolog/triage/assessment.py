"""The two ways to an assessment: from answers alone, and from a journal too.

Decides what counts as known about each question and hands it to the table.
Source: the guide, sections 3b to 3d.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from types import MappingProxyType

from myolog.triage.answers import INPUTS, checked
from myolog.triage.checklist import CHECKLIST, TABLE_ROWS
from myolog.triage.conditions import Values
from myolog.triage.mitigation import read_explained
from myolog.triage.result import Assessment, digest_of
from myolog.triage.rules import RULES_VERSION
from myolog.triage.verdict import answered_items, asks_only_for_review, highest, reasons_for

__all__ = ["decide"]


def decide(answers: Mapping[str, object]) -> Assessment:
    """Apply the decision table to answers alone.

    Every question that is not answered takes its default, so the result is
    always complete. For a person, use `assess`, which never takes a missing
    answer for a no.

    Parameters
    ----------
    answers
        Question name to answer, as `myolog.triage.answers.INPUTS` lists them.

    Returns
    -------
    assessment : the highest level of all rules that fire, with every reason

    Raises
    ------
    InvalidAnswer
        A question or an answer is unknown.

    Examples
    --------
    >>> decide({"weakness": "progressive"}).urgency.name
    'URGENT'
    >>> decide({}).urgency.name
    'SELF_CARE'
    """
    given = checked(answers)
    values = {name: given.get(name, question.default) for name, question in INPUTS.items()}
    examined = values["assessed_normal"] is True and not values["changed_since_assessment"]
    return _conclude(values, given, examined=examined, known=given.keys())


def _conclude(values: Values, inputs: Values, *, examined: bool, known: Set[str]) -> Assessment:
    read = read_explained(values)
    reasons = reasons_for(read, unsure=(), examined=examined)
    return Assessment(
        urgency=highest(reasons),
        reasons=reasons,
        checklist=tuple(code for code, item in CHECKLIST.items() if item.holds(read)),
        checklist_answers=MappingProxyType(answered_items(read, known)),
        table_rows=tuple(code for code, row in TABLE_ROWS.items() if row.holds(read)),
        missing=(),
        derived=MappingProxyType({}),
        inputs=MappingProxyType(dict(inputs)),
        keep_review=asks_only_for_review(reasons),
        rules_version=RULES_VERSION,
        digest=digest_of(inputs, RULES_VERSION),
    )
