"""The commands of `myolog remind`: when to be reminded of what, when not, and the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from myolog.cli.asking import settled
from myolog.cli.output import force, into, output_at
from myolog.cli.terminal import BY, Session, examples, now_in, say
from myolog.content.catalogue import load
from myolog.content.typed import clock_typed, day_typed
from myolog.errors import InvalidEntry
from myolog.vocabulary.reminding import OFF, WEEKDAYS, Ring, say_quiet, say_ring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from myolog.store.selectors import Person

__all__ = ["remind"]

_DAYS = tuple(range(len(WEEKDAYS)))


@click.group(
    "remind",
    short_help="Choose reminders, and take them into your calendar.",
    invoke_without_command=True,
    epilog=examples(
        "myolog remind day 20:30",
        "myolog remind day 20:30 mon wed fri",
        "myolog remind week 18:00 sun",
        "myolog remind step quiet 18:30",
        "myolog remind pause 2026-12-20 2027-01-03",
        "myolog remind calendar -o reminders.ics",
    ),
)
@click.pass_context
def remind(ctx: click.Context) -> None:
    """Show the reminders you chose; there are none unless you want them.

    They are for your calendar. A rest from noting is quiet, too, and nothing reminds
    you of the check.
    """
    if ctx.invoked_subcommand is None:
        session: Session = ctx.obj
        _tell(session.open())


@remind.command(
    "day",
    short_help="Be reminded of the check-in.",
    epilog=examples("myolog remind day 20:30 mon wed fri", "myolog remind day off"),
)
@click.argument("at", metavar="TIME")
@click.argument("days", nargs=-1, metavar="[DAY]...")
@click.pass_obj
def day(session: Session, at: str, days: tuple[str, ...]) -> None:
    """Choose when your calendar reminds you of the check-in; “off” ends it.

    A day is mon, tue, wed, thu, fri, sat or sun; without any it is every day.
    """
    person = session.open()
    numbers = tuple(sorted({_weekday(one) for one in days})) or _DAYS
    _set(person, facts={"remind_day": _ring(at, numbers)})


@remind.command(
    "week",
    short_help="Be reminded of the weekly look.",
    epilog=examples("myolog remind week 18:00 sun", "myolog remind week off"),
)
@click.argument("at", metavar="TIME")
@click.argument("on", metavar="DAY", default="sun")
@click.pass_obj
def week(session: Session, at: str, on: str) -> None:
    """Choose when your calendar reminds you of the weekly look; “off” ends it.

    The day is mon, tue, wed, thu, fri, sat or sun; without one it is Sunday.
    """
    person = session.open()
    _set(person, facts={"remind_week": _ring(at, (_weekday(on),))})


@remind.command(
    "step",
    short_help="Be reminded of one of the five steps.",
    epilog=examples("myolog remind step quiet 18:30", "myolog remind step quiet off"),
)
@click.argument("step", metavar="STEP")
@click.argument("at", metavar="TIME")
@click.pass_obj
def step(session: Session, step: str, at: str) -> None:
    """Choose when your calendar reminds you of a step; “off” ends it."""
    from myolog.programme.steps import find_step

    code = find_step(step).code
    person = session.open()
    settled(lambda typed: _set(person, times={code: typed}), at.lower())


@remind.command(
    "pause",
    short_help="Keep some days free of reminders.",
    epilog=examples("myolog remind pause 2026-12-20 2027-01-03", "myolog remind pause off"),
)
@click.argument("first", metavar="FROM")
@click.argument("last", metavar="TO", required=False)
@click.pass_obj
def pause(session: Session, first: str, last: str | None) -> None:
    """Keep the days FROM to TO free of every reminder; “off” ends that."""
    person = session.open()
    if first.casefold() == OFF and last is None:
        _set(person, facts={"remind_quiet": OFF})
        return
    if last is None:
        raise InvalidEntry(
            "Give the first and the last day without reminders.",
            code="invalid_quiet",
            key="quiet_both",
        )
    _set(person, facts={"remind_quiet": say_quiet((day_typed(first), day_typed(last)))})


@remind.command(
    "calendar",
    short_help="Write the reminders for your calendar.",
    epilog=examples(
        "myolog remind calendar -o reminders.ics",
        "myolog remind calendar -o -",
    ),
)
@into
@force
@click.pass_obj
def calendar(session: Session, output: str, force: bool) -> None:
    """Write the reminders you chose as an iCalendar file; it says nothing of health.

    It holds one year. A file does not follow changes: after one, write a new file,
    which takes the place of the old one.
    """
    out = output_at(output, session, force=force)
    person = session.open()
    from myolog.store.services.reminders import calendar_of

    out.write(calendar_of(person=person, now=now_in(person.zone), follows=False))


def _ring(at: str, days: tuple[int, ...]) -> str:
    if at.casefold() == OFF:
        return OFF
    return say_ring(Ring(at=settled(clock_typed, at), weekdays=days))


def _weekday(text: str) -> int:
    """Return the number of a day of the week, typed in English or in the language in force."""
    from myolog.content.dates import weekday_name

    typed = text.casefold().rstrip(".,")
    for number, name in enumerate(WEEKDAYS):
        said = weekday_name(number).casefold()
        if typed in (name, said, said[:2], said[:3]):
            return number
    raise InvalidEntry(
        "“{text}” is not a day of the week. Write {days}.",
        text=text[:20],
        days=WEEKDAYS,
        code="invalid_weekday",
        key="not_a_weekday",
    )


def _set(
    person: Person,
    *,
    times: Mapping[str, str] | None = None,
    facts: Mapping[str, str] | None = None,
) -> None:
    from myolog.store.services.reminders import set_reminders

    set_reminders(
        person=person, times=times or {}, facts=facts or {}, by=BY, now=now_in(person.zone)
    )
    _tell(person)


def _tell(person: Person) -> None:
    """Say what was chosen."""
    from myolog.content.names import quiet_value, ring_value
    from myolog.programme.steps import find_step
    from myolog.store.services.reminders import reminder_choices

    words = load()
    choices = reminder_choices(person=person, now=now_in(person.zone))
    for code in ("day", "week"):
        say(f"{code:<9} {ring_value(choices.rings.get(code))}")
    for chosen, time in choices.times.items():
        say(f"{find_step(chosen).name:<9} {time}")
    if choices.quiet:
        say(words.text("page.reminders.quiet_now", days=quiet_value(choices.quiet)))
    if choices.rest:
        say(words.text("page.reminders.rests"))
    say(words.text("page.reminders.clock", zone=person.zone))
