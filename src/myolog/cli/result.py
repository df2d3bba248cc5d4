"""An assessment as lines of a terminal, in the order of the guide's rule DP-5.

Decides nothing about care: what to do and when; the one or two deciding
reasons, the rest on request; what it does not mean; what would change it. Every
sentence is the catalogue's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from myolog.content.catalogue import Catalogue, load
from myolog.content.dates import spoken_whole
from myolog.triage.result import RESULT_VALID_DAYS, Assessment, Reason
from myolog.triage.urgency import Urgency

if TYPE_CHECKING:
    from myolog.web.help_numbers import HelpNumbers

__all__ = ["Line", "print_result", "reason_in_words", "result_lines", "spoken"]

_DECIDING: Final = 2
_MORE: Final = "myolog check --last --details"
_PAGE: Final = "myolog report -o for-my-doctor.pdf"
_CRISIS: Final = frozenset({"crisis_service", "mental_health_today"})
"""Whom to see when the way to help begins with a conversation."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: `head` is set in bold, `indent` and `hang` count columns.

    Further lines of the paragraph begin at `hang`, or at `indent` without one.
    """

    text: str
    head: bool = False
    indent: int = 0
    hang: int | None = None


def spoken(day: date) -> str:
    """Return a date as a person says it.

    Examples
    --------
    >>> spoken(date(2026, 3, 11))
    'Wednesday 11 March 2026'
    """
    return spoken_whole(day)


def print_result(
    assessment: Assessment, *, answered: date, numbers: HelpNumbers, details: bool = False
) -> None:
    """Print a result, as wide as the terminal."""
    from myolog.cli.terminal import say

    for number, line in enumerate(
        result_lines(assessment, answered=answered, numbers=numbers, details=details)
    ):
        if line.head and number:
            say()
        say(line.text, bold=line.head, indent=line.indent, hang=line.hang)


def result_lines(
    assessment: Assessment, *, answered: date, numbers: HelpNumbers, details: bool = False
) -> Iterator[Line]:
    """Yield a result paragraph by paragraph.

    Parameters
    ----------
    answered
        The day of the answers; deadlines count from it.
    numbers
        Emergency numbers of the person's country.
    details
        Whether every reason, its sources and the work-up are shown too.
    """
    words = load()
    level = "INCOMPLETE" if assessment.urgency is None else assessment.urgency.name
    yield from _what_to_do(assessment, level, answered, numbers, words)
    yield from _why(assessment, words, details=details)
    if details:
        yield from _whom(assessment, words)
    if level != "INCOMPLETE":
        table = "result.keep_review" if assessment.keep_review else f"urgency.{level}"
        yield Line(words.text("result.say"), head=True)
        yield Line(words.text(f"{table}.say"))
    yield from _checklist(assessment, words)
    yield Line(words.text("result.not_mean"), head=True)
    yield Line(words.text(f"result.means.{level}.text"))
    yield from _safety_net(level, numbers, words)
    until = answered + timedelta(days=RESULT_VALID_DAYS)
    yield Line("")
    if assessment.urgency is not None and assessment.urgency < Urgency.SAME_DAY:
        yield Line(words.text("result.expiry", date=spoken(until)))
    if Urgency.ROUTINE <= (assessment.urgency or 0) <= Urgency.URGENT:
        yield Line(f"{words.text('result.make_page')}: {_PAGE}")
    yield Line(words.text("result.not_exam"))
    yield Line(words.text("result.rules_version", version=assessment.rules_version))


def _what_to_do(
    assessment: Assessment, level: str, answered: date, numbers: HelpNumbers, words: Catalogue
) -> Iterator[Line]:
    table = "result.keep_review" if assessment.keep_review else f"urgency.{level}"
    values = {"number": numbers.call, "date": _by(level, answered, words, "deadline_days")}
    yield Line(words.text(f"{table}.title"), head=True)
    yield Line(words.fill(f"{table}.action", values))
    if level == "URGENT":
        by = _by(level, answered, words, "specialist_days")
        yield Line(words.text("urgency.URGENT.specialist", date=by))
    if level == "SAME_DAY":
        yield Line(words.text("urgency.SAME_DAY.worse", number=numbers.call))
        if numbers.on_call:
            yield Line(f"{numbers.on_call_name}: {numbers.on_call}", indent=2)
    if assessment.urgency is not None and assessment.urgency >= Urgency.SAME_DAY:
        top = (one for one in assessment.reasons if one.urgency == assessment.urgency)
        if any(one.who in _CRISIS for one in top):
            yield from _talk(numbers, words)
    if assessment.missing and level != "EMERGENCY":
        count = len(assessment.missing)
        yield Line(words.text("result.incomplete_more", count=count))
        for name in assessment.missing if level == "INCOMPLETE" else ():
            yield Line(f"- {words.text(f'input.{name}.question')}")


def _talk(numbers: HelpNumbers, words: Catalogue) -> Iterator[Line]:
    yield Line(words.text("emergency.crisis_text"))
    if numbers.crisis:
        yield Line(words.text("emergency.crisis_call", number=numbers.crisis))
        yield Line(numbers.crisis_name, indent=2)
    yield Line(words.text("emergency.crisis_or", number=numbers.call))


def _by(level: str, answered: date, words: Catalogue, key: str) -> str:
    if level == "INCOMPLETE":
        return ""
    return spoken(answered + timedelta(days=words.number(f"urgency.{level}.{key}")))


def reason_in_words(reason: Reason, part: str = "reason") -> str:
    """Return a reason as a sentence that speaks to the person.

    Parameters
    ----------
    part
        Which of its sentences: ``reason`` or ``detail``.
    """
    words = load()
    if not reason.code.startswith("NOTSURE-"):
        return words.text(f"rule.{reason.code}.{part}")
    sign = words.text(f"input.{reason.inputs[0]}.report")
    return words.fill(f"notsure.{part}", {"sign": sign})


def _why(assessment: Assessment, words: Catalogue, *, details: bool) -> Iterator[Line]:
    shown = [one for one in assessment.reasons if details or not one.folded]
    top = shown if details else shown[:_DECIDING]
    if top:
        yield Line(words.text("result.why"), head=True)
    for reason in top:
        yield Line(f"- {reason_in_words(reason)}")
        yield Line(reason_in_words(reason, "detail"), indent=2)
        if details:
            source = ", ".join(_titles(reason.source, words))
            yield Line(words.text("result.source_line", source=source), indent=2)
            yield Line(reason.code, indent=2)
    left = len(assessment.reasons) - len(top)
    if left == 1:
        yield Line(f"{words.text('result.more_one')}: {_MORE}")
    elif left:
        yield Line(f"{words.text('result.more_many', count=left)}: {_MORE}")


def _titles(source: str, words: Catalogue) -> Iterator[str]:
    for key in source.split(","):
        name = f"source.{key.strip()}.short"
        yield words.text(name) if name in words else key.strip()


def _whom(assessment: Assessment, words: Catalogue) -> Iterator[Line]:
    deciding = [one for one in assessment.reasons if one.urgency == assessment.urgency]
    whom = dict.fromkeys(words.text(f"who.{one.who}.label") for one in deciding)
    workup = dict.fromkeys(code for one in deciding for code in one.workup)
    if whom:
        yield Line(words.text("result.who"), head=True)
        yield Line("; ".join(whom))
    if workup:
        yield Line(words.text("result.workup"), head=True)
        yield Line(words.text("result.workup_lead"))
        for code in workup:
            yield Line(f"- {words.text(f'workup.{code}.label')}")


def _checklist(assessment: Assessment, words: Catalogue) -> Iterator[Line]:
    yield Line(words.text("checklist.title", count=len(assessment.checklist)), head=True)
    shown = [
        (words.text(f"answer.{answer}"), words.text(f"checklist.{code}.label"))
        for code, answer in assessment.checklist_answers.items()
    ]
    wide = max(len(answer) for answer, _ in shown)
    for answer, label in shown:
        yield Line(f"{answer:<{wide}}  {label}", indent=2, hang=wide + 4)


def _safety_net(level: str, numbers: HelpNumbers, words: Catalogue) -> Iterator[Line]:
    leads = {
        "now": words.text("safety_net.lead_now", number=numbers.call),
        "within_48h": words.text("safety_net.lead_48h"),
        "visit": words.text("safety_net.lead_2weeks"),
    }
    names = words.names(f"safety_net.{level}.lists")
    if names:
        yield Line(words.text("result.change"), head=True)
    for name in reversed(names):
        yield Line(leads[name])
        for line in words.items(f"safety_net.{name}"):
            yield Line(f"- {line}")
