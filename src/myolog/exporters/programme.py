"""The programme as plain values for programs: one day of it, and how it went.

Decides the names in what the command line prints with ``--json`` and the API answers.
"""

from __future__ import annotations

from typing import Any

from myolog.content.catalogue import Catalogue
from myolog.programme.plan import DayPlan, DayStep
from myolog.programme.progress import Progress
from myolog.programme.reminders import look_dates
from myolog.programme.verdict import Verdict
from myolog.wording.steps import step_sentences, thing
from myolog.wording.verdicts import verdict_words

__all__ = ["plan_as_dict", "review_as_dict"]


def plan_as_dict(words: Catalogue, plan: DayPlan) -> dict[str, Any]:
    """Return one day of the programme as JSON values."""
    return {
        "day": plan.day.isoformat(),
        "started": plan.period.started.isoformat(),
        "number": plan.number,
        "state": plan.state,
        "gentle": [one.step.code for one in plan.gentle],
        "steps": [_step_as_dict(words, plan, one) for one in plan.steps],
        "ceilings": list(plan.ceilings),
    }


def _step_as_dict(words: Catalogue, plan: DayPlan, one: DayStep) -> dict[str, Any]:
    line = thing(words, one, bedtime=plan.bedtime) if one.has_target else None
    guards = dict.fromkeys(code for part in one.parts.values() for code in part.guards)
    return {
        "step": one.step.code,
        "name": one.step.name,
        "target": None if line is None else line.title,
        "amount": one.amount,
        "unit": one.step.unit if one.amount is not None else "",
        "guards": list(guards),
        "says": list(step_sentences(words, one.step, one.parts)),
        "ticked": one.ticked,
        "done": one.done,
    }


def review_as_dict(
    words: Catalogue, plan: DayPlan, progress: Progress, verdict: Verdict | None
) -> dict[str, Any]:
    """Return how it went as JSON values; without a verdict its part is null."""
    return {
        "day": plan.day.isoformat(),
        "started": plan.period.started.isoformat(),
        "number": plan.number,
        "state": plan.state,
        "looks": [on.isoformat() for on in look_dates(plan.period)],
        "counts": [
            {"step": one.step.code, "name": one.step.name, "done": one.n_done, "days": one.n_days}
            for one in progress.counts
        ],
        "enough_done": progress.is_valid,
        "verdict": None if verdict is None else _verdict_as_dict(words, verdict),
    }


def _verdict_as_dict(words: Catalogue, verdict: Verdict) -> dict[str, Any]:
    said = verdict_words(verdict, words)
    return {
        "code": verdict.code,
        "look": verdict.look,
        "headline": verdict.headline,
        "says": [said.title, said.text, *said.numbers, *said.notes],
        "rate_ratio": verdict.rate_ratio,
        "low": verdict.low,
        "high": verdict.high,
        "level": verdict.level,
        "n_before": verdict.n_before,
        "n_after": verdict.n_after,
        "events_before": verdict.events_before,
        "events_after": verdict.events_after,
        "low_quality": verdict.low_quality,
    }
