"""Commands that keep the journal: log, none-today, day, journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from myolog.cli.terminal import BY, Session, asks, examples, now_in, print_json, today_in
from myolog.content.names import place_name
from myolog.errors import UserError

if TYPE_CHECKING:
    from myolog.attention.rest import Noting
    from myolog.cli.checkin import DayTold
    from myolog.journal.entries import Entry, Episode
    from myolog.journal.model import Journal
    from myolog.store.selectors import Person

__all__ = ["day", "journal", "log", "none_today", "speak_up"]


@click.command(
    "log",
    short_help="Note one twitch.",
    epilog=examples(
        "myolog log calf left",
        "myolog log right forearm --for 30s --suspect caffeine",
        'myolog log eyelid left --at "20 minutes ago" --note "after work"',
        "myolog log calf --at 14:20 --zone Asia/Tokyo",
        'myolog log --say "left calf 2 min after espresso yesterday evening"',
    ),
)
@click.argument("place", nargs=-1, metavar="SITE [SIDE]")
@click.option("--for", "duration", metavar="TIME", help="How long it lasted: 30s, 2min, 1h.")
@click.option("--at", "when", metavar="WHEN", help="When it began; now if left out.")
@click.option(
    "--zone", metavar="ZONE", help="Whose clock you mean, if not that of home; or “here”."
)
@click.option("--suspect", multiple=True, metavar="X", help="What may have set it off.")
@click.option("--intensity", metavar="0-10", help="How strong it was.")
@click.option(
    "--with",
    "accompanied",
    multiple=True,
    type=click.Choice(["cramp", "tingling", "pain"]),
    help="What came with it.",
)
@click.option("--note", default="", metavar="TEXT", help="Anything you want to remember.")
@click.option("--say", "line", metavar="TEXT", help="All of it in one line of your own words.")
@click.option("--yes", is_flag=True, help="Save what --say was understood as without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print the entry for programs.")
@click.pass_obj
def log(
    session: Session,
    place: tuple[str, ...],
    duration: str | None,
    when: str | None,
    zone: str | None,
    suspect: tuple[str, ...],
    intensity: str | None,
    accompanied: tuple[str, ...],
    note: str,
    line: str | None,
    yes: bool,
    as_json: bool,
) -> None:
    """Note one twitch."""
    if yes and line is None:
        raise UserError("--yes goes with --say; leave it out.", code="yes_alone")
    if line is not None:
        if place or duration or when or suspect or intensity is not None or accompanied or note:
            raise UserError(
                "Say everything in the line after --say, or leave --say out.", code="said_twice"
            )
        from myolog.cli.saying import log_line

        logged = log_line(session, line, zone=zone, ask=not yes, quiet=as_json)
        _tell(session, logged, as_json=as_json, zone=zone)
        return
    from myolog.cli.asking import settled
    from myolog.cli.places import read_place, read_suspect
    from myolog.cli.sure import make_sure
    from myolog.cli.when import read_time
    from myolog.cli.zones import read_zone
    from myolog.content.typed import length_typed, whole_typed

    site, side = read_place(place)
    person = session.open()
    duration_s = None if duration is None else settled(length_typed, duration)
    strength = None if intensity is None else settled(whole_typed, intensity)
    from myolog.journal.entries import Episode
    from myolog.store.services.journal import store_episode

    there = person.zone if zone is None else read_zone(zone)
    now, ends = now_in(there), person.day_ends_hour
    started_at = now if when is None else read_time(when, now=now, zone=there, day_ends_hour=ends)
    episode = Episode(
        site=site.code,
        side=side,
        started_at=started_at,
        zone=there,
        duration_s=duration_s,
        intensity=strength,
        suspected=tuple(dict.fromkeys(read_suspect(word) for word in suspect)),
        accompanied=tuple(dict.fromkeys(accompanied)),
        note=note,
    )
    make_sure((episode,))
    stored = store_episode(person=person, episode=episode, by=BY).episode
    _tell(session, stored, as_json=as_json, zone=zone)


def _tell(session: Session, entry: Entry, *, as_json: bool, zone: str | None) -> None:
    """Say back what was stored, and what follows from it.

    Parameters
    ----------
    zone
        The zone that was named; without one, a person elsewhere is told how to.
    """
    from myolog.cli.zones import tell_zone
    from myolog.content.catalogue import load
    from myolog.journal.entries import Episode
    from myolog.wording.entries import one_line

    person = session.open()
    if as_json:
        from myolog.journal.codec import encode

        print_json(encode(entry))
    elif isinstance(entry, Episode):
        _confirm(entry, person)
    else:
        click.echo(load().text("page.day.saved", date=entry.day.isoformat()))
        click.echo(one_line(entry))
    if isinstance(entry, Episode):
        if zone is None:
            tell_zone(person, logged=True)
        _offer_tally(person, entry.day, quiet=as_json)
    speak_up(person, quiet=as_json)


def _confirm(episode: Episode, person: Person) -> None:
    from myolog.content.catalogue import load
    from myolog.journal.checks import zone_of
    from myolog.vocabulary.sites import SITES
    from myolog.wording.entries import away, when_in_words

    words, site = load(), SITES[episode.site]
    where = place_name(episode.site, episode.side)
    local = episode.started_at.astimezone(zone_of(episode.zone))
    when = when_in_words(local, day=episode.day, today=today_in(person))
    when += away(episode, home=person.zone)
    click.echo(words.text("page.log.saved", site=where, time=when))
    if site.normally_noisy:
        click.echo(words.text("page.log.sole"))
    if episode.side is None and site.sides == "LR":
        click.echo(f"The side was left open; next time you can add it: {site.code} left.")


def _offer_tally(person: Person, on_day: date, *, quiet: bool) -> None:
    """Offer the look at the whole day once single logs are plenty; nothing is refused."""
    from myolog.attention.budget import is_spent
    from myolog.content.catalogue import load
    from myolog.store.selectors import n_logs_on

    if is_spent(n_logs_on(person, on_day)):
        click.echo(load().text("attention.tally.cli"), err=quiet)


def speak_up(person: Person, *, quiet: bool = False) -> None:
    """Check again in silence, and say so only when the urgency has risen."""
    from myolog.cli.result import raised_notice
    from myolog.store.services.care import reassess

    outcome = reassess(person=person, by=BY)
    if outcome.raised and outcome.assessment is not None:
        click.echo(raised_notice(outcome.assessment), err=quiet)


@click.command(
    "none-today",
    short_help="Note a day without any twitch.",
    epilog=examples(
        "myolog none-today",
        "myolog none-today --date yesterday",
    ),
)
@click.option("--date", "on", default="today", metavar="DAY", help="Another day than today.")
@click.pass_obj
def none_today(session: Session, on: str) -> None:
    """Note that you looked back on a day and noticed no twitch.

    A day without any note stays open; this makes it a day without twitches.
    """
    from myolog.cli.when import read_day
    from myolog.cli.zones import tell_zone
    from myolog.content.catalogue import load
    from myolog.journal.entries import NoneToday

    person = session.open()
    from myolog.store.services.journal import log_entry

    on_day = read_day(on, today=today_in(person))
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
        'myolog day --date yesterday --tally "forearm right 12" --drink espresso=2',
        'myolog day --task lift=harder --medicine "start ibuprofen 400 mg"',
        "myolog day --worry",
    ),
)
@click.option("--date", "on", default="today", metavar="DAY", help="Another day than today.")
@click.option(
    "--tally",
    multiple=True,
    metavar="PLACE AMOUNT",
    help="A place with none, some, many or a count.",
)
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="A daily value.")
@click.option("--drink", "drinks", multiple=True, metavar="NAME=N", help="Servings of a drink.")
@click.option(
    "--task", "tasks", multiple=True, metavar="TASK=ANSWER", help="A daily task of this week."
)
@click.option(
    "--medicine",
    "medicines",
    multiple=True,
    metavar="ACTION NAME [DOSE]",
    help="Start, change or stop of a medicine.",
)
@click.option("--none", "none_noticed", is_flag=True, help="No twitch all day.")
@click.option("--worry", is_flag=True, help="Nine questions on worry and mood.")
@click.option("--yes", is_flag=True, help="Do not ask about unusual values.")
@click.pass_obj
def day(
    session: Session,
    on: str,
    tally: tuple[str, ...],
    values: tuple[str, ...],
    drinks: tuple[str, ...],
    tasks: tuple[str, ...],
    medicines: tuple[str, ...],
    none_noticed: bool,
    worry: bool,
    yes: bool,
) -> None:
    """Look back on a day: how much it twitched, place by place, and what else it held.

    Without options it asks, one short question after the other.
    """
    from myolog.attention.agenda import agenda_of
    from myolog.cli.checkin import DayTold, ask_day
    from myolog.cli.checkin import read_day_options as read_options
    from myolog.cli.sure import make_sure
    from myolog.cli.when import read_day

    person = session.open()
    from myolog.store.selectors import journal_of

    on_day = read_day(on, today=today_in(person))
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


def _with_noted(entry: Entry, kept: Journal) -> Entry:
    """Return a look at daily tasks with what is noted of the same day already."""
    from myolog.attention.agenda import tasks_noted
    from myolog.journal.entries import TaskCheck

    if not isinstance(entry, TaskCheck):
        return entry
    return replace(entry, answers={**tasks_noted(kept, entry.day), **entry.answers})


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
    from myolog.cli.zones import tell_zone
    from myolog.content.catalogue import load
    from myolog.journal.entries import TaskCheck
    from myolog.store.selectors import journal_of
    from myolog.store.services.journal import log_entries
    from myolog.store.services.undoing import replaced_with
    from myolog.vocabulary.tasks import one_failed
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
    if any(isinstance(entry, TaskCheck) and one_failed(entry.answers) for entry in stored):
        click.echo(load().text("page.today.task_failed"))
    tell_zone(person)
    speak_up(person)


@click.command(
    "journal",
    short_help="Show what you noted.",
    epilog=examples(
        "myolog journal",
        "myolog journal --days 60",
        "myolog journal --ids",
        "myolog journal --delete last",
    ),
)
@click.option("--days", type=click.IntRange(1), default=14, show_default=True, help="How far back.")
@click.option("--all", "everything", is_flag=True, help="From the first day on.")
@click.option("--ids", is_flag=True, help="Show the key of each entry.")
@click.option("--delete", "victim", metavar="ID", help="Delete one entry; “last” is the newest.")
@click.option("--json", "as_json", is_flag=True, help="Print the entries for programs.")
@click.pass_obj
def journal(
    session: Session, days: int, everything: bool, ids: bool, victim: str | None, as_json: bool
) -> None:
    """Show what you noted, newest day first."""
    person = session.open()
    from myolog.store.selectors import journal_of

    if victim is not None:
        _delete(person, victim)
        return
    kept = journal_of(person)
    today = today_in(person)
    first = today - timedelta(days=days - 1)
    entries = [entry for entry in kept.entries if everything or entry.day >= first]
    if as_json:
        from myolog.journal.codec import encode

        print_json([encode(entry) for entry in entries])
        return
    from myolog.cli.days import print_days
    from myolog.cli.zones import tell_zone

    print_days(
        entries, today=today, home=person.zone, ids=ids, earlier=len(kept.entries) - len(entries)
    )
    tell_zone(person)


def _delete(person: Person, victim: str) -> None:
    from myolog.content.catalogue import load
    from myolog.store.selectors import entry_with_id, newest_entry
    from myolog.store.services.journal import delete_entry
    from myolog.wording.entries import one_line

    entry = newest_entry(person) if victim == "last" else entry_with_id(person, victim)
    if entry is None or entry.id is None:
        raise UserError(
            "The journal is empty; there is nothing to delete.",
            code="not_found",
            key="journal_empty",
        )
    delete_entry(person=person, id=entry.id, by=BY)
    click.echo(f"{load().text('page.journal.deleted')} {entry.day.isoformat()}: {one_line(entry)}")
