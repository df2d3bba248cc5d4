"""What the journal shows, in words: daily tasks, signs, and the table of days.

Decides how counts are said, never what is counted; that is in `build.py` and `days.py`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from myolog.content.catalogue import load
from myolog.content.dates import day_number, month_and_year, whole_date
from myolog.content.grammar import joined
from myolog.content.names import amount
from myolog.content.numbers import rounded
from myolog.journal.entries import ACCOMPANIED
from myolog.report.page import Block, DayTable, Line, Row, Span
from myolog.report.phrases import counted, line, listed, place_and_side
from myolog.report.sections import Accompanied, Cell, Days, Period, Report, Task, Tasks, Weight
from myolog.vocabulary.tasks import TASKS

__all__ = ["day_table", "signs_block", "tasks_block"]

_PLACES_AT_MOST: Final = 5
_SIGN_PLACES_AT_MOST: Final = 2


def tasks_block(report: Report) -> Block:
    """Say which daily tasks failed and since when, or that none did."""
    say = load().text
    tasks = report.tasks
    heading = say("report.tasks.heading")
    if tasks.first_day is None or tasks.last_day is None:
        return Block(heading=heading, lines=(line(say("report.tasks.none")),))
    asked = say(
        "report.tasks.asked",
        count=tasks.n_weeks_asked,
        total=counted("week", tasks.n_weeks),
        first=whole_date(tasks.first_day),
        date=whole_date(tasks.last_day),
    )
    lines = [line(part) for part in (*_calm_tasks(tasks), asked)]
    if tasks.failed:
        failed = say("report.tasks.failed", reasons="; ".join(_failed(one) for one in tasks.failed))
        lines.insert(0, line(Span(text=failed, strong=True)))
    return Block(heading=heading, lines=tuple(lines))


def _failed(task: Task) -> str:
    say = load().text
    name = say(f"report.task.{task.code}")
    answer = "; ".join((_answer(task.answer), *_told(task)))
    if task.last_answer == task.answer:
        return say("report.tasks.since", task=name, date=whole_date(task.since), sign=answer)
    return say(
        "report.tasks.now",
        task=name,
        date=whole_date(task.since),
        sign=answer,
        other=_answer(task.last_answer),
    )


def _harder(task: Task) -> str:
    said = "; ".join((whole_date(task.since), *_told(task)))
    return load().text("report.on", name=load().text(f"report.task.{task.code}"), date=said)


def _told(task: Task) -> list[str]:
    """Say since when a task is hard and whether that is explained, as far as it was told."""
    told = (("begun", task.begun), ("explained", task.explained))
    return [load().text(f"report.tasks.{part}_{value}") for part, value in told if value]


def _answer(answer: str) -> str:
    return load().text(f"report.tasks.answer_{answer}")


def _calm_tasks(tasks: Tasks) -> list[str]:
    say = load().text
    told = {one.code for one in (*tasks.failed, *tasks.harder)} | set(tasks.never_asked)
    told |= set(tasks.unsure)
    fine = [say(f"report.task.{code}") for code in TASKS if code not in told]
    parts = []
    if tasks.harder:
        harder = joined([_harder(one) for one in tasks.harder])
        parts.append(say("report.tasks.harder", reasons=harder))
    if fine:
        key = "fine" if tasks.failed or tasks.harder or tasks.unsure else "none_failed"
        parts.append(say(f"report.tasks.{key}", reasons=joined(fine)))
    if tasks.unsure:
        names = [say(f"report.task.{code}") for code in tasks.unsure]
        parts.append(say("report.tasks.unsure", reasons=joined(names)))
    if tasks.never_asked:
        names = [say(f"report.task.{code}") for code in tasks.never_asked]
        parts.append(say("report.tasks.never_asked", reasons=joined(names)))
    return parts


def signs_block(report: Report) -> Block:
    """Say what came with the twitching, and the weight."""
    signs = report.signs
    found = {one.sign: one for one in signs.accompanied}
    lines = [_sign(sign, found.get(sign), signs.n_episodes) for sign in ACCOMPANIED]
    return Block(
        heading=load().text("report.signs.heading"),
        lines=(*(line(part) for part in lines), line(_weight(signs.weight))),
    )


def _sign(sign: str, found: Accompanied | None, n_episodes: int) -> str:
    say = load().text
    name = say(f"report.signs.{sign}")
    if found is not None:
        places = listed(
            (f"{place_and_side(site, side)} {n}" for site, side, n in found.places),
            _SIGN_PLACES_AT_MOST,
        )
        return say(
            "report.signs.noted",
            name=name,
            count=found.n,
            total=n_episodes,
            date=whole_date(found.first),
            place=places,
        )
    if n_episodes:
        return say("report.signs.none_noted", name=name, total=n_episodes)
    return say("report.signs.not_asked", name=name)


def _weight(weight: Weight | None) -> str:
    say = load().text
    if weight is None:
        return say("report.signs.weight_open")
    if weight.n == 1:
        return say(
            "report.signs.weight",
            number=amount(round(weight.last_kg, 1), "kg"),
            date=whole_date(weight.last_day),
        )
    return say(
        "report.signs.weight_change",
        first=amount(round(weight.first_kg, 1), "kg"),
        date=whole_date(weight.first_day),
        other=amount(round(weight.last_kg, 1), "kg"),
        time=whole_date(weight.last_day),
    )


def day_table(report: Report) -> DayTable:
    """Say on how many days it twitched, by region, side and period."""
    say = load().text
    days = report.days
    with_other = any(cell.other for cells in days.regions.values() for cell in cells)
    sides = ("left", "right", "other") if with_other else ("left", "right")
    return DayTable(
        heading=say("report.days.heading"),
        caption=say("report.days.caption"),
        alt=say("report.days.alt"),
        corner=say("report.days.region"),
        periods=tuple(_period_name(one) for one in days.periods),
        sides=tuple(say(f"report.days.{side}") for side in sides),
        rows=tuple(
            _row(region, cells, days.periods, sides) for region, cells in days.regions.items()
        )
        if days.periods
        else (),
        notes=_day_notes(report, with_other=with_other),
    )


def _row(
    region: str, cells: tuple[Cell, ...], periods: tuple[Period, ...], sides: tuple[str, ...]
) -> Row:
    say = load().text
    days: list[str] = []
    shares: list[float] = []
    for cell, period in zip(cells, periods, strict=True):
        for side in sides:
            count = getattr(cell, side)
            days.append(str(count) if period.n_noted else say("report.days.no_note"))
            shares.append(round(count / period.n_noted, 4) if period.n_noted else 0.0)
    return Row(name=say(f"report.days.{region}"), days=tuple(days), shares=tuple(shares))


def _period_name(period: Period) -> str:
    say = load().text
    if period.earlier:
        return say(
            "report.between", first=month_and_year(period.first), other=month_and_year(period.last)
        )
    if period.first == period.last:
        return whole_date(period.first)
    if period.first.day > 1 or (period.last + timedelta(days=1)).day > 1:
        return say("report.days.part", first=day_number(period.first), date=whole_date(period.last))
    return month_and_year(period.first)


def _day_notes(report: Report, *, with_other: bool) -> tuple[Line, ...]:
    say = load().text
    days = report.days
    if days.first_note is None or days.last_note is None:
        return (line(say("report.days.none")),)
    parts = []
    if days.places:
        named = (
            f"{place_and_side(one.site, one.side)} {counted('day', one.n_days)}"
            for one in days.places
        )
        parts.append(say("report.days.places", reasons=listed(named, _PLACES_AT_MOST)))
    if with_other:
        parts.append(say("report.days.no_side"))
    parts.append(_noted(days))
    parts.append(say("report.days.missing"))
    if days.median_look is not None:
        parts.append(say("report.days.looks", count=days.n_looks, number=rounded(days.median_look)))
    if days.last_note != report.today:
        parts.append(say("report.days.last_note", date=whole_date(days.last_note)))
    return (line(" ".join(parts)),)


def _noted(days: Days) -> str:
    say = load().text
    periods = [
        say(
            "report.days.period",
            month=_period_name(one),
            count=one.n_noted,
            total=one.n_days,
        )
        for one in days.periods
    ]
    return say(
        "report.days.noted", reasons="; ".join(periods), count=days.n_noted, total=days.n_days
    )
