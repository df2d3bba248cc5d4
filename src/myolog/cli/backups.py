"""Commands that keep the journal safe: backup and restore."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from myolog.cli.asking import agree
from myolog.cli.output import force, output_at
from myolog.cli.terminal import BY, Session, examples, print_json, said_entries, said_kinds
from myolog.content.catalogue import load
from myolog.content.problems import problem_in_words
from myolog.errors import NotFound, UserError

if TYPE_CHECKING:
    from myolog.store.kept_copies import Kept
    from myolog.store.services.backups import Backup

__all__ = ["backup", "restore"]

_FILE = click.Path(path_type=Path)
_REASON = 32
"""Width of the column that says why a backup was made."""


@click.command(
    "backup",
    short_help="Copy the journal into one file, or list the copies.",
    epilog=examples(
        "myolog backup",
        "myolog backup -o /media/stick/myolog.sqlite3",
        "myolog backup --list",
        "myolog backup --place /media/stick",
    ),
)
@click.option(
    "-o",
    "--output",
    type=_FILE,
    metavar="FILE",
    help="Where to, - prints it; a dated file if left out.",
)
@force
@click.option("--list", "listed", is_flag=True, help="Show the backups Myolog made by itself.")
@click.option("--json", "as_json", is_flag=True, help="With --list: print them for programs.")
@click.option(
    "--place",
    type=_FILE,
    metavar="DIR",
    help="Keep automatic backups in this folder; 'usual' for the data folder.",
)
@click.pass_obj
def backup(
    session: Session,
    output: Path | None,
    force: bool,
    listed: bool,
    as_json: bool,
    place: Path | None,
) -> None:
    """Copy the whole journal into one file, also while Myolog is in use.

    Myolog makes a backup by itself on each day on which something changed, and
    before an import or a restore. A copy is as private as the place you put it
    in: it is not encrypted.
    """
    if (listed or place is not None) and output is not None:
        raise UserError(
            "Give either --output, --list or --place.", code="one_of_them", key="one_way_of_backup"
        )
    if place is not None:
        _choose(session, place)
    elif listed:
        _list(session, as_json=as_json)
    else:
        _copy(session, output, force=force)


def _copy(session: Session, output: Path | None, *, force: bool) -> None:
    target = output or Path(f"myolog-backup-{datetime.now().astimezone():%Y-%m-%d}.sqlite3")
    out = output_at(target, session, force=force)
    session.open()
    from myolog.store.folder import temp_folder
    from myolog.store.services.backups import copy_to

    with out.draft(temp_folder()) as file:
        copy_to(file)
        size = file.stat().st_size
    if out.place is not None:
        click.echo(load().text("cli.file.saved", file=target, size=_size(size)))


def _choose(session: Session, place: Path) -> None:
    from myolog.store.opening import prepare

    prepare(session.data_dir)
    from myolog.store.kept_copies import choose_place

    chosen = choose_place(None if str(place) == "usual" else place)
    click.echo(load().text("cli.file.place", folder=chosen))


def _list(session: Session, *, as_json: bool) -> None:
    from myolog.store.opening import prepare

    prepare(session.data_dir)
    from myolog.store.keeping import last_backup
    from myolog.store.kept_copies import automatic_backups, backup_folder

    there, wrong = automatic_backups(), str(last_backup().get("wrong") or "")
    if as_json:
        print_json({"folder": str(backup_folder()), "wrong": wrong, "backups": _plain(there)})
        return
    words = load()
    for kept in there:
        reason = words.text(f"page.backups.reason.{kept.reason}")
        click.echo(
            f"{_minute(kept.made_at)}  {reason:<{_REASON}}  {_size(kept.size_b)}  {kept.file}"
        )
    if not there:
        click.echo(words.text("cli.file.no_backups", folder=backup_folder()))
    if wrong:
        click.echo(words.text("cli.file.not_made", why=wrong), err=True)


def _size(size_b: int) -> str:
    return f"{size_b // 1024} kB"


def _minute(when: datetime) -> str:
    return f"{when.astimezone():%Y-%m-%d %H:%M}"


def _plain(there: tuple[Kept, ...]) -> list[dict[str, object]]:
    return [
        {
            "file": str(kept.file),
            "made_at": kept.made_at,
            "reason": kept.reason,
            "size_b": kept.size_b,
        }
        for kept in there
    ]


@click.command(
    "restore",
    short_help="Put the journal back from a backup.",
    epilog=examples(
        "myolog restore --latest",
        "myolog restore myolog-backup-2026-03-01.sqlite3",
    ),
)
@click.argument("file", type=_FILE, required=False)
@click.option("--latest", is_flag=True, help="Take the newest whole backup Myolog made by itself.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@click.pass_obj
def restore(session: Session, file: Path | None, latest: bool, yes: bool) -> None:
    """Put the journal back as it stood in a backup, also where it is damaged.

    The backup is checked from end to end first. What is here now is kept aside,
    byte for byte where it is damaged.
    """
    if latest == (file is not None):
        raise UserError(
            "Name one backup, or give --latest.", code="one_of_them", key="name_one_backup"
        )
    from myolog.store.opening import prepare

    prepare(session.data_dir)
    for chosen in _newest() if file is None else (file,):
        if _restored(session, chosen, yes=yes, passing=file is None):
            return
    raise NotFound(
        "There is no whole backup that Myolog made by itself. Name another one, or read what can "
        "be read with: myolog doctor --salvage FILE",
        code="no_backup",
        key="no_whole_backup",
    )


def _newest() -> list[Path]:
    from myolog.store.kept_copies import automatic_backups

    return [kept.file for kept in automatic_backups()]


def _restored(session: Session, file: Path, *, yes: bool, passing: bool) -> bool:
    """Restore from a file; False where it is no whole backup and others are to be tried."""
    from myolog.store.services.backups import read_backup
    from myolog.store.services.restoring import restore as put_back

    try:
        with read_backup(file) as found:
            _say_what_is_in_it(found)
            agree(load().text("cli.file.replace"), yes=yes)
            done = put_back(found, by=BY)
    except UserError as unfit:
        if not passing or unfit.code == "not_confirmed":
            raise
        click.echo(problem_in_words(unfit), err=True)
        return False
    words = load()
    click.echo(words.text("cli.file.restored", entries=said_entries(done.n_entries)))
    if done.faults:
        click.echo(words.text("cli.file.damaged", what="; ".join(done.faults)))
    if done.kept is not None:
        click.echo(words.text("cli.file.before", place=done.kept))
    session.open()
    return True


def _say_what_is_in_it(backup: Backup) -> None:
    words = load()
    held = {
        "file": backup.name,
        "entries": said_entries(backup.n_entries),
        "kinds": said_kinds(backup.counts),
    }
    if backup.made_at is None:
        click.echo(words.text("cli.file.holds", **held))
    else:
        click.echo(words.text("cli.file.holds_made", date=_minute(backup.made_at), **held))
    if not backup.proven:
        click.echo(words.text("page.backups.unproven"))
