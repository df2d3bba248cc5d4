"""Opening the data folder: whether its tables are current, one process at a time.

`start` costs one small query when the tables are current. A shell names its settings first, in
`DJANGO_SETTINGS_MODULE`.
"""

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from myolog.errors import Refused, Unavailable
from myolog.store.exchange import READY, finish_exchange
from myolog.store.folder import DATABASE_FILE, ERASING, data_folder, prepare_folder
from myolog.store.tables import change_tables, has_steps_to_do, has_tables, whole_or_not_at_all

_started: list[Path] = []


def start(data_dir: Path | None = None) -> Path:
    """Open the data folder, making it and its tables on first use; later calls do nothing.

    Parameters
    ----------
    data_dir
        The folder; None for `MYOLOG_DATA` or the platform's place.

    Returns
    -------
    folder : the data folder in use

    Raises
    ------
    Refused
        The folder is not Myolog's, lies in a checkout of this project, or another one is open.
    Unavailable
        The folder cannot be made or written to, or the database cannot be opened.
    UnsupportedVersion
        A newer Myolog has changed the tables.
    """
    folder = prepare(data_dir)
    if not _started:
        from myolog.store.reserve import on_a_full_disk_too, set_aside

        on_a_full_disk_too(_bring_tables_up_to_date)(folder)
        set_aside(folder)
        _started.append(folder)
        if (folder / ERASING).exists():
            from myolog.store.services.erasing import finish_erasing

            finish_erasing(folder)
    return folder


def is_open() -> bool:
    """Say whether the journal was opened in this process."""
    return bool(_started)


def prepare(data_dir: Path | None = None) -> Path:
    """Make everything ready but the journal itself, which may be damaged; see `start`."""
    if data_dir is not None:
        wanted = Path(data_dir).expanduser().resolve()
        if _started and _started[0] != wanted:
            raise Refused(
                "Another data folder is open already. Use one at a time.", code="other_folder_open"
            )
        os.environ["MYOLOG_DATA"] = str(wanted)
    folder = data_folder()
    if _started:
        return folder
    prepare_folder(folder)
    import django

    django.setup()
    if (folder / READY).exists():
        with alone(folder):
            finish_exchange(folder)
    return folder


def _bring_tables_up_to_date(folder: Path) -> None:
    from django.db import DatabaseError, connection

    from myolog.store.failures import in_words

    try:
        if connection.vendor == "sqlite":
            _refuse_to_begin_anew(folder)
        if _is_behind():
            with alone(folder):
                if _is_behind():
                    _migrate(folder)
    except DatabaseError as broken:
        known = in_words(broken)
        if known is not None and known.code != "damaged":
            raise known from broken
        raise damaged(folder, str(broken).splitlines()[0]) from broken


def damaged(folder: Path, why: str) -> Unavailable:
    """Return the refusal of a damaged journal, with the one command that mends it."""
    return Unavailable(
        f"The journal in {folder} is damaged ({why}). "
        f"Put the newest backup in its place with: {_myolog(folder)} restore --latest",
        code="database_unusable",
    )


def _myolog(folder: Path) -> str:
    from platformdirs import user_data_path

    usual = user_data_path("myolog", appauthor=False).resolve()
    return "myolog" if folder == usual else f"myolog --data {shlex.quote(str(folder))}"


def _refuse_to_begin_anew(folder: Path) -> None:
    """Never lay an empty journal over one that is gone while backups of it are there."""
    from myolog.store.kept_copies import automatic_backups

    file = folder / DATABASE_FILE
    gone = not file.exists() or file.stat().st_size == 0
    if gone and automatic_backups(folder):
        raise damaged(folder, "it is empty" if file.exists() else "it is missing")


def _is_behind() -> bool:
    """Say whether tables are to be changed, or were changed and not sealed since."""
    from django.db import connection

    if has_steps_to_do():
        return True
    return connection.vendor == "sqlite" and not _number_of_the_tables()


def _number_of_the_tables() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA user_version")
        return int(cursor.fetchone()[0])


def _migrate(folder: Path) -> None:
    """Change the tables, with a backup before and seals after; of a kill half-way nothing is left.

    What is damaged is not changed: the new seals would pass it for whole.
    """
    from django.db import connection

    from myolog.store.keeping import backup_before
    from myolog.store.wholeness import faults_in

    lite = connection.vendor == "sqlite"
    if lite and has_tables():
        for fault in faults_in(connection.connection):
            raise damaged(folder, fault)
        backup_before("migration")
    with whole_or_not_at_all():
        change_tables()
        if lite:
            from myolog.store.seals import seal_everything

            seal_everything(connection.connection)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process at a time change the tables."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with (folder / "migrate.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
