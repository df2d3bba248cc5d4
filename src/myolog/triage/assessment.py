"""The two ways to an assessment: from answers alone, and from a journal too.

Decides what counts as known about each question and hands it to the table.
Source: the guide, sections 3b to 3d.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from myolog.errors import InvalidAnswer
from myolog.frozen import FrozenDict
from myolog.journal.checks import the_day
from myolog.journal.doubt import is_open, part_in_doubt
from myolog.journal.model import Journal, the_journal
from myolog.triage.answers import INPUTS, NOT_SURE, Answer, checked, input_named, is_below
from myolog.triage.checklist import CHECKLIST, TABLE_ROWS
from myolog.triage.completeness import still_missing
from myolog.triage.derive import journal_suggests
from myolog.triage.mitigation import read_explained
from myolog.triage.profile import profile_answers
from myolog.triage.result import Assessment, digest_of
from myolog.triage.rules import RULES_VERSION
from myolog.triage.standing import standing_answers
from myolog.triage.unsure import counts_as_yes
from myolog.triage.urgency import Urgency
from myolog.triage.verdict import answered_items, asks_only_for_review, highest, reasons_for

__all__ = ["assess", "assess_standing", "decide", "input_digest"]


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
    unchanged = not given.get("changed_since_assessment", False)
    return _conclude(_Known(inputs=given), unchanged=unchanged, may_miss=False)


def assess(
    journal: Journal,
    answers: Mapping[str, object],
    *,
    today: date,
    reasons: Mapping[str, str] | None = None,
) -> Assessment:
    """Assess a person from the journal, the profile and the answers to the check.

    An answer wins over the profile and over what the journal suggests; below the
    suggestion it needs a reason, and "not sure" takes no told illness back. A
    question that nothing answers is missing, never "no".

    Parameters
    ----------
    journal
        Any; entries after `today` are left out.
    answers
        Question name to answer; ``"not_sure"`` is an answer to each of them.
    today
        The person's calendar date.
    reasons
        Question name to the person's words for answering below the suggestion.

    Returns
    -------
    assessment : urgency None when nothing fired and questions are missing

    Raises
    ------
    InvalidAnswer
        A question or an answer is unknown, or (code ``reason_needed``) an
        answer lies below what the journal suggests and no reason is given.

    Examples
    --------
    >>> from datetime import date
    >>> result = assess(Journal(), {"weakness": "functional"}, today=date(2026, 3, 1))
    >>> result.urgency.name, result.complete
    ('SOON', False)
    """
    known = _gather(journal, answers, today, reasons or {})
    return _conclude(
        known, unchanged=known.inputs.get("changed_since_assessment") is False, may_miss=True
    )


def assess_standing(journal: Journal, *, today: date) -> Assessment:
    """Assess what the person has answered so far and not taken back, with the whole journal."""
    answers, reasons = standing_answers(journal, today=today)
    return assess(journal, answers, today=today, reasons=reasons)


def input_digest(
    journal: Journal,
    answers: Mapping[str, object],
    *,
    today: date,
    reasons: Mapping[str, str] | None = None,
) -> str:
    """Return the digest that `assess` would give, without applying the rules.

    Raises
    ------
    InvalidAnswer
        As `assess`.
    """
    return _gather(journal, answers, today, reasons or {}).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known about each question, what the journal suggested, and the signs told before."""

    inputs: Mapping[str, Answer]
    derived: Mapping[str, Answer] = field(default_factory=dict)
    told: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def doubts(self) -> dict[str, str]:
        return {name: str(value) for name, value in self.inputs.items() if is_open(value)}

    @property
    def definite(self) -> Set[str]:
        """Questions with an answer of their own; "not sure" has one in a suggestion of no less."""
        return {
            name
            for name, value in self.inputs.items()
            if not is_open(value)
            or (name in self.derived and not _doubts_more(name, value, self.derived))
        }

    def values(self) -> dict[str, Answer]:
        """Return what rules read for every question."""
        return {name: self._value(name) for name in INPUTS}

    def _value(self, name: str) -> Answer:
        value = self.inputs.get(name, INPUTS[name].default)
        if not is_open(value):
            return value
        if name in counts_as_yes():
            return True
        return self.derived.get(name, self.told.get(name, INPUTS[name].default))

    def digest(self) -> str:
        return digest_of(self.inputs, self.derived, RULES_VERSION)


def _gather(
    journal: Journal, answers: Mapping[str, object], today: date, reasons: Mapping[str, str]
) -> _Known:
    today = the_day(today)
    past = the_journal(journal).until(today)
    given = checked(answers, allow_not_sure=True)
    derived = journal_suggests(past, today)
    _require_reasons(given, derived, reasons)
    profile = profile_answers(journal, today)
    signs = {name: fact for name, fact in profile.items() if _tells_a_sign(name, fact)}
    for name in [name for name, value in given.items() if is_open(value)]:
        if name == "age_years" or (name in signs and not _doubts_more(name, given[name], signs)):
            del given[name]
    found = derived | profile | given
    return _Known(
        inputs={name: found[name] for name in INPUTS if name in found},
        derived=derived,
        told=signs,
    )


def _doubts_more(name: str, doubt: Answer, signs: Mapping[str, Answer]) -> bool:
    """Say whether a doubt is about more than the sign that was told before."""
    part, rank = part_in_doubt(doubt), INPUTS[name].rank
    return bool(part) and rank(part) > rank(signs[name])


def _tells_a_sign(name: str, fact: Answer) -> bool:
    question = INPUTS[name]
    return not is_open(fact) and question.rank(fact) > question.rank(question.default)


def _require_reasons(
    given: Mapping[str, Answer], derived: Mapping[str, Answer], reasons: Mapping[str, str]
) -> None:
    for name in reasons:
        input_named(name)
    for name, suggested in derived.items():
        answer = given.get(name, NOT_SURE)
        if not is_below(name, answer, suggested):
            continue
        if not str(reasons.get(name) or "").strip():
            raise InvalidAnswer(
                "Your journal suggests {suggested} for {question}; to answer {answer}, say why.",
                suggested=suggested,
                question=name,
                answer=answer,
                code="reason_needed",
            )


def _conclude(known: _Known, *, unchanged: bool, may_miss: bool) -> Assessment:
    values = known.values()
    read = read_explained(values)
    definite = known.definite
    examined = read["assessed_normal"] is True and unchanged
    reasons = reasons_for(values, doubts=known.doubts, examined=examined)
    missing = still_missing(read, definite, known.inputs.keys()) if may_miss else ()
    urgency = highest(reasons)
    return Assessment(
        urgency=None if missing and urgency == Urgency.SELF_CARE else urgency,
        reasons=reasons,
        checklist=tuple(code for code, item in CHECKLIST.items() if item.holds(read)),
        checklist_answers=FrozenDict(answered_items(read, definite)),
        table_rows=tuple(code for code, row in TABLE_ROWS.items() if row.holds(read)),
        missing=missing,
        derived=FrozenDict(known.derived),
        inputs=FrozenDict(known.inputs),
        keep_review=asks_only_for_review(reasons),
        rules_version=RULES_VERSION,
        digest=known.digest(),
    )
