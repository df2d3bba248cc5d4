"""Commands around the app itself: serve, doctor, api-token."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from myolog.cli.desktop import show
from myolog.cli.options import as_json
from myolog.cli.output import force, output_at
from myolog.cli.terminal import BY, Session, examples, print_json, said_entries
from myolog.content.catalogue import load

__all__ = ["api_token", "doctor", "serve"]

PORT = 8417
"""Always the same: what a browser keeps for later belongs to this address."""


@click.command(
    "serve",
    short_help="Open Myolog in the browser.",
    epilog=examples("myolog serve", "myolog serve --port 9000 --no-browser"),
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any."
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--from-icon", is_flag=True, hidden=True)
@click.pass_obj
def serve(session: Session, port: int, no_browser: bool, from_icon: bool) -> None:
    """Open Myolog in the browser, for this computer only.

    The printed address works once; the browser then stays signed in for 90
    days, or for a day where it runs no scripts. Where Myolog runs already,
    that one is opened. Stop with Ctrl+C, or with the button in Settings.
    """
    from myolog.web.server import serve as run

    try:
        run(session.data_dir, port=port, open_browser=not no_browser)
    except Exception as failure:
        if from_icon:
            show(failure)
        raise


@click.command(
    "doctor",
    short_help="Look whether Myolog itself is well.",
    epilog=examples(
        "myolog doctor", "myolog doctor --json", "myolog doctor --salvage rescued.jsonl"
    ),
)
@as_json("the findings")
@click.option(
    "--salvage",
    metavar="FILE",
    help="Write the entries that can be read of a damaged journal, to be imported; - prints them.",
)
@click.option(
    "--from",
    "damaged",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    metavar="JOURNAL",
    help="With --salvage: the file to read, such as one that a restore has moved aside.",
)
@force
@click.pass_context
def doctor(
    ctx: click.Context, as_json: bool, salvage: str | None, damaged: Path | None, force: bool
) -> None:
    """Look whether Myolog itself is well: versions, data folder, database.

    Ends with exit code 1 when something should be mended.
    """
    from myolog.cli.health import examine

    session: Session = ctx.obj
    if salvage is not None:
        _salvage(session, salvage, damaged, force=force)
        return
    health = examine(session.data_dir)
    if as_json:
        print_json(health.as_dict())
    else:
        for name, value in health.facts.items():
            click.echo(f"{name:<22} {value}")
        click.echo()
        for problem in health.problems:
            click.echo(load().text("cli.doctor.problem", what=problem))
        if not health.problems:
            click.echo(load().text("cli.doctor.none"))
    if health.problems:
        ctx.exit(1)


def _salvage(session: Session, target: str, damaged: Path | None, *, force: bool) -> None:
    """Write what can be read, entry by entry; the damaged file stays as it is."""
    from myolog.store.opening import prepare

    out = output_at(target, session, force=force)
    folder = prepare(session.data_dir)
    from myolog.journal.file import lines
    from myolog.store.folder import DATABASE_FILE
    from myolog.store.salvage import salvage

    found = salvage(damaged or folder / DATABASE_FILE)
    read = said_entries(len(found.journal.entries))
    told = (
        load().text("cli.file.unread", entries=read, count=found.n_lost) if found.n_lost else read
    )
    out.write("".join(lines(found.journal)), told)


@click.group(
    "api-token",
    short_help="Keys for your own programs.",
    epilog=examples("myolog api-token create phone"),
)
def api_token() -> None:
    """Keys with which your own programs may read and write the journal."""


@api_token.command("create", epilog=examples("myolog api-token create phone"))
@click.argument("name")
@click.pass_obj
def create(session: Session, name: str) -> None:
    """Make a key and print it. It is shown this once only."""
    person = session.open()
    from myolog.store.services.access import create_api_token

    click.echo(create_api_token(person=person, name=name, by=BY, now=datetime.now(UTC)))


@api_token.command("list", epilog=examples("myolog api-token list"))
@as_json("the list")
@click.pass_obj
def list_tokens(session: Session, as_json: bool) -> None:
    """Show the names of the keys, never the keys themselves."""
    person = session.open()
    from myolog.store.services.access import api_tokens

    tokens = api_tokens(person, now=datetime.now(UTC))
    if as_json:
        print_json(
            [{"name": t.name, "created_at": t.created_at, "used_at": t.used_at} for t in tokens]
        )
        return
    words = load()
    for token in tokens:
        used = words.text("cli.key.never")
        if token.used_at:
            used = words.text("cli.key.used", date=f"{token.used_at:%Y-%m-%d}")
        made = f"{token.created_at:%Y-%m-%d}"
        click.echo(words.text("cli.key.line", name=token.name, made=made, used=used))
    if not tokens:
        click.echo(words.text("cli.key.none"))


@api_token.command("revoke", epilog=examples("myolog api-token revoke phone"))
@click.argument("name")
@click.pass_obj
def revoke(session: Session, name: str) -> None:
    """Make a key useless at once."""
    person = session.open()
    from myolog.store.services.access import revoke_api_token

    revoke_api_token(person=person, name=name, by=BY, now=datetime.now(UTC))
    click.echo(load().text("cli.key.revoked", name=name))
