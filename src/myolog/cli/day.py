"""Look back on a day: `myolog day` and `myolog none-today`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from myolog.cli.options import day_told, on_day
from myolog.cli.terminal import BY, Session, asks, examples, speak_up
from myolog.errors import UserError

if TYPE_CHECKING:
    from myolog.attention.rest import Noting
    from myolog.cli.checkin import DayTold
    from myolog.journal.entries import Entry
    from myolog.journal.model import Journal
    from myolog.store.selectors import Person

__all__ = ["day", "none_today"]


@click.command(
    "none-today",
    short_help="Note a day without any twitch.",
    epilog=examples(
        "myolog none-today",
        "myolog none-today --date yesterday",
    ),
)
@on_day
@click.pass_obj
def none_today(session: Session, on: str | None) -> None:
    """Note that you looked back on a day and noticed no twitch.

    A day without any note stays open; this makes it a day without twitches.
    """
    from myolog.cli.zones import tell_zone
    from myolog.content.catalogue import load
    from myolog.journal.entries import NoneToday

    person = session.open()
    from myolog.store.services.journal import log_entry

    on_day = day_told(on, person)
    log_entry(person=person, entry=NoneToday(day=on_day), by=BY)
    click.echo(load().text("cli.log.none_today", date=on_day.isoformat()))
    tell_zone(person)
    speak_up(person)


@click.command(
    "day",
    short_help="Look back on a day, place by place.",
    epilog=examples(
        "myolog day",
        'myolog day --tally "calf left some" --set caffeine=180 --set sleep=7h',
        'myolog day yesterday --tally "forearm right 12" --drink espresso=2',
        "myolog day 2026-03-09 --same-as-before",
        'myolog day --task lift=harder --medicine "start ibuprofen 400 mg"',
        "myolog day --no-shift",
        "myolog day --worry",
    ),
)
@click.argument("which", metavar="[DAY]", required=False)
@on_day
@click.option(
    "--tally",
    multiple=True,
    metavar="PLACE AMOUNT",
    help="How much it twitched at a place: none, some, many or a count.",
)
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="NAME=VALUE",
    help="A value of the day, such as sleep=7h.",
)
@click.option(
    "--drink",
    "drinks",
    multiple=True,
    metavar="NAME=N",
    help="Cups or glasses of a drink, such as espresso=2.",
)
@click.option(
    "--task",
    "tasks",
    multiple=True,
    metavar="TASK=ANSWER",
    help="A daily task of this week; since when, and whether a doctor explained it, may follow: "
    "jar=cannot,years,yes.",
)
@click.option(
    "--medicine",
    "medicines",
    multiple=True,
    metavar="ACTION NAME [DOSE]",
    help="Start, change or stop of a medicine; taken for one taken before already.",
)
@click.option("--none", "none_noticed", is_flag=True, help="No twitch all day.")
@click.option(
    "--no-shift", is_flag=True, help="No shift, a day off: no for each shift that you track."
)
@click.option(
    "--same-as-before",
    is_flag=True,
    help="Values as on the day before, where the day has none yet; never the twitches.",
)
@click.option("--worry", is_flag=True, help="Nine questions on worry and mood.")
@click.option("--yes", is_flag=True, help="Do not ask about unusual values.")
@click.pass_obj
def day(
    session: Session,
    which: str | None,
    on: str | None,
    tally: tuple[str, ...],
    values: tuple[str, ...],
    drinks: tuple[str, ...],
    tasks: tuple[str, ...],
    medicines: tuple[str, ...],
    none_noticed: bool,
    no_shift: bool,
    same_as_before: bool,
    worry: bool,
    yes: bool,
) -> None:
    """Look back on a day: how much it twitched, place by place, and what else it held.

    DAY is today unless you name another: yesterday, "3 days ago", 2026-03-09.
    Without options it asks, one short question after the other.
    """
    from myolog.attention.agenda import agenda_of
    from myolog.cli.checkin import DayTold, ask_day, without_shift
    from myolog.cli.checkin import read_day_options as read_options
    from myolog.cli.sure import make_sure

    person = session.open()
    from myolog.store.selectors import journal_of

    if which and on:
        raise UserError(
            "Name the day once: with --date, or without.", code="invalid_date", key="day_twice"
        )
    on_day = day_told(which or on, person)
    if worry:
        _look_at_worry(person, on_day)
        return
    given = read_options(
        on_day,
        tallies=tally,
        values=values,
        drinks=drinks,
        tasks=tasks,
        medicines=medicines,
        none_noticed=none_noticed,
    )
    kept = journal_of(person)
    if no_shift:
        given = without_shift(kept, given)
    if same_as_before:
        given = _as_before(kept, given)
    if not given:
        if not asks():
            raise UserError(
                "Say what to note, such as --tally “calf left some”, or run this in a terminal.",
                code="nothing_given",
            )
        agenda = agenda_of(kept, on_day, seed=person.id.int)
        _say_rest(agenda.noting)
        given = ask_day(kept, on_day, agenda)
    told = [_with_noted(entry, kept) for entry in given.entries]
    make_sure((*told, *given.sums(kept)), yes=yes)
    _save_day(person, DayTold(told, given.cups))


def _as_before(kept: Journal, given: DayTold) -> DayTold:
    """Return what was told, with the values of the day before, and say what they are.

    Raises
    ------
    UserError
        There is nothing to take over.
    """
    from myolog.attention.agenda import told_before
    from myolog.cli.checkin import DayTold
    from myolog.content.catalogue import load
    from myolog.content.dates import weekday_and_day
    from myolog.journal.cups import as_yesterday
    from myolog.journal.entries import DayExposure
    from myolog.wording.day_lines import values_told

    day = given.cups.day
    noted = [entry for entry in kept.between(day, day) if isinstance(entry, DayExposure)]
    told = [entry for entry in given.entries if isinstance(entry, DayExposure)]
    taken = as_yesterday(told_before(kept, day).values(), (*noted, *told), day)
    if not taken and not given:
        raise UserError(
            "Nothing is to be taken over: the day before tells no value that this day lacks.",
            code="nothing_given",
            key="nothing_taken_over",
        )
    if taken:
        before = weekday_and_day(day - timedelta(days=1))
        click.echo(f"{load().text('page.day.same_fills', day=before)} {values_told(taken)}")
    return DayTold([*given.entries, *taken], given.cups)


def _with_noted(entry: Entry, kept: Journal) -> Entry:
    """Return a look at daily tasks with what is noted of the same day already."""
    from myolog.attention.agenda import tasks_noted
    from myolog.cli.tasks import ask_beginnings, with_noted
    from myolog.journal.entries import TaskCheck

    if not isinstance(entry, TaskCheck):
        return entry
    look = with_noted(entry, tasks_noted(kept, entry.day))
    return ask_beginnings(kept, look) if asks() else look


def _look_at_worry(person: Person, on_day: date) -> None:
    from myolog.cli.checkin import DayTold
    from myolog.cli.worry import ask_worry, print_worry
    from myolog.journal.cups import Cups
    from myolog.store.selectors import journal_of

    if not asks():
        raise UserError(
            "The questions on worry need a terminal; or give the score: --set anxiety=7.",
            code="nobody_answers",
            key="worry_needs_terminal",
        )
    _save_day(person, DayTold(list(ask_worry(on_day)), Cups(day=on_day)))
    print_worry(person, journal_of(person), today=on_day)


def _say_rest(noting: Noting) -> None:
    """Say that nothing need be noted on a day of rest; noting stays possible."""
    from myolog.wording.noting import rest_in_words

    resting = rest_in_words(noting)
    if resting is not None:
        click.echo(f"{resting.title}. {resting.text}")


def _save_day(person: Person, told: DayTold) -> None:
    """Store a day, and say what it replaced and how to take that back."""
    from myolog.cli.tasks import say_next
    from myolog.cli.zones import tell_zone
    from myolog.content.catalogue import load
    from myolog.journal.entries import TaskCheck
    from myolog.store.selectors import journal_of
    from myolog.store.services.journal import log_entries
    from myolog.store.services.undoing import replaced_with
    from myolog.wording.entries import replaced_in_words

    if not told:
        click.echo(load().text("cli.ask.nothing"))
        return
    known = {entry.id for entry in journal_of(person).entries}
    stored = log_entries(person=person, entries=told.entries, cups=told.cups, by=BY)
    click.echo(load().text("page.day.saved", date=told.cups.day.isoformat()))
    new = [entry.id for entry in stored if entry.id not in known]
    replaced = replaced_with(person=person, id=new[0]) if new and new[0] else ()
    for one in replaced or ():
        click.echo(replaced_in_words(one.old, one.new))
    if replaced:
        click.echo(load().text("cli.log.undo_with"))
    looks = [
        one
        for one in stored
        if isinstance(one, TaskCheck) and any(answer != "fine" for answer in one.answers.values())
    ]
    for look in looks:
        say_next(person, look)
    tell_zone(person)
    speak_up(person, asked=bool(looks))
