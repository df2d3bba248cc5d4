"""The command `myolog`: its group, its options, and the one place where errors end.

Decides what a failure looks like: one sentence on standard error and an exit
code, never a traceback. `UserError` carries both.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final, NoReturn

import click

from myolog import __version__
from myolog.cli.backups import backup, restore
from myolog.cli.before_opening import computer_language, language_for, language_of_the_variable
from myolog.cli.check import check
from myolog.cli.day import day, none_today
from myolog.cli.desktop import desktop
from myolog.cli.files import export, import_
from myolog.cli.findings import triggers
from myolog.cli.journal import journal
from myolog.cli.knowledge import demo, learn
from myolog.cli.log import log
from myolog.cli.output import guard_standard_output, stop_printing
from myolog.cli.own import own
from myolog.cli.programme import programme
from myolog.cli.reminders import remind
from myolog.cli.report import report
from myolog.cli.server import api_token, doctor, serve
from myolog.cli.settings import settings
from myolog.cli.spoken_help import SpokenHelp
from myolog.cli.story import story
from myolog.cli.terminal import Session, examples
from myolog.cli.undo import undo
from myolog.cli.visits import visit
from myolog.content.languages import OFFERED, speaking
from myolog.content.problems import problem_in_words
from myolog.errors import UserError

__all__ = ["main", "myolog"]

STOPPED = 130
"""Exit code after Ctrl+C, as shells use it."""

ONE_THREAD: Final = "1"
"""Threads of the linear algebra: its matrices are small, and on a busy computer threads that wait
for one another took thirty times the work itself. Read when numpy is loaded."""

_COMMANDS = (
    log, none_today, undo, day, own, journal, story,
    check, visit, programme, remind, triggers, report, learn, demo,
    import_, export, backup, restore,
    settings, serve, desktop, doctor, api_token,
)  # fmt: skip


click.Context.formatter_class = SpokenHelp


class InOrder(click.Group):
    """A group that lists its commands in the order of a first visit, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the command names in the order in which they were added."""
        return list(self.commands)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help, in the language that was named or that of the settings."""
        named = ctx.params.get("language") or language_of_the_variable()
        with speaking(language_for(named, ctx.params.get("data"))):
            return super().get_help(ctx)


def _speak(ctx: click.Context, _: click.Parameter, language: str | None) -> str | None:
    """Speak the language that was named from here on, so that help is in it, too."""
    if language is not None and isinstance(ctx.obj, ExitStack):
        ctx.obj.enter_context(speaking(language))
    return language


@click.group(
    cls=InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "myolog check                      three minutes of questions",
        "myolog log calf left              note one twitch",
        "myolog day                        look back on today",
        "myolog report -o for-my-doctor.pdf",
        title="First steps",
    )
    + "\n\nEverything stays on this computer. Myolog is not a diagnosis.",
)
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="MYOLOG_DATA",
    metavar="DIR",
    is_eager=True,
    help="Keep the journal in this folder.",
)
@click.option(
    "--language",
    type=click.Choice(OFFERED),
    envvar="MYOLOG_LANGUAGE",
    is_eager=True,
    callback=_speak,
    help="Speak this language; otherwise that of the settings.",
)
@click.version_option(__version__, prog_name="myolog", message="%(prog)s %(version)s")
@click.pass_context
def myolog(ctx: click.Context, data: Path | None, language: str | None) -> None:
    """Muscle twitches: note them, check how soon to see a doctor, take a page along."""
    ctx.obj = Session(data, language, speech=ctx.obj or ExitStack())


for _command in _COMMANDS:
    myolog.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "myolog.web.settings.computer")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", ONE_THREAD)
    guard_standard_output()
    with ExitStack() as speech:
        code = _run(sys.argv[1:] if arguments is None else list(arguments), speech)
        _keep_safe()
    sys.exit(code)


def _keep_safe() -> None:
    """Make the backup of the day, after everything was said; what fails waits for `doctor`."""
    from myolog.store.opening import is_open

    if is_open():
        from myolog.store.keeping import daily_backup

        daily_backup()


def _run(arguments: list[str], speech: ExitStack) -> int:
    speech.enter_context(speaking(language_of_the_variable() or computer_language()))
    try:
        code = myolog.main(arguments, prog_name="myolog", standalone_mode=False, obj=speech)
        sys.stdout.flush()
    except UserError as wrong:
        if wrong.code == "cannot_print":
            stop_printing()
        click.echo(problem_in_words(wrong), err=True)
        return wrong.exit_code
    except click.ClickException as misused:
        misused.show()
        return misused.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped.", err=True)
        return STOPPED
    except BrokenPipeError:
        stop_printing()
        return 1
    except Exception as failure:
        meant = _of_the_computer(failure)
        if meant is None:
            raise
        stop_printing()
        click.echo(meant.message, err=True)
        return meant.exit_code
    return code if isinstance(code, int) else 0


def _of_the_computer(failure: Exception) -> UserError | None:
    """Return what a disk or database that fails means; None for a failure of ours."""
    from myolog.store.failures import in_words

    return in_words(failure)
