"""The command `own`: things of one's own to track, from the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from myolog.cli.terminal import BY, Session, examples, say
from myolog.errors import NotFound
from myolog.vocabulary.own import OWN_KINDS

if TYPE_CHECKING:
    from myolog.journal.own import OwnThing

__all__ = ["own"]


@click.group(
    "own",
    invoke_without_command=True,
    short_help="Track something that is not on the list.",
    epilog=examples(
        "myolog own",
        'myolog own add "late pizza" --do',
        'myolog own add "green tea" --do --as amount --unit cups',
        'myolog own add "back pain" --as rating --feel',
        'myolog day --set "green tea=2"',
        'myolog own rename "green tea" matcha',
        'myolog own archive "late pizza"',
    ),
)
@click.pass_context
def own(ctx: click.Context) -> None:
    """Show the things of your own that you track, and those in the archive."""
    if ctx.invoked_subcommand is not None:
        return
    person = ctx.obj.open()
    from myolog.content.catalogue import load
    from myolog.content.own import own_name
    from myolog.store.selectors import own_things

    things = own_things(person)
    if not things:
        say(load().text("cli.own.none"))
    for code, one in things.items():
        say(_line(one, own_name(code)))


def _line(one: OwnThing, name: str) -> str:
    from myolog.content.catalogue import load
    from myolog.content.own import own_measure

    key = "archived" if one.archived else one.role
    return load().text(f"cli.own.{key}", name=name, measure=own_measure(one))


@own.command(
    "add",
    short_help="Begin to track something.",
    epilog=examples('myolog own add "green tea" --do --as amount --unit cups'),
)
@click.argument("name")
@click.option(
    "--as",
    "measure",
    type=click.Choice(OWN_KINDS),
    default="yes_no",
    help="How it is told: yes_no is yes or no, rating 0 to 10, amount a number.",
)
@click.option(
    "--unit", default="", metavar="TEXT", help="What an amount is counted in, such as cups."
)
@click.option("--do", "role", flag_value="do", help="It is something you do or take.")
@click.option(
    "--feel",
    "role",
    flag_value="feel",
    help="It is something you feel; it is never told as a cause.",
)
@click.pass_obj
def add(session: Session, name: str, measure: str, unit: str, role: str | None) -> None:
    """Begin to track something of your own under NAME."""
    if role is None:
        raise click.UsageError("Say --do or --feel: whether you do or take it, or feel it.")
    person = session.open()
    from myolog.store.services.own import define_own
    from myolog.wording.entries import one_line

    made = define_own(person=person, name=name, measure=measure, unit=unit, role=role, by=BY)
    say(one_line(made))


@own.command(
    "rename",
    short_help="Call it otherwise; values stay.",
    epilog=examples('myolog own rename "green tea" matcha'),
)
@click.argument("name")
@click.argument("new_name")
@click.pass_obj
def rename(session: Session, name: str, new_name: str) -> None:
    """Call NAME otherwise; its values stay."""
    from myolog.content.catalogue import load

    made = _changed(session, name, name=new_name)
    say(load().text("cli.own.renamed", before=name, name=made.name))


@own.command(
    "archive",
    short_help="Ask about it no longer; values stay.",
    epilog=examples('myolog own archive "late pizza"'),
)
@click.argument("name")
@click.pass_obj
def archive(session: Session, name: str) -> None:
    """Ask about NAME no longer; its values stay."""
    from myolog.wording.entries import one_line

    say(one_line(_changed(session, name, archived=True)))


@own.command(
    "back",
    short_help="Bring it back from the archive.",
    epilog=examples('myolog own back "late pizza"'),
)
@click.argument("name")
@click.pass_obj
def back(session: Session, name: str) -> None:
    """Bring NAME back from the archive."""
    from myolog.content.catalogue import load

    made = _changed(session, name, archived=False)
    say(load().text("cli.own.back", name=made.name))


def _changed(
    session: Session, called: str, *, name: str | None = None, archived: bool | None = None
) -> OwnThing:
    person = session.open()
    from myolog.store.services.own import change_own

    return change_own(person=person, code=_code(called), name=name, archived=archived, by=BY)


def _code(called: str) -> str:
    from myolog.content.own import own_meant

    code = own_meant(called)
    if code is None:
        raise NotFound(
            "Nothing of your own is called “{text}”; “myolog own” lists what is.",
            text=called[:60],
            key="nothing_own_called",
        )
    return code
