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
    whole = _ask("PRAGMA quick_check(1)")
    facts = {
        "SQLite": f"{sqlite3.sqlite_version} ({_whose()})",
        "SQLite journal mode": mode,
        "SQLite synchronous": SYNCHRONOUS.get(synchronous, str(synchronous)),
        "Database": "whole" if whole == "ok" else whole,
    }
    problems = []
    if not has_safe_log() and mode == "wal":
        problems.append(
            f"SQLite {sqlite3.sqlite_version} can damage a journal that two programs write at "
            f"once; stop every other Myolog, or install {WHEEL}."
        )
    if synchronous < 2:
        problems.append("SQLite does not wait for the disk; update Myolog.")
    if whole != "ok":
        problems.append("The journal's file is damaged; restore a backup with myolog restore.")
    return DatabaseHealth(facts=facts, problems=tuple(problems))


def _whose() -> str:
    """Say whose SQLite is in use, and what follows where it is an old one."""
    if sqlite3.__name__ != "sqlite3":
        return f"of the package {sqlite3.__name__}"
    if has_safe_log():
        return "Python's own"
    return f"Python's own, too old for a write-ahead log: slower without it; install {WHEEL}"


def _ask(question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
    return str(row[0]) if row else ""
