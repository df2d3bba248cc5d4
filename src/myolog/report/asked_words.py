"""What the person was asked, in words: the box of warning signs and the two lists below it.

Decides the order of the words, never what counts as asked; that is in `asked.py`. Phrases come
from the catalogue: `input.<name>.doctor` for an answer, `input.<name>.report` for a denial.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.choices import ticked_label
from myolog.content.dates import whole_date
from myolog.content.grammar import joined
from myolog.content.languages import capital, mid_sentence
from myolog.journal.doubt import is_open, names_part, part_in_doubt, ticked_line
from myolog.report.page import Block, Line, Span
from myolog.report.phrases import counted, line, rough_span_name, short
from myolog.report.sections import Answered, Course, Lowered, Onset, Report, Task
from myolog.triage.answers import INPUTS, Answer, is_below
from myolog.triage.noted_places import DeniedButNoted
from myolog.vocabulary.tasks import TASKS
from myolog.wording.noted_places import named_with_days

__all__ = ["against", "denied_block", "flags_block", "open_block", "sign_said"]

_DATES_AT_MOST: Final = 3
REASON_LETTERS: Final = 90
"""Letters of a reason beside its sign; a longer one stands whole with the person's words."""

_LOWERED_AT_MOST: Final = 3
_MIXED: Final = date.min
"""Stands for answers of more than one day, or of the person and the journal together."""

_OPEN_AT_MOST: Final = 16
_FIRST_TO_NAME: Final = (
    "weakness",
    "wasting",
    "sensory",
    "coordination",
    "speech_swallow",
    "tongue_twitch",
    "breathing",
    "stiffness",
    "eye_face",
    "trend",
    "weight_loss",
)
"""Open questions that are always named; others may be summed up as a number."""


def _sign(name: str, value: Answer) -> str:
    """Say an answer as a doctor would."""
    if INPUTS[name].kind == "ordered" and name != "trend":
        return load().text(f"input.{name}.doctor.{value}")
    return _about(name)


def sign_said(name: str, value: Answer) -> str:
    """Say an answer as a doctor would; a doubt as one, and a bare tick as what the line says."""
    if label := ticked_label(load(), name, value):
        return load().text("notsure.ticked_doctor", sign=label)
    if not is_open(value):
        return _sign(name, value)
    sign = _sign(name, part_in_doubt(value)) if names_part(value) else _about(name)
    return load().text("notsure.doctor", sign=mid_sentence(sign))


def _about(name: str) -> str:
    return load().text(f"input.{name}.report")


def _doubted(one: Answered) -> str:
    """Say what was not sure: the part that was named, or what was asked about."""
    return _sign(one.name, part_in_doubt(one.value)) if names_part(one.value) else _about(one.name)


def _one_day(answers: Iterable[Answered]) -> date | None:
    """Return the day on which all of them were given, when it is one."""
    days = {one.day for one in answers if one.day is not None}
    return days.pop() if len(days) == 1 else None


def flags_block(report: Report) -> Block:
    """Say what was answered yes, the deciding signs first."""
    say = load().text
    asked = report.asked
    every = (*_each_tick_once(asked.positive), *asked.unsure_as_yes)
    days = {one.day for one in every}
    failed = _failed_beside(report)
    if failed:
        days.add(None)
    shared = days.pop() if len(days) == 1 else _MIXED
    heading = _flags_heading(shared)
    signs = [*(_flag(report, one, shared) for one in every), *failed]
    if not signs:
        calm = (
            say("report.flags.none", time=counted("answer", asked.n_asked))
            if asked.n_asked
            else say("report.flags.nothing_asked")
        )
        return Block(heading=heading, lines=(line(calm), *_remarks(report)))
    together = [span for sign in signs for span in (*sign, Span(text=". "))]
    return Block(heading=heading, lines=(tuple(together), *_remarks(report)))


def _each_tick_once(answers: Iterable[Answered]) -> tuple[Answered, ...]:
    """Leave out what a line that was ticked without a part has said already."""
    every = {(ticked_line(one.value) or one.name, one.day): one for one in reversed([*answers])}
    return tuple(reversed(every.values()))


def _flags_heading(shared: date | None) -> str:
    say = load().text
    if shared is None:
        return say("report.flags.heading_journal")
    if shared == _MIXED:
        return say("report.flags.heading")
    return say("report.flags.heading_day", date=whole_date(shared))


