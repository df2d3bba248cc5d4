"""The command that takes back what was noted last."""

from __future__ import annotations

import click

from myolog.cli.terminal import BY, Session, examples, speak_up

__all__ = ["undo"]


@click.command(
    "undo",
    short_help="Take back what you noted last.",
    epilog=examples("myolog undo"),
)
@click.pass_obj
def undo(session: Session) -> None:
    """Take back the last thing you noted, changed or deleted: the journal is as it was before it.

    Once more takes back what came before that.
    """
    from myolog.content.catalogue import load
    from myolog.wording.entries import one_line

    person = session.open()
    from myolog.store.services.undoing import undo_last

    undone = undo_last(person=person, by=BY)
    for key, entries in (("taken_back", undone.gone), ("holds_again", undone.back)):
        for entry in entries:
            told = {"date": entry.day.isoformat(), "entry": one_line(entry)}
            click.echo(load().text(f"cli.log.{key}", **told))
    speak_up(person)
