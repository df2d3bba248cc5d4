"""A result of the check as a person reads it: what to do, by when, why, what would change it.

Codes and numbers of an assessment meet the words of the catalogue and the numbers of the person's
country here, once for the page and the terminal. The order is that of the guide's rule DP-5;
disease names and probabilities have no place in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from myolog.content.catalogue import Catalogue, load
from myolog.content.dates import spoken, spoken_whole
from myolog.triage.answers import INPUTS
from myolog.triage.result import CRISIS, RESULT_VALID_DAYS, Assessment, Reason
from myolog.triage.rules import COUNTING_RULES
from myolog.triage.urgency import Urgency, can_wait
from myolog.wording.doubts import detail_of_doubt, reason_of_doubt
from myolog.wording.help_numbers import HelpNumbers
from myolog.wording.kinds import sign_name

__all__ = [
    "Head",
    "Visits",
    "Why",
    "checked_today",
    "deciding",
    "expiry_in_words",
    "explained_by",
    "good_until",
    "head_of",
    "help_only",
    "last_day",
    "level_of",
    "reason_in_words",
    "reasons_in_words",
    "visits_in_words",
]

DECIDING: Final = 2
"""Reasons shown at once; the rest stands in a fold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What to do and by when.

    Attributes
    ----------
    level : name of the urgency, or INCOMPLETE
    when : how soon, in a few words
    action : what to do
    specialist : by when to see a specialist; empty where the level names none
    day : the last day to act, in words; empty where there is none
    deadline : the same as a sentence; empty once that day has passed
    passed : what to do now that the day has passed; empty until then
    number, number_name : what to call; empty below SAME_DAY
    talks_first : whether the way to help is a conversation first
    help_only : whether nothing but help is shown
    """

    level: str
    when: str
    title: str
    action: str
    specialist: str
    day: str
    deadline: str
    passed: str
    say: str
    number: str
    number_name: str
    keep_review: bool
    talks_first: bool
    help_only: bool

    @property
    def offers_report(self) -> bool:
        """Whether the page for the doctor is offered: a visit may follow, and there is time."""
        return self.level not in {"INCOMPLETE", "SAME_DAY", "EMERGENCY"}

    @property
    def tel(self) -> str:
        """The number without its gaps."""
        return self.number.replace(" ", "")


def level_of(assessment: Assessment) -> str:
    """Return the key of the level's words."""
    return "INCOMPLETE" if assessment.urgency is None else assessment.urgency.name


def checked_today(assessment: Assessment, *, seen: bool = False) -> str:
    """Say, before a second check on one day, what the first one means for it.

    Parameters
    ----------
    seen
        Whether somebody has seen the person for it: then it asks for nothing first.
    """
    table = "page.check.once_a_day"
    return load().text(table if seen or can_wait(assessment.urgency) else f"{table}_today")


def last_day(assessment: Assessment, answered: date, *, due: date | None = None) -> date | None:
    """Return the day by which to act, counted from the day of the answers.

    Parameters
    ----------
    due
        The last day to be seen of all results that wait for the same visit, where there is time.
    """
    if assessment.urgency is None or assessment.urgency == Urgency.EMERGENCY:
        return None
    if due is not None and can_wait(assessment.urgency):
        return due
    return answered + timedelta(days=assessment.urgency.deadline_days)


