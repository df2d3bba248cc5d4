"""A result as paragraphs of a terminal, in the order of the guide's rule DP-5.

Decides only which paragraphs a terminal shows and how they are indented; every sentence is that of
`myolog.wording.result`, as on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from myolog.cli.terminal import say
from myolog.content.catalogue import load
from myolog.content.dates import spoken_whole
from myolog.content.grammar import counted
from myolog.frozen import FrozenDict
from myolog.triage.result import Assessment
from myolog.wording.checklist import checklist_of
from myolog.wording.result import (
    Head,
    Why,
    deciding,
    expiry_in_words,
    good_until,
    head_of,
    help_only,
    level_of,
    reasons_in_words,
    visits_in_words,
)
from myolog.wording.safety_net import explained_in, rests_on_doubt, safety_net
from myolog.wording.visits import with_visit

if TYPE_CHECKING:
    from myolog.triage.follow_up import FollowUp
    from myolog.wording.help_numbers import HelpNumbers
    from myolog.wording.visits import Done

__all__ = ["Line", "print_result", "result_lines"]

_MORE: Final = "myolog check --last --details"
_PAGE: Final = "myolog report -o for-my-doctor.pdf"
_VISIT: Final = "myolog visit --help"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: `head` is set in bold, `indent` and `hang` count columns.

    Further lines of the paragraph begin at `hang`, or at `indent` without one.
    """

    text: str
    head: bool = False
    indent: int = 0
    hang: int | None = None


def print_result(
    assessment: Assessment, *, answered: date, numbers: HelpNumbers, **how: Any
) -> None:
    """Print a result, as wide as the terminal; see `result_lines`."""
    for number, line in enumerate(
        result_lines(assessment, answered=answered, numbers=numbers, **how)
    ):
        if line.head and number:
            say()
        say(line.text, bold=line.head, indent=line.indent, hang=line.hang)


def result_lines(
    assessment: Assessment,
    *,
    answered: date,
    numbers: HelpNumbers,
    facts: Mapping[str, str] = FrozenDict(),
    since: Sequence[str] = (),
    still: str = "",
    due: date | None = None,
    visit: str = "",
    done: Done | None = None,
    became: FollowUp | None = None,
    own_words: Sequence[str] = (),
    stopped: bool = False,
    today: date | None = None,
    details: bool = False,
    expired: bool = False,
) -> Iterator[Line]:
    """Yield a result paragraph by paragraph.

    Parameters
    ----------
    answered
        The day of the answers; deadlines count from it.
    numbers
        Emergency numbers of the person's country.
    facts
        Question to the dates behind its answer; see `facts_of`.
    since
        What has changed since the result was said, in sentences.
    still
        Why a calm result may not be enough; empty where no result of today came before.
    due
        The last day to be seen where it does not count from `answered`.
    visit
        What became of the visit; empty where none is asked for.
    done
        What stands in place of what to do where that has been done.
    became
        What became of the visit; None where nobody kept the result.
    own_words
        What was written beside answers.
    stopped
        Whether the check was not finished.
    today
        The day on which it is read, where it is read as the present one.
    details
        Whether every reason, its sources and the work-up are shown too.
    expired
        Whether it counts no more.
    """
    words, level = load(), level_of(assessment)
    head = head_of(assessment, answered=answered, numbers=numbers, due=due, today=today)
    head = head if became is None else with_visit(head, became)
    if head.help_only and not details:
        yield from _help_only(head, assessment, numbers)
        return
    if done is None:
        yield from _what_to_do(head, assessment, numbers)
    else:
        yield Line(done.title, head=True)
        yield Line(done.action)
        if head.number:
            yield Line(f"{head.number_name}: {head.number}", indent=2)
    if visit:
        yield Line(visit)
    yield from _warnings(still, stopped=stopped)
    yield from _since(since)
    yield from _why(assessment, facts, details=details)
    yield from _listed("result.own_words.title", own_words)
    if details:
        yield from _whom(assessment)
    if level != "INCOMPLETE" and done is None:
        yield Line(words.text("result.say"), head=True)
        yield Line(head.say)
    yield from _checklist(assessment)
    yield Line(words.text("result.not_mean"), head=True)
    means = f"result.means.{level}.text" if done is None else "visit.done.means"
    yield Line(words.text(means))
    yield from _safety_net(head, numbers, assessment)
    yield Line("")
    until = good_until(assessment, answered, expired=expired)
    if until is not None:
        yield Line(expiry_in_words(until, None if done else due, named=spoken_whole))
    if head.offers_report:
        yield Line(f"{words.text('result.make_page')}: {_PAGE}")
    if level not in ("INCOMPLETE", "SELF_CARE", "EMERGENCY"):
        yield Line(f"{words.text('visit.page.tell')}: {_VISIT}")
    yield Line(words.text("result.not_exam"))
    yield Line(words.text("result.rules_version", version=assessment.rules_version))


