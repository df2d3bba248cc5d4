"""What a call knows before its journal is open, or where none is opened: folder and language."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from myolog.content.languages import OFFERED, best_of

if TYPE_CHECKING:
    from pathlib import Path

    from myolog.store.glance import Glance

__all__ = ["computer_language", "folder_of", "known_of", "language_for", "language_of_the_variable"]


def computer_language() -> str:
    """Return the language to speak by the setting of this computer."""
    return best_of(_setting())


def _setting() -> str:
    """Return the language this computer is set to, as a browser would ask for it."""
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    setting = next(filter(None, asked), "")
    return setting.partition(".")[0].partition("@")[0].replace("_", "-")


def language_of_the_variable() -> str | None:
    """Return the language that `MYOLOG_LANGUAGE` names; None where it names none that is spoken."""
    told = os.environ.get("MYOLOG_LANGUAGE", "")
    return told if told in OFFERED else None


def language_for(named: str | None, data_dir: Path | None) -> str:
    """Return the language to speak before a journal is open.

    Parameters
    ----------
    named
        The one that was asked for, which goes first.
    data_dir
        The folder named with ``--data``; the language of its settings goes before the computer's.
    """
    return named or known_of(data_dir).language or computer_language()


def known_of(data_dir: Path | None) -> Glance:
    """Return what the journal in a folder says of itself without being opened."""
    from myolog.store.glance import glance_at

    return glance_at(folder_of(data_dir), now=datetime.now(UTC))


def folder_of(data_dir: Path | None) -> Path:
    """Return the data folder of a call: the one named with ``--data``, or the usual one."""
    from myolog.store import data_folder

    return data_folder() if data_dir is None else data_dir.expanduser().resolve()
