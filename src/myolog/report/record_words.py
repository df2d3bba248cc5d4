"""What the person recorded, in words: medicines, tests, past illness, fears and questions.

Decides how many lines of each fit the page; the number of those left out is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import whole_date
from myolog.content.languages import capital
from myolog.content.names import amount, exposure_value, role_name
from myolog.journal.records import Examination
from myolog.report.asked_words import REASON_LETTERS
from myolog.report.medicines import Medicine
from myolog.report.own import own_row
from myolog.report.page import Block, Line, Span, Table
from myolog.report.phrases import counted, line, rough_span_name, short, span_name, tidy
from myolog.report.sections import VAGUE_DAYS, Fact, Onset, Report, Substance
from myolog.triage.answers import NOT_SURE
from myolog.vocabulary.exposures import EXPOSURES

__all__ = ["history_block", "medicines_table", "tests_table", "words_block"]

_MEDICINES_AT_MOST: Final = 6
_OWN_AT_MOST: Final = 3
_TESTS_AT_MOST: Final = 5
_QUESTIONS_AT_MOST: Final = 3
_BESIDE_AT_MOST: Final = 2
_FEARS_AT_MOST: Final = 1
_NAME_LETTERS: Final = 32
_MEDICINE_LETTERS: Final = 64
_VISITS_LETTERS: Final = 600
"""What was said at all visits shown takes at most about so many letters, the newest first."""

_RESULT_LETTERS: Final = 48
"""Letters that every visit has, however long the newer ones are."""

_TEXT_LETTERS: Final = 140


def medicines_table(report: Report) -> Table:
    """Say each medicine with its start seen from the onset, daily substances, and own things."""
    say = load().text
    rows = [_medicine(one, report.onset) for one in report.medicines[:_MEDICINES_AT_MOST]]
    left_out = len(report.medicines) - _MEDICINES_AT_MOST
    if left_out > 0:
        rows.append((capital(say("report.more", count=left_out)), "", ""))
    if not report.medicines:
        rows.append((say("report.medicines.none"), say("report.not_noted"), ""))
    rows += [_substance(one) for one in report.substances]
    rows += [own_row(one) for one in report.own[:_OWN_AT_MOST]]
    if len(report.own) > _OWN_AT_MOST:
        left_out = len(report.own) - _OWN_AT_MOST
        rows.append((say("report.medicines.own_more", count=left_out), "", ""))
    return Table(
        heading=say("report.medicines.heading"),
        columns=tuple(say(f"report.medicines.{part}") for part in ("what", "dose", "start")),
        rows=tuple(rows),
        notes=(),
    )


def _medicine(one: Medicine, onset: Onset) -> tuple[str, str, str]:
    say = load().text
    times = []
    if one.started is not None:
        times.append(_from_onset(one.started, onset))
    if one.restarted is not None:
        times.append(say("report.medicines.restarted", date=whole_date(one.restarted)))
    if one.changed is not None:
        times.append(say("report.medicines.changed", date=whole_date(one.changed)))
    times += [
        load().fill(f"report.medicines.{action}_open", {"date": whole_date(day)})
        for action, day in one.undated
    ]
    if one.stopped is not None:
        times.append(say("report.medicines.stopped", date=whole_date(one.stopped)))
    dose = short(one.dose, _MEDICINE_LETTERS) if one.dose.strip() else ""
    return short(one.name, _MEDICINE_LETTERS), dose, "; ".join(times)


def _from_onset(day: date, onset: Onset) -> str:
    say = load().text
    if onset.day is None:
        return whole_date(day)
    apart = (day - onset.day).days
    vague_days = VAGUE_DAYS[onset.precision]
    if abs(apart) <= vague_days and vague_days:
        return say("report.medicines.around", date=whole_date(day))
    if apart == 0:
        return say("report.medicines.same_day", date=whole_date(day))
    key = "before" if apart < 0 else "after"
    time = rough_span_name(abs(apart), onset.precision) if vague_days else span_name(abs(apart))
    return say(f"report.medicines.{key}", date=whole_date(day), time=time)


def _substance(one: Substance) -> tuple[str, str, str]:
    say = load().text
    name = say(f"report.substance.{one.code}")
    if one.median is None:
        return name, say("report.not_noted"), ""
    median = say(
        "report.medicines.median",
        count=_amount(one.code, one.median),
        time=counted("day", one.n_days),
    )
    if one.early_median is None or one.recent_median is None:
        return name, median, ""
    trend = say(
        "report.medicines.trend",
        first=_amount(one.code, one.early_median),
        other=_amount(one.code, one.recent_median),
    )
    return name, median, trend


def _amount(code: str, told: tuple[float, str]) -> str:
    value, said = told
    if said:
        return exposure_value(code, value, said)
    unit = EXPOSURES[code].unit
    if unit == "min":
        hours, minutes = divmod(round(value), 60)
        if not minutes:
            return load().text("report.medicines.hours_only", count=hours)
        return load().text("report.medicines.hours", count=hours, number=minutes)
    return amount(round(value, 1), unit)


def tests_table(report: Report) -> Table:
    """Say visits and tests with the result as told, and the answer about an examination."""
    say = load().text
    shown = report.tests[-_TESTS_AT_MOST:]
    rows = [_test(one, room) for one, room in zip(shown, _rooms(shown), strict=True)]
    notes: list[Line] = []
    if len(report.tests) > len(shown):
        left_out = say("report.tests.earlier", count=len(report.tests) - len(shown))
        notes.append(line(left_out))
    if not rows:
        notes.append(line(say("report.tests.none")))
    if report.booked:
        visit = report.booked[0]
        told = say("report.tests.booked", date=whole_date(visit.on))
        if visit.by.strip():
            source = short(role_name(visit.by), _NAME_LETTERS)
            told = say("report.tests.booked_with", date=whole_date(visit.on), source=source)
        notes.append(line(told))
    notes.append(line(_examined(report)))
    return Table(
        heading=say("report.tests.heading"),
        columns=tuple(say(f"report.tests.{part}") for part in ("date", "what", "result")),
        rows=tuple(rows),
        notes=tuple(notes),
    )


def _examined(report: Report) -> str:
    """Say whether an examination was normal, and who looked where that was told."""
    say, looked = load().text, report.outcome.looked
    if looked is None:
        return say(f"report.tests.examined_{report.outcome.examined}")
    source = short(role_name(looked.by), _NAME_LETTERS)
    key = f"report.tests.examined_by_{looked.result}"
    return say(key, date=whole_date(looked.day), source=source)


def _rooms(shown: Sequence[Examination]) -> tuple[int, ...]:
    """Return how many letters each visit has for what was said, the newest as many as it needs."""
    rooms, left = [], _VISITS_LETTERS
    for one in reversed(shown):
        room = max(left, _RESULT_LETTERS)
        rooms.append(room)
        left -= min(room, len(tidy(one.text)))
    return tuple(reversed(rooms))


def _test(one: Examination, room: int) -> tuple[str, str, str]:
    say = load().text
    known = f"report.test.{one.what.strip().casefold()}"
    is_known = known.count(".") == 2 and known in load()
    what = say(known) if is_known else short(one.what, _NAME_LETTERS)
    if one.by.strip():
        what = say("report.tests.by", name=what, source=short(role_name(one.by), _NAME_LETTERS))
    if one.tests:
        done = ", ".join(say(f"report.test.{test}") for test in one.tests)
        what = say("report.tests.done", name=what, source=done)
    result = say(f"report.tests.{one.result}")
    if one.signs:
        signs = ", ".join(_sign(name) for name in one.signs)
        result = say("report.tests.signs", name=result, reasons=signs)
    if one.text.strip():
        said = short(one.text, room)
        if said != tidy(one.text):
            said = say("report.tests.more", title=said, date=whole_date(one.day))
        result = f"{result}: {said}"
    return whole_date(one.day), capital(what), result


def _sign(name: str) -> str:
    key = f"input.{name}.report"
    return load().text(key) if key in load() else short(name, _NAME_LETTERS)


def history_block(report: Report) -> Block:
    """Say past illness, family and medicines asked about: yes, denied, not sure, no answer."""
    say = load().text
    lines = []
    for value, key in (
        ("yes", "yes"),
        ("not_again", "not_again"),
        ("no", "denied"),
        (NOT_SURE, "not_sure"),
        ("lapsed", "lapsed"),
        ("not_asked", "not_asked"),
    ):
        facts = [one for one in report.history if one.value == value]
        if facts:
            names = ", ".join(map(_fact, facts))
            told = say(f"report.history.{key}", reasons=names)
            lines.append(line(Span(text=told, strong=value == "yes")))
    return Block(heading=say("report.history.heading"), lines=tuple(lines))


def _fact(one: Fact) -> str:
    name = load().text(f"report.fact.{one.code}")
    if one.value not in ("lapsed", "not_again") or one.day is None:
        return name
    return load().text("report.on", name=name, date=whole_date(one.day))


def words_block(report: Report) -> Block:
    """Quote what changed, what was written beside answers, fears, the free line, and questions.

    The free line is the newest one; it and what was written beside answers stand whole.
    """
    say = load().text
    parts = []
    if report.onset.changed.strip():
        parts.append(say("report.words.changed", title=_quoted(report.onset.changed)))
    beside = _beside_answers(report)
    parts += [
        say("report.words.beside", sign=say(f"input.{name}.report"), title=_whole(text))
        for name, text in beside[:_BESIDE_AT_MOST]
    ]
    fears = [_quoted(text) for text in report.fears[:_FEARS_AT_MOST]]
    parts += [say("report.words.fear", title=fear) for fear in fears]
    remarks = [_whole(text) for text in report.remarks[:1]]
    parts += [say("report.words.remark", title=remark) for remark in remarks]
    questions = report.questions[-_QUESTIONS_AT_MOST:]
    parts += [
        say("report.words.question", number=place, title=short(text, _TEXT_LETTERS))
        for place, text in enumerate(questions, start=1)
    ]
    every = (report.fears, report.remarks, report.questions)
    left_out = sum(map(len, every)) - len(fears) - len(remarks) - len(questions)
    left_out += len(beside[_BESIDE_AT_MOST:])
    if left_out:
        parts.append(f"{capital(say('report.more', count=left_out))}.")
    if not parts:
        parts.append(say("report.words.none"))
    return Block(heading=say("report.words.heading"), lines=tuple(line(part) for part in parts))


def _beside_answers(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what was written beside answers and does not stand whole beside the sign."""
    lowered = ((one.name, one.reason) for one in report.asked.lowered)
    longer = ((name, text) for name, text in lowered if short(text, REASON_LETTERS) != text)
    return (*report.asked.added, *longer)


def _whole(text: str) -> str:
    return load().text("report.quote", title=" ".join(text.split()))


def _quoted(text: str) -> str:
    return load().text("report.quote", title=short(text, _TEXT_LETTERS))
