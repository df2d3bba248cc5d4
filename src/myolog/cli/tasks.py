"""The weekly look at daily tasks in a terminal, and what is asked at once of one that is harder.

Enter always leaves it open; what is open counts as new.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from myolog.cli.asking import YES_NO, ask
from myolog.cli.terminal import split_pair, today_in
from myolog.content.catalogue import load
from myolog.content.names import task_name
from myolog.errors import UserError
from myolog.journal.daily_tasks import signs_of, tasks_to_ask
from myolog.journal.entries import TaskCheck
from myolog.journal.model import Journal
from myolog.vocabulary.tasks import EXPLAINED, GIVEN, NOT_SURE, SINCE, TASKS, is_hard

if TYPE_CHECKING:
    from myolog.store.selectors import Person

__all__ = ["ask_beginnings", "ask_tasks", "read_tasks", "say_next", "with_noted"]


def read_tasks(texts: Iterable[str], *, day: date) -> TaskCheck | None:
    """Return what `--task` options say, such as ``jar=cannot,years,yes``; None without any.

    Raises
    ------
    UserError
        One of them cannot be read.
    """
    answers: dict[str, str] = {}
    since: dict[str, str] = {}
    explained: dict[str, str] = {}
    for text in texts:
        name, value = split_pair(text, "lift=harder")
        code = name.casefold()
        if code not in TASKS:
            raise UserError(
                "“{text}” is not a daily task; use one of {codes}.",
                text=name[:40],
                codes=tuple(TASKS),
                code="unknown_task",
            )
        answer, *more = value.split(",", 2)
        answers[code] = _one_of(GIVEN, answer)
        for told, choices, part in zip((since, explained), (SINCE, EXPLAINED), more, strict=False):
            told[code] = _one_of(choices, part)
    return (
        TaskCheck(day=day, answers=answers, since=since, explained=explained) if answers else None
    )


def _one_of(choices: tuple[str, ...], typed: str) -> str:
    answer = typed.strip().casefold().replace(" ", "_").replace("-", "_")
    answer = NOT_SURE if answer == "?" else answer
    if answer not in choices:
        raise UserError(
            "“{text}” is not an answer; use one of {codes}.",
            text=typed[:40],
            codes=choices,
            code="invalid_answer",
            key="not_an_answer",
        )
    return answer


def with_noted(look: TaskCheck, noted: TaskCheck | None) -> TaskCheck:
    """Return a look with what is noted of the same day already."""
    if noted is None:
        return look
    return replace(
        look,
        answers={**noted.answers, **look.answers},
        since={**noted.since, **look.since},
        explained={**noted.explained, **look.explained},
    )


def ask_tasks(day: date) -> list[TaskCheck]:
    """Ask how each task goes."""
    words = load()
    click.echo(f"\n{words.text('page.day.tasks_title')}\n{words.text('page.day.tasks_lead')}")
    as_always = ask(words.text("cli.ask.as_always"), _yes_or_no)
    if as_always is None:
        return []
    if as_always:
        return [TaskCheck(day=day, answers=dict.fromkeys(TASKS, "fine"))]
    click.echo(words.text("cli.ask.answers", answers=", ".join(GIVEN)))
    asked = {code: ask(task_name(code), partial(_one_of, GIVEN)) for code in TASKS}
    answers = {code: answer for code, answer in asked.items() if answer is not None}
    return [TaskCheck(day=day, answers=answers)] if answers else []


def ask_beginnings(kept: Journal, look: TaskCheck) -> TaskCheck:
    """Ask of each task that is harder since when, and whether a doctor has explained it."""
    words = load()
    since, explained = dict(look.since), dict(look.explained)
    for code in tasks_to_ask(kept, look):
        click.echo(f"\n{task_name(code)}")
        for part, told, choices in (("since", since, SINCE), ("explained", explained, EXPLAINED)):
            named = (f"{one} ({words.text(f'page.day.{part}_{one}')})" for one in choices)
            click.echo(words.text("cli.ask.answers", answers=", ".join(named)))
            found = ask(words.text(f"page.day.{part}"), partial(_one_of, choices))
            if found is not None:
                told[code] = found
    return replace(look, since=since, explained=explained)


def say_next(person: Person, look: TaskCheck) -> None:
    """Say what comes after a look in which a task was not as always."""
    from myolog.store.selectors import journal_of, told_results
    from myolog.wording.aftermath import asks_for_check_now

    words, journal = load(), journal_of(person)
    if not any(map(is_hard, look.answers.values())):
        click.echo(words.text("page.today.task_unsure"))
        return
    if signs_of(journal.until(look.day)).keys().isdisjoint(look.answers):
        click.echo(words.text("page.today.task_known"))
        return
    if tasks_to_ask(journal, look):
        click.echo(words.text("page.day.task_ask"))
        click.echo(words.text("cli.ask.task_how"))
    results = told_results(person, journal)
    is_next = asks_for_check_now(results, journal, today=today_in(person))
    click.echo(words.text("page.today.task_failed" if is_next else "page.today.task_counted"))


def _yes_or_no(typed: str) -> bool:
    word = typed.strip().casefold()
    if word not in YES_NO:
        raise UserError(
            "Say yes or no, or only Enter to leave it open.",
            code="invalid_answer",
            key="yes_no_or_enter",
        )
    return YES_NO[word]
