"""The daily check-in: from options, or from one short question after the other.

Decides what is asked (places of the last four weeks, the values the person
tracks, daily tasks once a week) and never what an answer means. Enter always
means "leave it open": silence is missing, never none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from myolog.cli.asking import ask, settled
from myolog.cli.places import read_exposure, read_tally, value_told
from myolog.cli.terminal import split_pair
from myolog.content.names import exposure_value, place_name, task_name, unit_name
from myolog.content.typed import number_typed
from myolog.errors import InvalidEntry, UserError
from myolog.journal.entries import (
    DayExposure,
    DayTally,
    Entry,
    MedicineEvent,
    NoneToday,
    TaskCheck,
)
from myolog.vocabulary.drinks import find_drink, totals
from myolog.vocabulary.exposures import EXPOSURES, Exposure, validate
from myolog.vocabulary.tasks import ANSWERS, TASKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from myolog.journal.model import Journal
from myolog.journal.tracking import tracked

__all__ = ["ask_day", "read_day_options"]

_RECENT: Final = timedelta(days=28)
_WEEK: Final = timedelta(days=7)
_PLACES_AT_MOST: Final = 6
_ACTIONS: Final = {
    "start": "start", "started": "start", "change": "change", "changed": "change",
    "stop": "stop", "stopped": "stop",
}  # fmt: skip


def read_day_options(
    day: date,
    *,
    tallies: Iterable[str],
    values: Iterable[str],
    drinks: Iterable[str],
    tasks: Iterable[str],
    medicines: Iterable[str],
    none_noticed: bool,
) -> list[Entry]:
    """Return the entries that the options of `myolog day` describe.

    Raises
    ------
    UserError
        One of them cannot be read or cannot be.
    """
    given: list[Entry] = [read_tally(text, day=day) for text in tallies]
    if none_noticed:
        if any(isinstance(entry, DayTally) and entry.twitched for entry in given):
            raise InvalidEntry("A day has twitches or none; leave out --none or the tally.")
        given.append(NoneToday(day=day))
    given += [read_exposure(text, day=day) for text in values]
    servings: dict[str, float] = {}
    for text in drinks:
        name, _, count = text.partition("=")
        code = find_drink(name).code
        servings[code] = servings.get(code, 0.0) + _servings(count)
    given += _totals(day, servings)
    answers = dict(_read_task(text) for text in tasks)
    if answers:
        given.append(TaskCheck(day=day, answers=answers))
    given += [_read_medicine(text, day=day) for text in medicines]
    return given


def _servings(count: str) -> float:
    return settled(number_typed, count) if count.strip() else 1.0


def _totals(day: date, servings: Mapping[str, float]) -> list[Entry]:
    return [
        DayExposure(day=day, code=code, value=validate(code, value))
        for code, value in totals(servings).items()
    ]


def _read_task(text: str) -> tuple[str, str]:
    name, value = split_pair(text, "lift=harder")
    answer = value.casefold().replace(" ", "_").replace("-", "_")
    if name.casefold() not in TASKS:
        raise UserError(
            f"“{name[:40]}” is not a daily task; use one of {', '.join(TASKS)}.",
            code="unknown_task",
        )
    if answer not in ANSWERS:
        raise UserError(
            f"“{value[:40]}” is not an answer; use one of {', '.join(ANSWERS)}.",
            code="invalid_answer",
        )
    return name.casefold(), answer


def _read_medicine(text: str, *, day: date) -> MedicineEvent:
    words = text.split()
    action = _ACTIONS.get(words[0].casefold()) if words else None
    if action is None or len(words) < 2:
        raise UserError(
            f"“{text[:40]}” is not a change of medicine; write it like “start ibuprofen 400 mg”.",
            code="invalid_medicine",
        )
    dose_from = next((i for i, word in enumerate(words) if i > 1 and word[0].isdigit()), len(words))
    return MedicineEvent(
        day=day,
        name=" ".join(words[1:dose_from]),
        action=action,
        dose=" ".join(words[dose_from:]),
    )


def ask_day(journal: Journal, day: date) -> list[Entry]:
    """Ask about one day and return what was answered."""
    from myolog.content.catalogue import load

    words = load()
    click.echo(words.text("page.day.title"))
    click.echo(f"{words.text('cli.ask.amounts')}\n")
    given: list[Entry] = list(_ask_places(journal, day))
    if not any(isinstance(entry, DayTally) and entry.twitched for entry in given):
        nothing = click.confirm(words.text("cli.ask.no_twitch"), default=False)
        given += [NoneToday(day=day)] if nothing else []
    click.echo()
    given += _ask_values(journal, day)
    given += _ask_tasks(journal, day)
    return given


def _ask_places(journal: Journal, day: date) -> Iterator[Entry]:
    from myolog.content.catalogue import load

    words, asked = load(), set()
    for site, side in _recent_places(journal, day):
        asked.add((site, side))
        found = ask(place_name(site, side), _tally_at(f"{site} {side or ''}", day))
        if found is not None:
            yield found
    label = words.text("cli.ask.another_place" if asked else "cli.ask.place")
    while (more := ask(label, lambda typed: read_tally(typed, day=day))) is not None:
        if (more.site, more.side) in asked:
            place = place_name(more.site, more.side)
            click.echo(words.text("cli.ask.asked_already", place=place))
            continue
        asked.add((more.site, more.side))
        yield more


def _tally_at(where: str, day: date) -> Callable[[str], DayTally]:
    return lambda typed: read_tally(f"{where} {typed}", day=day)


def _recent_places(journal: Journal, day: date) -> list[tuple[str, str | None]]:
    seen = Counter(
        (entry.site, entry.side) for entry in journal.sightings if day - _RECENT <= entry.day <= day
    )
    return [where for where, _ in seen.most_common(_PLACES_AT_MOST)]


def _ask_values(journal: Journal, day: date) -> Iterator[Entry]:
    from myolog.content.catalogue import load

    known = journal.exposures_told.get(day, {})
    recent = {
        entry.code
        for entry in journal.of(DayExposure)
        if entry.source == "self" and day - _RECENT <= entry.day <= day
    }
    asked = recent.union(tracked(journal))
    for code, what in EXPOSURES.items():
        if code not in asked:
            continue
        words = load()
        question, noted = words.text(f"exposure.{code}.question"), ""
        if code in known:
            noted = words.text(
                "cli.ask.noted", value=exposure_value(code, known[code].value, known[code].said)
            )
        told = ask(f"{question} ({_unit(what)}{noted})", partial(_typed, what, day))
        if told is not None:
            yield told


def _unit(what: Exposure) -> str:
    from myolog.content.catalogue import load

    words, unit = load(), unit_name(what.unit)
    if what.kind == "yes_no":
        return words.text("cli.ask.yes_or_no")
    if what.kind == "rating":
        return words.text("cli.ask.scale", high=f"{what.high:g}")
    return words.text("cli.ask.or_drinks", unit=unit) if what.code == "caffeine" else unit


def _typed(what: Exposure, day: date, text: str) -> DayExposure:
    """Return a typed value; servings of a drink count by what they hold."""
    count, _, drink = text.strip().partition(" ")
    if drink and what.kind == "amount":
        try:
            held = totals({find_drink(drink).code: settled(number_typed, count)})
        except UserError:
            return value_told(what, text, day=day)
        if what.code in held:
            return DayExposure(day=day, code=what.code, value=held[what.code])
    return value_told(what, text, day=day)


def _ask_tasks(journal: Journal, day: date) -> list[Entry]:
    from myolog.content.catalogue import load

    checks = [check.day for check in journal.of(TaskCheck) if check.day <= day]
    if checks and day - checks[-1] < _WEEK:
        return []
    words = load()
    click.echo(f"\n{words.text('page.day.tasks_title')}\n{words.text('page.day.tasks_lead')}")
    as_always = ask(words.text("cli.ask.as_always"), _yes_or_no)
    if as_always is None:
        return []
    if as_always:
        return [TaskCheck(day=day, answers=dict.fromkeys(TASKS, "fine"))]
    click.echo(words.text("cli.ask.answers", answers=", ".join(ANSWERS)))
    asked = (ask(task_name(code), partial(_task_answer, code)) for code in TASKS)
    answers = dict(given for given in asked if given is not None)
    return [TaskCheck(day=day, answers=answers)] if answers else []


def _yes_or_no(typed: str) -> bool:
    word = typed.strip().casefold()
    if word not in {"y", "yes", "n", "no"}:
        raise UserError("Say yes or no, or only Enter to leave it open.", code="invalid_answer")
    return word.startswith("y")


def _task_answer(code: str, typed: str) -> tuple[str, str]:
    return _read_task(f"{code}={typed}")
