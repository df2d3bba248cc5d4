"""The commands `programme remind`, `calendar` and `keep`: reminders, and what stays afterwards."""

from __future__ import annotations

from datetime import date

import click

from myolog.cli.asking import settled
from myolog.cli.output import force, into, output_at
from myolog.cli.terminal import BY, Session, examples, now_in, say
from myolog.errors import InvalidEntry

__all__ = ["calendar", "keep", "remind"]


@click.command(
    "remind",
    short_help="Choose the time of a reminder.",
    epilog=examples(
        "myolog programme remind quiet 18:30",
        "myolog programme remind quiet off",
    ),
)
@click.argument("step", metavar="STEP")
@click.argument("at", metavar="TIME")
@click.pass_obj
def remind(session: Session, step: str, at: str) -> None:
    """Choose when your calendar reminds you of a step; “off” ends it."""
    from myolog.programme.steps import find_step

    code = find_step(step).code
    person = session.open()
    from myolog.content.catalogue import load
    from myolog.store.services.reminders import reminder_choices, set_reminders

    now = now_in(person.zone)
    settled(
        lambda typed: set_reminders(person=person, times={code: typed}, by=BY, now=now), at.lower()
    )
    choices = reminder_choices(person=person, now=now)
    for chosen, time in choices.times.items():
        say(f"{find_step(chosen).name:<9} {time}")
    if choices.rest:
        say(load().text("page.reminders.rests"))
    say(load().text("page.reminders.clock", zone=person.zone))


@click.command(
    "calendar",
    short_help="Write the reminders for your calendar.",
    epilog=examples(
        "myolog programme calendar -o reminders.ics",
        "myolog programme calendar -o -",
    ),
)
@into
@force
@click.pass_obj
def calendar(session: Session, output: str, force: bool) -> None:
    """Write the reminders you chose as an iCalendar file; it says nothing of health."""
    out = output_at(output, session, force=force)
    person = session.open()
    from myolog.store.services.reminders import calendar_of

    out.write(calendar_of(person=person, now=now_in(person.zone), follows=False))


@click.command(
    "keep",
    short_help="After four weeks, keep what helped.",
    epilog=examples(
        "myolog programme keep sleep quiet --again 2027-03-01",
        "myolog programme keep --again 2027-03-01",
    ),
)
@click.argument("steps", nargs=-1, metavar="[STEP]...")
@click.option("--again", required=True, metavar="DAY", help="When to look again: 2027-03-01.")
@click.pass_obj
def keep(session: Session, steps: tuple[str, ...], again: str) -> None:
    """After four weeks, keep what helped, choose when to look again, and read what to do then."""
    from myolog.content.catalogue import load
    from myolog.programme.steps import find_step

    codes = [find_step(name).code for name in steps]
    person = session.open()
    from myolog.store.services.programme import keep_what_helped

    day = _read_later(again)
    keep_what_helped(person=person, steps=codes, recheck=day, by=BY, now=now_in(person.zone))
    words = load()
    if codes:
        names = ", ".join(words.text(f"thing.{code}.short") for code in codes)
        say(words.text("programme.kept", steps=names))
    say(words.text("programme.recheck", date=day.isoformat()))
    click.echo()
    say(words.text("programme.relapse"), bold=True)
    for text in words.items("programme.relapse_plan"):
        say(f"- {text}")


def _read_later(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidEntry(
            "The day to look again must be written like 2027-03-01.",
            code="invalid_date",
            key="look_again_form",
        ) from None