def _help_only(head: Head, assessment: Assessment, numbers: HelpNumbers) -> Iterator[Line]:
    """Yield help and nothing beside it; `details` shows what else was answered."""
    words = load()
    why, others = help_only(assessment)
    yield Line(head.title, head=True)
    yield Line(f"{why.reason} {why.detail}")
    if head.passed:
        yield Line(head.passed)
    yield from _talk(numbers)
    if head.level == "SAME_DAY":
        yield Line(words.text("result.help_only.doctor"))
        if numbers.on_call:
            yield Line(f"{numbers.on_call_name}: {numbers.on_call}", indent=2)
    yield Line(words.text("emergency.crisis_notes"))
    if others:
        yield Line(f"{words.text('result.help_only.others')}: {_MORE}")


def _what_to_do(head: Head, assessment: Assessment, numbers: HelpNumbers) -> Iterator[Line]:
    words = load()
    yield Line(head.title, head=True)
    yield Line(head.action)
    if head.level == "SAME_DAY" and head.deadline:
        yield Line(f"{head.deadline}.")
    if head.specialist:
        yield Line(head.specialist)
    if head.level == "SAME_DAY":
        yield Line(words.text("urgency.SAME_DAY.worse", number=numbers.said))
        if numbers.on_call:
            yield Line(f"{numbers.on_call_name}: {numbers.on_call}", indent=2)
    if head.talks_first and head.level in {"SAME_DAY", "EMERGENCY"}:
        yield from _talk(numbers)
    if assessment.missing and head.level != "EMERGENCY":
        count = len(assessment.missing)
        yield Line(words.text("result.incomplete_more", count=count))
        for name in assessment.missing if head.level == "INCOMPLETE" else ():
            yield Line(f"- {words.text(f'input.{name}.question')}")


def _talk(numbers: HelpNumbers) -> Iterator[Line]:
    words = load()
    yield Line(words.text("emergency.crisis_text"))
    if numbers.crisis:
        yield Line(words.text("emergency.crisis_call", number=numbers.crisis))
        yield Line(numbers.crisis_name, indent=2)
        if numbers.crisis_more:
            more = ", ".join(numbers.crisis_more)
            yield Line(words.text("emergency.crisis_more", numbers=more), indent=2)
    yield Line(words.text("emergency.crisis_or", number=numbers.said))


def _warnings(still: str, *, stopped: bool) -> Iterator[Line]:
    if stopped:
        yield Line(load().text("result.stopped"))
    if still:
        yield Line(still, head=True)


def _listed(title: str, lines: Sequence[str]) -> Iterator[Line]:
    if lines:
        yield Line(load().text(title), head=True)
        yield from (Line(f"- {one}") for one in lines)


def _since(since: Sequence[str]) -> Iterator[Line]:
    if since:
        yield Line(load().text("since.title"), head=True)
        yield from (Line(f"- {one}") for one in since)
        yield Line(load().text("since.lead"))


def _why(assessment: Assessment, facts: Mapping[str, str], *, details: bool) -> Iterator[Line]:
    words = load()
    first, rest = deciding(assessment)
    shown = reasons_in_words(first + rest if details else first, facts)
    if shown:
        yield Line(words.text("result.why"), head=True)
    for why in shown:
        yield from _reason(why, details=details)
    left = len(first + rest) - len(shown)
    if left:
        yield Line(f"{counted('result.more', left)}: {_MORE}")


def _reason(why: Why, *, details: bool) -> Iterator[Line]:
    yield Line(f"- {why.reason}")
    if why.facts:
        yield Line(why.facts, indent=2)
    yield Line(why.detail, indent=2)
    if details:
        yield Line(load().text("result.source_line", source=why.source), indent=2)
        yield Line(why.code, indent=2)


def _whom(assessment: Assessment) -> Iterator[Line]:
    words, visits = load(), visits_in_words(assessment)
    if visits.who:
        yield Line(words.text("result.who"), head=True)
        yield Line("; ".join(visits.who))
    if visits.workup:
        yield Line(words.text("result.workup"), head=True)
        yield Line(words.text("result.workup_lead"))
        for test in visits.workup:
            yield Line(f"- {test}")


def _checklist(assessment: Assessment) -> Iterator[Line]:
    yield Line(load().text("checklist.title", count=len(assessment.checklist)), head=True)
    items = checklist_of(assessment)
    wide = max(len(item.word) for item in items)
    for item in items:
        yield Line(f"{item.word:<{wide}}  {item.label}", indent=2, hang=wide + 4)


def _safety_net(head: Head, numbers: HelpNumbers, found: Assessment) -> Iterator[Line]:
    words, doubt = load(), rests_on_doubt(found)
    lists = safety_net(head.level, numbers, in_doubt=doubt, explained=explained_in(found))
    if not lists:
        return
    yield Line(words.text("result.change"), head=True)
    if head.keep_review:
        yield Line(words.text("result.keep_review.change"))
    for one in lists:
        yield Line(one.lead)
        for line in one.lines:
            yield Line(f"- {line}")
    yield Line(words.text("safety_net.drug"))
