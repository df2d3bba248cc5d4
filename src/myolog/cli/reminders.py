"""The commands `programme remind` and `programme calendar`: times, and a file for a calendar."""

from __future__ import annotations

import click

from myolog.cli.terminal import BY, Session, examples, now_in, say, write_output

__all__ = ["calendar", "remind"]


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
    from myolog.store.services.reminders import reminder_times, set_reminders

    now = now_in(person.zone)
    set_reminders(person=person, times={code: at.lower()}, by=BY, now=now)
    for chosen, time in reminder_times(person=person, now=now).items():
        say(f"{find_step(chosen).name:<9} {time}")


@click.command(
    "calendar",
    short_help="Write the reminders for your calendar.",
    epilog=examples(
        "myolog programme calendar -o reminders.ics",
        "myolog programme calendar -o -",
    ),
)
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to; - prints it.")
@click.pass_obj
def calendar(session: Session, output: str) -> None:
    """Write the reminders you chose as an iCalendar file; it says nothing of health."""
    person = session.open()
    from myolog.store.services.reminders import calendar_of

    write_output(calendar_of(person=person, now=now_in(person.zone), required=True), output)
    if output != "-":
        click.echo(f"Written: {output}")
