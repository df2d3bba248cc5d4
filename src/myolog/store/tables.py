"""The tables of the journal: whether they are those of this Myolog, made anew or changed.

Nothing here is asked of Django before it is set up; `opening` decides when, and what is kept first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from myolog.errors import UnsupportedVersion


def change_tables(level: str = "") -> None:
    """Make the tables, or change them, as they are today or were at the level of an older Myolog.

    New ones are made at once; those of an older Myolog go step by step, as they do to its level:
    beside the one step that replaces others Django finds no way to one of them.
    """
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if level:
        executor.loader.replace_migrations = False  # type: ignore[attr-defined]
        executor.loader.build_graph()
    graph = executor.loader.graph
    executor.migrate([("store", level)] if level else graph.leaf_nodes("store"))


@contextmanager
def whole_or_not_at_all() -> Iterator[None]:
    """Keep new tables and the list of their steps in one transaction, and on SQLite any change.

    Django writes down each step of a replacement for itself, after the tables: a kill between would
    leave tables that no next start can go on from. PostgreSQL refuses to change a table in the
    transaction that has changed its rows.
    """
    from django.db import connection, transaction

    lite = connection.vendor == "sqlite"
    if not lite and has_tables():
        yield
        return
    if lite:  # which SQLite does not let be done inside
        connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            yield
    finally:
        if lite:
            connection.enable_constraint_checking()


def has_tables() -> bool:
    """Say whether the database has tables of Myolog, of whatever level."""
    from django.db import connection

    return "django_migrations" in connection.introspection.table_names()


def known_migrations() -> frozenset[str]:
    """Return the names of the changes of the tables that this Myolog knows."""
    return frozenset(file.stem for file in Path(__file__).with_name("migrations").glob("0*.py"))


def has_steps_to_do() -> bool:
    """Compare the migration files with the list of applied ones, without loading them.

    A step that replaces others does nothing where they are done.
    """
    from django.db import connection

    if not has_tables():
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        applied = {row[0] for row in cursor.fetchall()}
    if applied - known_migrations():
        raise UnsupportedVersion(
            "A newer Myolog has used this data folder. Update Myolog, then open it again."
        )
    return any("_squashed_" not in name for name in known_migrations() - applied)
