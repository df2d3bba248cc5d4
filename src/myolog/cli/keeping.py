"""The command `programme keep`: what stays after the four weeks."""

from __future__ import annotations

from datetime import date

import click

from myolog.cli.terminal import BY, Session, examples, now_in, say
from myolog.errors import InvalidEntry

__all__ = ["keep"]


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
