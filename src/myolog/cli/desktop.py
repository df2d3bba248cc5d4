"""The command that puts an icon of Myolog into the menu of the computer."""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from myolog.cli.terminal import Session, examples
from myolog.content.catalogue import load
from myolog.content.languages import spoken_language
from myolog.content.problems import problem_in_words
from myolog.errors import Unavailable, UserError

if TYPE_CHECKING:
    from myolog.cli.menu.starter import Menu

__all__ = ["desktop", "show"]


@click.command(
    "desktop",
    short_help="Put an icon into the menu.",
    epilog=examples("myolog desktop", "myolog desktop --remove"),
)
@click.option("--remove", is_flag=True, help="Take the icon away again.")
@click.pass_obj
def desktop(session: Session, remove: bool) -> None:
    """Put an icon of Myolog into the menu of this computer.

    It opens Myolog in the browser, without a terminal window. To stop Myolog
    use the button in Settings. The icon keeps to the folder given by --data,
    and a journal in another folder has an icon of its own.
    """
    menu, words = _menu(session), load()
    try:
        if remove:
            for file in menu.kept:
                file.unlink(missing_ok=True)
            _without_empty(menu.icon)
        else:
            _put(menu, session)
    except OSError as refused:
        raise Unavailable(
            "The icon cannot be written ({why}). Start Myolog with “myolog serve” instead.",
            why=refused.strerror or "",
            code="no_icon",
            key="icon_unwritten",
        ) from refused
    if remove:
        click.echo(words.text("cli.desktop.removed"))
    else:
        click.echo(words.text("cli.desktop.put", file=menu.icon))


def _menu(session: Session) -> Menu:
    from myolog.cli.menu import linux, macos, windows
    from myolog.cli.menu.starter import Label

    label = Label() if session.data_dir is None else Label.of(session.folder)
    kinds = {"Darwin": macos.menu, "Windows": windows.menu}
    return kinds.get(platform.system(), linux.menu)(label)


def _put(menu: Menu, session: Session) -> None:
    from myolog.cli.menu.starter import Starter

    where = [] if session.data_dir is None else ["--data", str(session.folder)]
    starter = Starter(
        program=Path(sys.executable),
        arguments=("-m", "myolog", *where, "serve", "--from-icon"),
        about=load().text("cli.desktop.about"),
    )
    menu.put(starter)


def _without_empty(folder: Path) -> None:
    """Take away a folder of the icon's, with the folders in it, where nothing else lies there."""
    if folder.is_dir():
        for one in sorted(folder.rglob("*"), reverse=True):
            one.rmdir()
        folder.rmdir()


def show(failure: Exception) -> None:
    """Say in the browser why Myolog does not start, because an icon has no terminal."""
    import html
    import webbrowser
    from tempfile import mkdtemp

    from myolog.store.failures import in_words

    known = failure if isinstance(failure, UserError) else in_words(failure)
    words = load()
    said = words.text("cli.desktop.failed") if known is None else problem_in_words(known)
    name = words.text("app.name")
    page = Path(mkdtemp(prefix="myolog-")) / "myolog.html"
    page.write_text(
        f'<!DOCTYPE html><html lang="{spoken_language()}"><meta charset="utf-8">'
        f"<title>{name}</title><h1>{name}</h1><p>{html.escape(said)}</p></html>",
        encoding="utf-8",
    )
    webbrowser.open(page.as_uri())
