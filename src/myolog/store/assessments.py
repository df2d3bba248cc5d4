"""Between a result of the check and the plain values the database keeps, without loss."""

from collections.abc import Mapping
from typing import Any

from myolog.frozen import FrozenDict
from myolog.triage.result import Assessment, Reason
from myolog.triage.urgency import Urgency


def plain(assessment: Assessment) -> dict[str, Any]:
    """Return the assessment as JSON values."""
    return {
        "urgency": None if assessment.urgency is None else assessment.urgency.name,
        "reasons": [_plain_reason(reason) for reason in assessment.reasons],
        "checklist": list(assessment.checklist),
        "checklist_answers": dict(assessment.checklist_answers),
        "table_rows": list(assessment.table_rows),
        "missing": list(assessment.missing),
        "derived": _plain_answers(assessment.derived),
        "inputs": _plain_answers(assessment.inputs),
        "keep_review": assessment.keep_review,
        "rules_version": assessment.rules_version,
        "digest": assessment.digest,
    }


def _plain_reason(reason: Reason) -> dict[str, Any]:
    return {
        "code": reason.code,
        "urgency": reason.urgency.name,
        "who": reason.who,
        "workup": list(reason.workup),
        "source": reason.source,
        "inputs": list(reason.inputs),
        "soft": reason.soft,
        "folded": reason.folded,
        "mitigated": reason.mitigated,
        "unsure": [list(one) for one in reason.unsure],
        "beside": [list(one) for one in reason.beside],
    }


def _plain_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in answers.items()
    }


def restored(payload: Mapping[str, Any]) -> Assessment:
    """Return the assessment that `plain` wrote."""
    return Assessment(
        urgency=None if payload["urgency"] is None else Urgency[payload["urgency"]],
        reasons=tuple(
            Reason(
                **reason
                | {
                    "urgency": Urgency[reason["urgency"]],
                    "workup": tuple(reason["workup"]),
                    "inputs": tuple(reason["inputs"]),
                    "unsure": tuple(map(tuple, reason.get("unsure", ()))),
                    "beside": tuple(map(tuple, reason.get("beside", ()))),
                }
            )
            for reason in payload["reasons"]
        ),
        checklist=tuple(payload["checklist"]),
        checklist_answers=FrozenDict(payload["checklist_answers"]),
        table_rows=tuple(payload["table_rows"]),
        missing=tuple(payload["missing"]),
        derived=FrozenDict(_answers(payload["derived"])),
        inputs=FrozenDict(_answers(payload["inputs"])),
        keep_review=payload["keep_review"],
        rules_version=payload["rules_version"],
        digest=payload["digest"],
    )


def _answers(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