def _flag(report: Report, one: Answered, shared: date | None) -> Line:
    """Say one sign, where it is from unless the heading says so, and what is known of it."""
    say = load().text
    more = ""
    if ticked_line(one.value):
        sign = sign_said(one.name, one.value)
    elif is_open(one.value):
        sign = say("report.flags.unsure_as_yes", sign=_doubted(one))
    elif one.name == "run_days":
        sign = _run(one, report.onset)
        if report.asked.measures is not None:
            more = f", {say(f'report.flags.measures_{report.asked.measures}')}"
    elif one.name == "new_medicine" and report.asked.medicine is not None:
        sign = say(f"report.flags.medicine_{report.asked.medicine}")
    else:
        sign = _sign(one.name, one.value)
    if one.name == "trend" and report.asked.course is not None:
        sign = say("report.onset.worsening")
        more = against("", report.asked.course)
    tasks = _tasks_behind(report, one)
    if tasks:
        more = f": {_named(tasks)}"
        sign = _sign_of_tasks(one, sign) if one.day is None else sign
    origin = ""
    if shared == _MIXED:
        told = say("report.flags.journal") if one.day is None else whole_date(one.day)
        origin = f" ({told})"
    return line(Span(text=capital(sign), strong=True), origin, more)


def _is_failing(one: Answered) -> bool:
    """Say whether an answer is that something no longer works, as a failed task is."""
    told = one.name == "weakness" and not is_open(one.value)
    return told and not is_below("weakness", one.value, "functional")


def _tasks_behind(report: Report, one: Answered) -> tuple[Task, ...]:
    """Return the daily tasks that say the same as an answer, or that it rests on."""
    tasks = report.tasks
    if one.name == "speech_swallow" and one.day is None:
        every = (*tasks.failed, *tasks.harder)
        return tuple(task for task in every if TASKS[task.code].region == "bulbar")
    if _is_failing(one):
        return tasks.failed
    return tasks.harder if one.name == "weakness" and one.day is None else ()


def _named(tasks: Iterable[Task]) -> str:
    say = load().text
    return "; ".join(
        say("report.flags.task", task=say(f"report.task.{one.code}"), date=whole_date(one.since))
        for one in tasks
    )


def _sign_of_tasks(one: Answered, sign: str) -> str:
    """Return what only the weekly look has told, in no other words than its own."""
    if one.name == "speech_swallow":
        return _about(one.name)
    return sign if _is_failing(one) else load().text("report.flags.tasks_harder")


def _failed_beside(report: Report) -> tuple[Line, ...]:
    """Say that daily tasks failed where no answer of the check says so."""
    if not report.tasks.failed or any(map(_is_failing, report.asked.positive)):
        return ()
    name = Span(text=load().text("report.flags.tasks"), strong=True)
    return (line(name, f": {_named(report.tasks.failed)}"),)


def _run(one: Answered, onset: Onset) -> str:
    """Say how long it has twitched on most days; the number of the opening is not said again."""
    if onset.day is None or one.value != onset.n_days:
        return load().text("report.flags.run_days", count=one.value)
    return load().text(f"report.flags.run_{'noted' if onset.precision == 'noted' else 'since'}")


def against(sign: str, course: Course) -> str:
    """Say a course and, where it differs, what the journal shows."""
    if course.counted is None or course.counted_to is None:
        return sign
    return load().text(
        "report.onset.against",
        sign=sign,
        date=whole_date(course.counted_to),
        other=mid_sentence(load().text(f"report.onset.{course.counted}")),
    )


def _remarks(report: Report) -> tuple[Line, ...]:
    say = load().text
    asked = report.asked
    found = []
    if asked.explained:
        explained = joined([_about(name) for name in asked.explained])
        found.append(line(capital(say("report.flags.explained", reasons=explained)), "."))
    found += [_difference(one, report.onset) for one in asked.lowered[:_LOWERED_AT_MOST]]
    if len(asked.lowered) > _LOWERED_AT_MOST:
        left_out = len(asked.lowered) - _LOWERED_AT_MOST
        found.append(line(capital(say("report.more", count=left_out)), "."))
    return tuple(found)


