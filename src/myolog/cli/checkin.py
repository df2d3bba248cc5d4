"""The daily check-in: from options, or from one short question after the other.

Asks what the day's agenda says, and never decides what an answer means. Enter always
means "leave it open": silence is missing, never none, and what is noted stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from myolog.cli.asking import ask, settled
from myolog.cli.places import read_exposure, read_tally, value_told
from myolog.cli.tasks import ask_tasks, read_tasks
from myolog.content.names import exposure_question, exposure_unit, place_name
from myolog.content.typed import number_typed
from myolog.errors import InvalidEntry, UserError
from myolog.journal.cups import Cups, add_up
from myolog.journal.cycle import CYCLE_DAY
from myolog.journal.entries import (
    DayExposure,
    DayTally,
    Entry,
    MedicineEvent,
    NoneToday,
    tells_twitch,
)
from myolog.vocabulary.drinks import find_drink, totals
from myolog.vocabulary.exposures import Exposure, exposure, validate
from myolog.wording.kinds import amount_of, value_with_cups

if TYPE_CHECKING:
    from collections.abc import Callable

    from myolog.attention.agenda import Agenda
    from myolog.journal.model import Journal

__all__ = ["DayTold", "ask_day", "read_day_options", "without_shift"]

_ACTIONS: Final = {
    "start": "start", "started": "start", "change": "change", "changed": "change",
    "stop": "stop", "stopped": "stop", "taken": "taken", "take": "taken",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DayTold:
    """What was told of a day: entries, and cups that add to what is noted."""

    entries: list[Entry]
    cups: Cups

    def __bool__(self) -> bool:
        return bool(self.entries or self.cups.more)

    def sums(self, journal: Journal) -> tuple[DayExposure, ...]:
        """Return what the cups come to with those that are noted."""
        noted = [one for one in journal.of(DayExposure) if one.day == self.cups.day]
        return add_up(self.cups, noted).entries


def read_day_options(
    day: date,
    *,
    tallies: Iterable[str],
    values: Iterable[str],
    drinks: Iterable[str],
    tasks: Iterable[str],
    medicines: Iterable[str],
    none_noticed: bool,
) -> DayTold:
    """Return what the options of `myolog day` say.

    Raises
    ------
    UserError
        One of them cannot be read or cannot be.
    """
    given: list[Entry] = [read_tally(text, day=day) for text in tallies]
    if none_noticed:
        if any(isinstance(entry, DayTally) and entry.twitched for entry in given):
            raise InvalidEntry(
                "A day has twitches or none; leave out --none or the tally.", key="tally_and_none"
            )
        given.append(NoneToday(day=day))
    given += [read_exposure(text, day=day) for text in values]
    servings: dict[str, float] = {}
    for text in drinks:
        name, _, count = text.partition("=")
        code = find_drink(name).code
        servings[code] = servings.get(code, 0.0) + _servings(count)
    if look := read_tasks(tasks, day=day):
        given.append(look)
    given += [_read_medicine(text, day=day) for text in medicines]
    return DayTold(given, Cups(day=day, more=servings))


def without_shift(journal: Journal, given: DayTold) -> DayTold:
    """Return what was told, with "no" for each shift that is tracked.

    Raises
    ------
    UserError
        No shift is tracked, or one was told beside it.
    """
    from myolog.content.own import shifts_tracked
    from myolog.journal.own import own_things

    shifts, day = shifts_tracked(own_things(journal)), given.cups.day
    if not shifts:
        raise UserError(
            "No shift is tracked yet; begin with: myolog own add “night shift” --do.",
            code="nothing_given",
            key="no_shift_tracked",
        )
    if any(isinstance(one, DayExposure) and one.code in shifts for one in given.entries):
        raise InvalidEntry(
            "A day has a shift or none; leave out --no-shift or the shift.", key="shift_and_none"
        )
    free = (DayExposure(day=day, code=code, value=0) for code in shifts)
    return DayTold([*given.entries, *free], given.cups)


def _servings(count: str) -> float:
    return settled(number_typed, count) if count.strip() else 1.0


def _read_medicine(text: str, *, day: date) -> MedicineEvent:
    words = text.split()
    action = _ACTIONS.get(words[0].casefold()) if words else None
    if action is None or len(words) < 2:
        raise UserError(
            "“{text}” is not a change of medicine; write it like “start ibuprofen 400 mg”, "
            "or “taken …” for one taken before already.",
            text=text[:40],
            code="invalid_medicine",
        )
    dose_from = next((i for i, word in enumerate(words) if i > 1 and word[0].isdigit()), len(words))
    return MedicineEvent(
        day=day,
        name=" ".join(words[1:dose_from]),
        action=action,
        dose=" ".join(words[dose_from:]),
    )


def ask_day(journal: Journal, day: date, agenda: Agenda) -> DayTold:
    """Ask about one day and return what was answered."""
    from myolog.content.catalogue import load

    words = load()
    click.echo(words.text("page.day.title"))
    click.echo(f"{words.text('cli.ask.amounts')}\n")
    given: list[Entry] = list(_ask_places(journal, day, agenda))
    noted = [entry for entry in journal.entries if entry.day == day]
    if any(tells_twitch(entry) for entry in noted):
        click.echo(words.text("page.day.none_not"))
    elif not any(tells_twitch(entry) for entry in given):
        nothing = click.confirm(words.text("cli.ask.no_twitch"), default=False)
        given += [NoneToday(day=day)] if nothing else []
    click.echo()
    cups: dict[str, float] = {}
    for answer in _ask_values(journal, day, agenda.exposures):
        if isinstance(answer, dict):
            cups |= {drink: cups.get(drink, 0.0) + n for drink, n in answer.items()}
        else:
            given.append(answer)
    given += ask_tasks(day) if agenda.tasks else []
    return DayTold(given, Cups(day=day, more=cups))


def _ask_places(journal: Journal, day: date, agenda: Agenda) -> Iterator[Entry]:
    from myolog.content.catalogue import load

    words, asked = load(), set()
    told = {(one.site, one.side): one for one in journal.tallies if one.day == day}
    for site, side in agenda.places:
        asked.add((site, side))
        noted = told.get((site, side))
        label = place_name(site, side)
        if noted is not None:
            label += f" ({words.text('cli.ask.noted_place', value=amount_of(noted))})"
        found = ask(label, _tally_at(f"{site} {side or ''}", day))
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


def _ask_values(
    journal: Journal, day: date, codes: Iterable[str]
) -> Iterator[DayExposure | dict[str, float]]:
    """Ask for each value; cups come as code of the drink to servings, and add up."""
    from myolog.content.catalogue import load

    words, known = load(), journal.exposures_told.get(day, {})
    for code in codes:
        what, noted = exposure(code), ""
        if code in known:
            noted = words.text("cli.ask.noted", value=value_with_cups(known[code]))
        question = exposure_question(code)
        told = ask(f"{question} ({_unit(what)}{noted})", partial(_typed, what, day))
        if told is not None:
            yield told


def _unit(what: Exposure) -> str:
    from myolog.content.catalogue import load

    words, unit = load(), exposure_unit(what.code)
    if what.kind == "yes_no":
        return words.text("cli.ask.yes_or_no")
    if what.kind == "rating":
        return words.text("cli.ask.scale", high=f"{what.high:g}")
    if what.code == "sleep_min":
        return words.text("cli.ask.hours_or_minutes")
    if what.code == CYCLE_DAY:
        return words.text("cli.ask.cycle")
    if what.code == "caffeine":
        return words.text("cli.ask.or_drinks", unit=unit)
    return unit or words.text("cli.ask.number")


def _typed(what: Exposure, day: date, text: str) -> DayExposure | dict[str, float]:
    """Return a typed value, or the servings of a drink that holds what is asked for."""
    count, _, drink = text.strip().partition(" ")
    if drink and what.kind == "amount":
        try:
            cups = {find_drink(drink).code: settled(number_typed, count)}
        except UserError:
            return value_told(what, text, day=day)
        held = totals(cups)
        if what.code in held:
            validate(what.code, held[what.code])
            return cups
    return value_told(what, text, day=day)