def head_of(
    assessment: Assessment,
    *,
    answered: date,
    numbers: HelpNumbers,
    due: date | None = None,
    today: date | None = None,
) -> Head:
    """Return what to do and by when.

    Parameters
    ----------
    answered
        The day from which deadlines count.
    due
        The last day to be seen where it is another one; see `last_day`.
    today
        The day on which it is read, where it is read as the present one.
    """
    words, level = load(), level_of(assessment)
    last = last_day(assessment, answered, due=due)
    is_late = last is not None and last < answered and not assessment.keep_review
    day = spoken(last) if last else ""
    table = "result.keep_review" if assessment.keep_review else f"urgency.{level}"
    deadline = "" if assessment.keep_review or not last else f"{table}.deadline"
    deadline = "result.late" if is_late else deadline
    number, number_name = _number(assessment, numbers, words)
    said = {"date": day, "number": numbers.said}
    action = words.fill(f"{table}.late" if is_late else f"{table}.action", said)
    if deadline and not is_late and last != last_day(assessment, answered):
        action = f"{action} {words.text('result.from_earlier', date=day)}"
    passed = ""
    if today is not None and not is_late and today > (last or answered):
        passed = _passed(assessment, last or answered, numbers)
    if passed:
        deadline = ""
        action = f"{action} {passed}" if assessment.urgency == Urgency.EMERGENCY else passed
    return Head(
        level=level,
        when=words.text(f"urgency.{level}.when"),
        title=words.text("result.help_only.title" if assessment.help_only else f"{table}.title"),
        action=action,
        specialist=_specialist(assessment.urgency, last, words, today=today if passed else None),
        day=day,
        deadline=words.fill(deadline, {"date": day}) if deadline else "",
        passed=passed,
        say=words.text(f"{table}.say"),
        number=number,
        number_name=number_name,
        keep_review=assessment.keep_review,
        talks_first=any(one.who in CRISIS for one in _top(assessment)),
        help_only=assessment.help_only,
    )


def _passed(assessment: Assessment, last: date, numbers: HelpNumbers) -> str:
    """Say that the last day has passed and what to do now; "" where the result names no day."""
    if assessment.urgency is None or assessment.keep_review:
        return ""
    level = "help_only" if assessment.help_only else assessment.urgency.name
    said = {"date": spoken_whole(last), "number": numbers.said}
    return load().fill(f"result.passed.{level}", said)


def _top(assessment: Assessment) -> tuple[Reason, ...]:
    """Return the reasons of the level itself."""
    return tuple(one for one in assessment.reasons if one.urgency == assessment.urgency)


def _number(assessment: Assessment, numbers: HelpNumbers, words: Catalogue) -> tuple[str, str]:
    """Return the one number to call, and whose it is."""
    if assessment.urgency is None or assessment.urgency < Urgency.SAME_DAY:
        return "", ""
    if all(one.who in CRISIS for one in _top(assessment)) and numbers.crisis:
        return numbers.crisis, numbers.crisis_name
    if assessment.urgency == Urgency.SAME_DAY:
        return (numbers.on_call, numbers.on_call_name) if numbers.on_call else ("", "")
    if not numbers.listed:
        return numbers.call, words.text("country.default.ambulance")
    return numbers.call, words.text("emergency.ambulance", country=numbers.name)


