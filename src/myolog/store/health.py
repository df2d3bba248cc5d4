"""Whether the database is one that keeps a journal whole.

Decides which settings are a problem: a SQLite with the write-ahead-log race, a
commit that a power cut can undo, a damaged file.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import connection

from myolog.store.database import WHEEL, has_safe_log
from myolog.store.folder import data_folder
from myolog.store.keeping import last_backup
from myolog.store.kept_copies import automatic_backups, backup_folder
from myolog.store.opening import damaged
from myolog.store.services.restoring import faults_of_the_journal

SYNCHRONOUS: Final = {0: "off", 1: "normal", 2: "full", 3: "extra"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseHealth:
    """What the database says about itself.

    Attributes
    ----------
    facts : name to value, as shown
    problems : one sentence each
    """

    facts: Mapping[str, str]
    problems: tuple[str, ...]


def database_health() -> DatabaseHealth:
    """Ask the open database for its version and settings."""
    if connection.vendor != "sqlite":
        return DatabaseHealth(facts={"Database": _ask("SELECT version()")}, problems=())
    mode, synchronous = _ask("PRAGMA journal_mode"), int(_ask("PRAGMA synchronous"))
    faults = faults_of_the_journal()
    facts = {
        "SQLite": f"{sqlite3.sqlite_version} ({_whose()})",
        "SQLite journal mode": mode,
        "SQLite synchronous": SYNCHRONOUS.get(synchronous, str(synchronous)),
        "Database": "; ".join(faults) or "whole",
        "Backups": _backups(),
    }
    problems = []
    if not has_safe_log() and mode == "wal":
        problems.append(
            f"SQLite {sqlite3.sqlite_version} can damage a journal that two programs write at "
            f"once; stop every other Myolog, or install {WHEEL}."
        )
    if synchronous < 2:
        problems.append("SQLite does not wait for the disk; update Myolog.")
    if faults:
        problems.append(damaged(data_folder(), "; ".join(faults)).message)
    wrong = last_backup().get("wrong")
    if wrong and not faults:
        problems.append(f"The last backup could not be made: {wrong}")
    return DatabaseHealth(facts=facts, problems=tuple(problems))


def _whose() -> str:
    """Say whose SQLite is in use, and what follows where it is an old one."""
    if sqlite3.__name__ != "sqlite3":
        return f"of the package {sqlite3.__name__}"
    if has_safe_log():
        return "Python's own"
    return f"Python's own, too old for a write-ahead log: slower without it; install {WHEEL}"


def _backups() -> str:
    there = automatic_backups()
    newest = f", newest of {there[0].made_at.astimezone():%Y-%m-%d %H:%M}" if there else ""
    return f"{len(there)} in {backup_folder()}{newest}"


def _ask(question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
    return str(row[0]) if row else ""
