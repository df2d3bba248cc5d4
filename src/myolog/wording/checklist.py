"""The guide's checklist as a person reads it: six points, each with yes, no, or what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from myolog.content.catalogue import load
from myolog.content.choices import choice_label
from myolog.journal.doubt import NOT_SURE, is_open, is_unsure, ticked_line
from myolog.triage.answers import INPUTS
from myolog.triage.checklist import LONG_ALONE
from myolog.triage.result import Assessment

__all__ = ["Item", "checklist_of"]

_CHECKLIST_INPUTS: Final = {
    "C1": ("run_days", "measures_tried"),
    "C2": ("wasting",),
    "C3": ("weakness",),
    "C4": ("site_scope",),
    "C5": ("speech_swallow", "coordination"),
    "C6": ("family_nm",),
}

_IN_STEPS: Final = {"C2": "wasting", "C3": "weakness"}
"""Points of which less than the whole can be said: “perhaps”, “a little”."""

_UNTOLD: Final = ("unknown", NOT_SURE)
"""Answers that do not say whether rest and new habits were tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One point of the checklist: `state` is yes, no or ask."""

    label: str
    state: str
    word: str


def checklist_of(assessment: Assessment) -> tuple[Item, ...]:
    """Return the six points, each with yes, no, not sure or not asked."""
    words = load()
    states = {"yes": "yes", "no": "no", "not_asked": "ask"}
    return tuple(
        Item(
            label=words.text(f"checklist.{code}.{_label(code, assessment)}"),
            state=states[answer],
            word=words.text(
                f"answer.{_open_as(code, assessment) if answer == 'not_asked' else answer}"
            ),
        )
        if not (said := _less_than_yes(code, answer, assessment))
        else Item(label=words.text(f"checklist.{code}.label"), state="ask", word=said)
        for code, answer in assessment.checklist_answers.items()
    )


def _less_than_yes(code: str, answer: str, assessment: Assessment) -> str:
    """Return what was said of a point that does not hold, and yet was not denied; "" for a no."""
    if answer != "no" or code not in _IN_STEPS:
        return ""
    name = _IN_STEPS[code]
    told = assessment.inputs.get(name, INPUTS[name].default)
    if is_open(told) or told == INPUTS[name].default:
        return ""
    return choice_label(load(), name, told)


def _label(code: str, assessment: Assessment) -> str:
    """Return which words an item has: how long says nothing of habits that nobody told."""
    told = assessment.inputs.get("measures_tried", NOT_SURE)
    is_unclear = code == "C1" and code in assessment.checklist and told in _UNTOLD
    days = {**assessment.derived, **assessment.inputs}.get("run_days")
    is_long = not isinstance(days, int) or LONG_ALONE.holds({"run_days": days})
    return "label_unclear" if is_unclear and not is_long else "label"


def _open_as(code: str, assessment: Assessment) -> str:
    """Return how a point of the checklist is open: ticked without a part, in doubt or not asked."""
    told = [assessment.inputs.get(name) for name in _CHECKLIST_INPUTS[code]]
    if any(map(ticked_line, told)):
        return "ticked_short"
    return "not_sure_short" if any(map(is_unsure, told)) else "not_asked"