def _specialist(
    urgency: Urgency | None, last: date | None, words: Catalogue, *, today: date | None
) -> str:
    if urgency is None or urgency.specialist_days is None or last is None:
        return ""
    day = last + timedelta(days=urgency.specialist_days - urgency.deadline_days)
    if today is not None and today > day:
        return words.text(f"result.passed.{urgency.name}_specialist")
    return words.text(f"urgency.{urgency.name}.specialist", date=spoken(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason in words, with the dates behind it where the journal has them."""

    code: str
    reason: str
    detail: str
    source: str
    facts: str = ""


def deciding(assessment: Assessment) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Return the one or two reasons shown at once, and all others.

    Less strength than before is always among the first: it is what a doctor asks for beside a
    twitch (FLAG-WEAKNESS).
    """
    shown = tuple(one for one in assessment.reasons if not one.folded)
    folded = tuple(one for one in assessment.reasons if one.folded and not one.unsure)
    first, rest = shown[:DECIDING], shown[DECIDING:]
    if not any(map(_tells_weakness, first)):
        first += tuple(filter(_tells_weakness, rest))[:1]
    return first, tuple(one for one in rest if one not in first) + folded


def _tells_weakness(reason: Reason) -> bool:
    return "weakness" in reason.inputs and reason.code not in COUNTING_RULES


def reasons_in_words(reasons: Iterable[Reason], facts: Mapping[str, str]) -> tuple[Why, ...]:
    """Return each reason as a sentence, a detail, its source and the dates behind it.

    Parameters
    ----------
    facts
        Question to a sentence with dates. Each is said once, and not beside a reason that
        only counts how many signs there are.
    """
    left = dict(facts)
    found: list[Why] = []
    for reason in reasons:
        own = [name for name in reason.inputs if name in left and reason.code not in COUNTING_RULES]
        found.append(reason_in_words(reason, " ".join(left.pop(name) for name in own)))
    return tuple(found)


def reason_in_words(reason: Reason, facts: str = "") -> Why:
    """Return a reason as it speaks to the person; what a doctor explained is named."""
    words, table = load(), f"rule.{reason.code}"
    said = reason_of_doubt(reason) if reason.unsure else words.text(f"{table}.reason")
    named = "; ".join(map(sign_name, explained_by(reason)))
    return Why(
        code=reason.code,
        reason=f"{said} {words.text('result.explained', signs=named)}" if named else said,
        detail=detail_of_doubt(reason) if reason.unsure else words.text(f"{table}.detail"),
        source=", ".join(_titles(reason.source, words)),
        facts=facts,
    )


def explained_by(reason: Reason) -> tuple[str, ...]:
    """Return the questions whose sign counts as explained, where that is what a reason says."""
    if "explained_unchanged" not in reason.inputs:
        return ()
    return tuple(name for name in reason.inputs if not INPUTS[name].mitigating)


def _titles(source: str, words: Catalogue) -> tuple[str, ...]:
    """Return the titles of sources given as short names with commas between."""
    keys = [one.strip() for one in source.split(",") if one.strip()]
    return tuple(
        words.text(f"source.{key}.short") if f"source.{key}.short" in words else key for key in keys
    )


def help_only(assessment: Assessment) -> tuple[Why, bool]:
    """Return the reason why nothing but help is shown, and whether anything else waits."""
    first = next(one for one in assessment.reasons if one.who in CRISIS)
    others = any(one.inputs != first.inputs for one in assessment.reasons)
    return reason_in_words(first), others


def good_until(assessment: Assessment, answered: date, *, expired: bool = False) -> date | None:
    """Return the last day on which the result counts.

    None where action is asked for today or tomorrow, and where it has expired.
    """
    if expired or assessment.urgency is None or assessment.urgency >= Urgency.URGENT:
        return None
    return answered + timedelta(days=RESULT_VALID_DAYS)


def expiry_in_words(
    until: date | None, due: date | None, *, named: Callable[[date], str] = spoken
) -> str:
    """Say until when a result counts, and that a visit after that is needed all the same.

    Parameters
    ----------
    named
        How days are said.
    """
    if until is None:
        return ""
    if due is not None and due > until:
        return load().text("result.expiry_due", date=named(until))
    return load().text("result.expiry", date=named(until))


_NAMED_WITHIN: Final = {
    "doctor": "doctor_and_neurologist",
    "neurologist": "doctor_and_neurologist",
}
"""Whom the words for somebody else name already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """Whom to see and what may be done there, each said once."""

    who: tuple[str, ...]
    workup: tuple[str, ...]


def visits_in_words(assessment: Assessment) -> Visits:
    """Return whom the deciding reasons send to, and everything the reasons suggest to discuss."""
    words = load()
    shown = [one for one in assessment.reasons if not one.folded]
    seen = dict.fromkeys(one.who for one in _top(assessment))
    named = [who for who in seen if _NAMED_WITHIN.get(who) not in seen]
    tests = dict.fromkeys(code for one in shown for code in one.workup)
    return Visits(
        who=tuple(words.text(f"who.{who}.label") for who in named),
        workup=tuple(words.text(f"workup.{code}.label") for code in tests),
    )
