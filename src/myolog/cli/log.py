"""Note one twitch: `myolog log`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from myolog.cli.options import as_json
from myolog.cli.terminal import BY, Session, examples, now_in, print_json, speak_up, today_in
from myolog.content.names import place_name
from myolog.errors import UserError

if TYPE_CHECKING:
    from myolog.journal.entries import Entry, Episode
    from myolog.store.selectors import Person

__all__ = ["log"]


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
@as_json("the entry")
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
    from myolog.wording.entries import away, day_in_words, when_in_words
    from myolog.wording.known_dates import night_in_words, time_in_words

    words, site = load(), SITES[episode.site]
    where = place_name(episode.site, episode.side)
    local = episode.started_at.astimezone(zone_of(episode.zone))
    if episode.time_said == "night":
        when = night_in_words(local)
    elif episode.time_said:
        day = day_in_words(episode.day, today=today_in(person))
        when = f"{day}, {time_in_words(episode.time_said)}"
    else:
        when = when_in_words(local, day=episode.day, today=today_in(person))
    when += away(episode, home=person.zone)
    click.echo(words.text("page.log.saved", site=where, time=when))
    if site.normally_noisy:
        click.echo(words.text("page.log.sole"))
    if episode.side is None and site.sides == "LR":
        click.echo(f"The side was left open; next time you can add it: {site.code} left.")


def _offer_tally(person: Person, on_day: date, *, quiet: bool) -> None:
    """Offer the look at the whole day once single logs are plenty; nothing is refused."""
    from myolog.attention.agenda import offers_tally
    from myolog.content.catalogue import load
    from myolog.store.selectors import journal_of

    if offers_tally(journal_of(person), on_day):
        click.echo(load().text("attention.tally.cli"), err=quiet)
