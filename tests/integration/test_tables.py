"""The tables: made at once they are the same as made step by step, and no step is a dead end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from myolog.store import opening
from myolog.store.tables import change_tables, has_steps_to_do, known_migrations

pytestmark = [pytest.mark.store, pytest.mark.django_db]

AT_ONCE = "0001_squashed_0018_moments_alone"
STEPS = sorted(known_migrations() - {AT_ONCE})
SOMEBODY = "0191aaaabbbb7cccdddd000000000001"


@contextmanager
def nothing_yet(folder: Path, name: str) -> Iterator[None]:
    """Let this thread work on a database of its own: a file, or a schema of PostgreSQL."""
    usual = connections[DEFAULT_DB_ALIAS]
    if usual.vendor == "sqlite":
        other = type(usual)({**usual.settings_dict, "NAME": str(folder / name)}, DEFAULT_DB_ALIAS)
        connections[DEFAULT_DB_ALIAS] = other
        try:
            yield
        finally:
            other.close()
            connections[DEFAULT_DB_ALIAS] = usual
        return
    with usual.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {name}")
        cursor.execute(f"SET search_path TO {name}")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET search_path TO DEFAULT")
        cursor.execute(f"DROP SCHEMA {name} CASCADE")


def asked(question: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


OF_POSTGRES = (
    "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable,"
    " column_default FROM information_schema.columns WHERE table_schema = current_schema()",
    "SELECT tablename, indexname, replace(indexdef, current_schema() || '.', '')"
    " FROM pg_indexes WHERE schemaname = current_schema()",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = current_schema()::regnamespace",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger"
    " JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace",
)


def definitions() -> set[tuple[object, ...]]:
    """Return every column, index, constraint, trigger and view of the database."""
    if connection.vendor == "postgresql":
        return {one for question in OF_POSTGRES for one in asked(question)}
    told: set[tuple[object, ...]] = set()
    for kind, name, sql in asked("SELECT type, name, sql FROM sqlite_schema"):
        parts = parts_of(str(sql)) if kind == "table" else [str(sql)]
        told |= {(kind, name, part) for part in parts}
    return told


def parts_of(sql: str) -> list[str]:
    """Return the columns and constraints of a CREATE TABLE, whose order means nothing."""
    parts, depth = [""], 0
    for letter in sql[sql.index("(") + 1 : sql.rindex(")")]:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def still_to_do() -> list[str]:
    """Return what the next start would run."""
    executor = MigrationExecutor(connection)
    return [
        one.name for one, _ in executor.migration_plan(executor.loader.graph.leaf_nodes("store"))
    ]


def test_tables_made_at_once_are_those_of_all_steps_and_no_step_is_a_dead_end(
    tmp_path: Path,
) -> None:
    with nothing_yet(tmp_path, "at_once"):
        assert still_to_do()[0] == AT_ONCE
        change_tables()
        made = definitions()
        assert has_steps_to_do() is False
    names = {str(one[1]) for one in made}
    assert {"entry_slot_once", "entry_revises", "key_api_name_once", "audit_person_at"} <= names
    assert "store_entryrow_person_id_0a561675" not in names

    with nothing_yet(tmp_path, "in_steps"):
        for nth, step in enumerate(STEPS):
            change_tables(step)
            if nth == 0:
                asked_once = "INSERT INTO store_person (id, zone, country, created_at)"
                with connection.cursor() as cursor:
                    cursor.execute(
                        f"{asked_once} VALUES ('{SOMEBODY}', 'Europe/Vienna', 'AT', '2026-01-01')"
                    )
            assert still_to_do() == STEPS[nth + 1 :]
        assert definitions() == made
        rows = asked("SELECT zone, zone_from, country_from, seal FROM store_person")
        assert rows == [("Europe/Vienna", "person", "computer", "")]
        assert has_steps_to_do() is False
        with connection.cursor() as cursor:  # as Myolog kept it before the steps were put together
            cursor.execute(f"DELETE FROM django_migrations WHERE name = '{AT_ONCE}'")
        assert has_steps_to_do() is False


def test_an_older_level_can_be_made_where_nothing_was(tmp_path: Path) -> None:
    with nothing_yet(tmp_path, "older"):
        change_tables("0002_checked_results")
        assert {str(one[0]) for one in asked("SELECT name FROM django_migrations")} == {
            "0001_journal",
            "0002_checked_results",
        }
        assert has_steps_to_do() is True


def test_a_first_start_that_is_cut_short_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    usual = MigrationRecorder.record_applied

    def cut_short(self: MigrationRecorder, app: str, name: str) -> None:
        if len(written) == 5:
            raise KeyboardInterrupt
        written.append(name)
        usual(self, app, name)

    with nothing_yet(tmp_path, "cut_short"):
        with monkeypatch.context() as patch:
            patch.setattr(MigrationRecorder, "record_applied", cut_short)
            with pytest.raises(KeyboardInterrupt):
                opening._migrate(tmp_path)
        assert written == STEPS[:5]
        assert definitions() == set()
        opening._migrate(tmp_path)
        assert opening._is_behind() is False
