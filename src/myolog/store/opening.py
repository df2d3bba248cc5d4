"""Opening the data folder: whether its tables are current, one process at a time.

`start` costs one small query when the tables are current.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from myolog.errors import Refused, Unavailable, UnsupportedVersion
from myolog.store.folder import ERASING, data_folder, prepare_folder

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
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "myolog.web.settings")

    import django

    django.setup()
    from myolog.store.reserve import on_a_full_disk_too, set_aside

    on_a_full_disk_too(_bring_tables_up_to_date)(folder)
    set_aside(folder)
    _started.append(folder)
    if (folder / ERASING).exists():
        from myolog.store.services.erasing import finish_erasing

        finish_erasing(folder)
    return folder


def _bring_tables_up_to_date(folder: Path) -> None:
    from django.db import DatabaseError

    from myolog.store.failures import in_words

    try:
        if _unapplied():
            with _alone(folder):
                if _unapplied():
                    from django.core.management import call_command

                    call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as broken:
        raise in_words(broken) or Unavailable(
            f"The journal in {folder} cannot be opened ({str(broken).splitlines()[0]}). "
            "Restore a backup, or choose another folder with --data.",
            code="database_unusable",
        ) from broken


def _unapplied() -> bool:
    """Compare the migration files with the list of applied ones, without loading them."""
    from django.db import connection

    files = Path(__file__).with_name("migrations").glob("0*.py")
    known = {file.stem for file in files}
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return True
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        applied = {row[0] for row in cursor.fetchall()}
    if applied - known:
        raise UnsupportedVersion(
            "A newer Myolog has used this data folder. Update Myolog, then open it again."
        )
    return bool(known - applied)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time change the tables."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with (folder / "migrate.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