def _difference(one: Lowered, onset: Onset) -> Line:
    say = load().text
    shown = (one.suggested, one.value)
    if INPUTS[one.name].kind == "int":
        suggested, given = (counted("day", int(value)) for value in shown)  # type: ignore[arg-type]
        if one.suggested == onset.n_days and onset.precision in ("week", "month", "year"):
            suggested = rough_span_name(onset.n_days, onset.precision)
    else:
        suggested, given = (_sign(one.name, value) for value in shown)
    reason = (
        say("report.quote", title=short(one.reason, REASON_LETTERS))
        if one.reason
        else say("report.flags.no_reason")
    )
    told = say("report.flags.lowered", sign=suggested, other=given, reasons=reason)
    return line(capital(told), ".")


def denied_block(report: Report) -> Block:
    """Say what was asked and denied, each with the day on which it was asked.

    What the journal holds all the same stands below, with both.
    """
    say = load().text
    denied = report.asked.denied
    below = (*_not_told_again(report), *map(_denied_but_noted, report.asked.denied_but_noted))
    if not denied:
        heading = say("report.denied.heading")
        return Block(heading=heading, lines=below or (line(say("report.denied.none")),))
    shared = _one_day(denied)
    if shared is not None:
        heading = say("report.denied.heading_day", date=whole_date(shared))
        phrases = "; ".join(_about(one.name) for one in denied)
        return Block(heading=heading, lines=(line(capital(phrases), "."), *below))
    days = sorted({one.day for one in denied if one.day is not None}, reverse=True)
    named, older = days[:_DATES_AT_MOST], days[_DATES_AT_MOST:]
    groups = [(whole_date(day), [one for one in denied if one.day == day]) for day in named]
    if older:
        when = (
            say("report.between", first=whole_date(older[-1]), other=whole_date(older[0]))
            if len(older) > 1
            else whole_date(older[0])
        )
        groups.append((when, [one for one in denied if one.day in older]))
    return Block(
        heading=say("report.denied.heading"),
        lines=(
            *(
                line(
                    say(
                        "report.denied.on",
                        date=when,
                        reasons="; ".join(_about(one.name) for one in group),
                    )
                )
                for when, group in groups
            ),
            *below,
        ),
    )


def _not_told_again(report: Report) -> tuple[Line, ...]:
    """Say what an earlier check told and the last one did not, with both days."""
    days: dict[tuple[date, date], dict[str, None]] = {}
    for one in report.asked.not_again:
        days.setdefault((one.told, one.day), {})[sign_said(one.name, one.value)] = None
    return tuple(
        line(
            load().text(
                "report.denied.not_again",
                first=whole_date(told),
                date=whole_date(day),
                reasons="; ".join(signs),
            )
        )
        for (told, day), signs in days.items()
    )


def _denied_but_noted(one: DeniedButNoted) -> Line:
    told = load().text(
        "report.denied.noted",
        date=whole_date(one.day),
        reasons=_about(one.name),
        places=named_with_days(one.places),
    )
    return line(told)


def open_block(report: Report) -> Block:
    """Say what was not asked, what the person could not tell, and what only the journal shows."""
    say = load().text
    asked = report.asked
    lines: list[Line] = []
    if asked.not_sure:
        unsure = "; ".join(_doubted(one) for one in asked.not_sure)
        lines.append(line(say("report.open.not_sure", reasons=unsure)))
    if asked.by_journal:
        shown = "; ".join(_sign(one.name, one.value) for one in asked.by_journal)
        lines.append(line(say("report.open.by_journal", reasons=shown)))
    if asked.lapsed:
        told = "; ".join(_on(one.name, one.day) for one in asked.lapsed if one.day is not None)
        lines.append(line(say("report.open.lapsed", reasons=told)))
    if not asked.n_asked:
        lines.append(line(say("report.open.nothing_asked")))
    elif asked.not_asked:
        lines.append(line(say("report.open.not_asked", reasons=_not_asked(asked.not_asked))))
    if not lines:
        lines.append(line(say("report.open.none")))
    return Block(heading=say("report.open.heading"), lines=tuple(lines))


def _on(name: str, day: date) -> str:
    return load().text("report.on", name=_about(name), date=whole_date(day))


def _not_asked(names: tuple[str, ...]) -> str:
    if len(names) <= _OPEN_AT_MOST:
        return "; ".join(_about(name) for name in names)
    named = [name for name in _FIRST_TO_NAME if name in names]
    rest = load().text("report.open.rest", count=len(names) - len(named))
    return "; ".join([*(_about(name) for name in named), rest])
