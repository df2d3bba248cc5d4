"""The command `visit`: what happened after a result, and its dates for a calendar.

Decides nothing of its own: `triage/follow_up.py` says what became of a result.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from myolog.cli.output import force, into, output_at
from myolog.cli.terminal import BY, Session, check_wanted_of, examples, now_in, say, today_in
from myolog.vocabulary.visits import OUTCOMES, ROLES, TESTS, VISIT

if TYPE_CHECKING:
    from myolog.journal.records import Examination
    from myolog.journal.visits import Visit
    from myolog.store.selectors import Person

__all__ = ["visit"]

_DATES = ("due", "booked", "later", "done")


@click.group(
    "visit",
    invoke_without_command=True,
    short_help="Tell what happened after a result.",
    epilog=examples(
        "myolog visit",
        "myolog visit booked 2026-03-27 --by family_doctor",
        "myolog visit seen today --by neurologist --test examination --said normal",
        "myolog visit seen 2026-03-27 --said explained --sign weakness --next 2026-09-01",
        'myolog visit later "in 2 weeks"',
        "myolog visit calendar due -o visit.ics",
    ),
)
@click.pass_context
def visit(ctx: click.Context) -> None:
    """Show what became of your newest result, or tell what happened since."""
    if ctx.invoked_subcommand is not None:
        return
    person = ctx.obj.open()
    from myolog.content.catalogue import load
    from myolog.store.services.follow_up import follow_up_of
    from myolog.wording.visits import overdue_in_words, state_in_words

    found = follow_up_of(person=person, now=now_in(person.zone))
    if found.urgency is None:
        say(load().text("visit.page.no_result"))
        return
    say(state_in_words(found))
    for more in (overdue_in_words(found), check_wanted_of(person)):
        if more:
            say(more)


_by = click.option(
    "--by", default="", metavar="WHO", help=f"A role, no name: {', '.join(ROLES)} or other words."
)


@visit.command(
    "booked",
    short_help="A visit is booked.",
    epilog=examples("myolog visit booked 2026-03-27 --by family_doctor"),
)
@click.argument("on", metavar="DAY")
@_by
@click.pass_obj
def booked(session: Session, on: str, by: str) -> None:
    """Note that a visit is booked for a day to come."""
    _store_coming(session, "booked", on, by=by)


@visit.command(
    "later",
    short_help="Not yet: remind me.",
    epilog=examples('myolog visit later "in 2 weeks"'),
)
@click.argument("on", metavar="DAY")
@click.pass_obj
def later(session: Session, on: str) -> None:
    """Note that you want to be reminded on a day to come."""
    _store_coming(session, "later", on)


@visit.command(
    "seen",
    short_help="You have been seen.",
    epilog=examples(
        "myolog visit seen today --by neurologist --test examination --said normal",
        "myolog visit seen 2026-03-27 --said explained --sign weakness --next 2026-09-01",
    ),
)
@click.argument("on", metavar="DAY")
@_by
@click.option("--test", "tests", multiple=True, type=click.Choice(TESTS), help="What was done.")
@click.option("--said", default="unknown", type=click.Choice(OUTCOMES), help="What was said.")
@click.option(
    "--sign",
    "signs",
    multiple=True,
    metavar="SIGN",
    help="With --said explained: what exactly was explained and has not changed, like weakness.",
)
@click.option("--next", "review", metavar="DAY", help="The next visit, if there is one.")
@click.option("--words", default="", metavar="TEXT", help="In your own words.")
@click.pass_obj
def seen(
    session: Session,
    on: str,
    by: str,
    tests: tuple[str, ...],
    said: str,
    signs: tuple[str, ...],
    review: str | None,
    words: str,
) -> None:
    """Note that a doctor has seen you, what was done, and what was said."""
    from myolog.cli.when import read_coming_day, read_day
    from myolog.content.catalogue import load
    from myolog.errors import InvalidEntry
    from myolog.journal.checks import check_choice
    from myolog.journal.records import Examination
    from myolog.triage.answers import INPUTS
    from myolog.triage.follow_up import explainable

    person = session.open()
    today = today_in(person)
    try:
        day: date = read_day(on, today=today)
    except InvalidEntry as wrong:
        if wrong.key != "day_ahead":
            raise
        raise InvalidEntry(load().template("visit.page.in_future")) from None
    for sign in signs:
        check_choice(sign, explainable(INPUTS), "What was explained")
    entry = Examination(
        day=day,
        what=VISIT,
        by=by,
        result=said,
        text=words,
        tests=tests,
        signs=signs if said == "explained" else (),
        review=None if review is None else read_coming_day(review, today=today),
    )
    _store(person, entry)


def _store_coming(session: Session, event: str, on: str, *, by: str = "") -> None:
    """Store what is to come on a day."""
    from myolog.cli.when import read_coming_day
    from myolog.journal.visits import Visit

    person = session.open()
    today = today_in(person)
    day = read_coming_day(on, today=today)
    _store(person, Visit(day=today, event=event, on=day, by=by))


def _store(person: Person, entry: Visit | Examination) -> None:
    """Store what was told, and say what follows from it."""
    from myolog.cli.terminal import speak_up
    from myolog.journal.visits import Visit
    from myolog.store.services.follow_up import follow_up_of
    from myolog.store.services.journal import log_entry
    from myolog.wording.visits import told_in_words

    log_entry(person=person, entry=entry, by=BY)
    found = follow_up_of(person=person, now=now_in(person.zone))
    for sentence in told_in_words(entry, found):
        say(sentence)
    speak_up(person, asked=entry.kind != Visit.kind)


@visit.command(
    "calendar",
    short_help="Write a date for your calendar.",
    epilog=examples("myolog visit calendar due -o visit.ics"),
)
@click.argument("which", type=click.Choice(_DATES))
@into
@force
@click.pass_obj
def calendar(session: Session, which: str, output: str, force: bool) -> None:
    """Write the last day to be seen, the booked day or the reminder; it says nothing of health.

    Once you have been seen, done takes the last day out of your calendar again.
    """
    out = output_at(output, session, force=force)
    person = session.open()
    from myolog.store.services.follow_up import calendar_day

    out.write(calendar_day(person=person, of=which, now=now_in(person.zone)))
