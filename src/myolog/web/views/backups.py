"""Backups: which there are, where they are kept, what is in one, and the journal put back from it.

Nothing here reads the journal itself, so that the page opens when the journal is damaged.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from myolog.content.catalogue import load
from myolog.content.grammar import counted
from myolog.content.problems import problem_in_words
from myolog.errors import NotFound, UserError
from myolog.store.folder import temp_folder
from myolog.store.keeping import last_backup
from myolog.store.kept_copies import Kept, automatic_backups, backup_folder, choose_place
from myolog.store.services.backups import Backup, n_told, read_backup
from myolog.store.services.restoring import faults_of_the_journal, restore
from myolog.web import trouble
from myolog.web.backups import day_made
from myolog.web.door import let_back_in
from myolog.web.forms.backups import FolderForm, LookForm, RestoreForm
from myolog.web.middleware.identity import AnyRequest
from myolog.web.notices import notice_for, redirect_saying
from myolog.web.pages import BY

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file that is brought by the browser; a larger one is restored from a terminal."""

_BROUGHT: Final = "brought-"


@require_safe
def backups(request: AnyRequest) -> HttpResponse:
    """Show every backup, where they are, and how to bring another one."""
    return _shown(request)


def _shown(request: AnyRequest, *, problem: str = "", field: str = "") -> HttpResponse:
    reasons = load().labels("page.backups.reason")
    there = automatic_backups()
    damaged = trouble.is_damaged()
    context = {
        "there": [
            (
                kept.file.name,
                day_made(request, kept.made_at),
                reasons.get(kept.reason, kept.reason),
                _held(kept) if damaged else "",
            )
            for kept in there
        ],
        "damaged": damaged,
        "faults": "; ".join(faults_of_the_journal()) if damaged else "",
        "folder": str(backup_folder()),
        "wrong": str(last_backup().get("wrong") or ""),
        "problem": problem,
        "field": field,
        "saved": notice_for(request) is not None,
    }
    return render(request, "backups.html", context, status=400 if problem else 200)


def _held(kept: Kept) -> str:
    """Say how old a backup is, and how many entries it says it holds."""
    words, age = load(), (datetime.now(UTC) - kept.made_at).days
    said = counted("page.damaged.age", age) if age > 0 else words.text("page.damaged.age_today")
    count = n_told(kept.file)
    return said if count is None else f"{said}. {words.text('page.backups.holds', count=count)}"


@require_POST
def place(request: AnyRequest) -> HttpResponse:
    """Keep backups in another folder; an empty one is the usual one."""
    typed = FolderForm.of(request).cleaned_data["place"]
    try:
        choose_place(Path(typed) if typed else None)
    except UserError as refused:
        return _shown(request, problem=problem_in_words(refused), field="place")
    return redirect_saying(request, "changed", "backups")


@require_POST
def look(request: AnyRequest) -> HttpResponse:
    """Check a backup from end to end and show what is in it; nothing changes yet."""
    told = LookForm.of(request).cleaned_data
    try:
        name = _brought(told["file"]) or told["name"]
        with _backup(name) as found:
            return render(request, "backup_look.html", _in_words(request, found, name))
    except UserError as unfit:
        return _shown(request, problem=problem_in_words(unfit), field="file")


def _brought(file: "UploadedFile[bytes] | None") -> str:
    """Keep a file that was brought, for as long as the person looks at it; return its name."""
    if file is None:
        return ""
    for older in temp_folder().glob(f"{_BROUGHT}*"):
        with suppress(OSError):
            older.unlink()
    kept = temp_folder() / f"{_BROUGHT}{secrets.token_hex(8)}"
    with kept.open("xb") as copy:
        for part in file.chunks():
            copy.write(part)
    return kept.name


@contextmanager
def _backup(name: str) -> Iterator[Backup]:
    """Give the backup of a name that this page has told; no other file is opened."""
    known = {kept.file.name: kept.file for kept in automatic_backups()}
    known |= {kept.name: kept for kept in temp_folder().glob(f"{_BROUGHT}*")}
    if name not in known:
        raise NotFound(
            "There is no such backup any more. Choose one from the list.", key="no_such_backup"
        )
    shown = load().text("page.backups.brought") if name.startswith(_BROUGHT) else name
    with read_backup(known[name], name=shown) as found:
        yield found


def _in_words(request: AnyRequest, found: Backup, name: str) -> dict[str, object]:
    kinds = load().labels("page.backups.kind")
    return {
        "name": name,
        "made_at": day_made(request, found.made_at),
        "n_entries": found.n_entries,
        "counts": [(kinds[kind], count) for kind, count in found.counts.items()],
        "proven": found.proven,
    }


@require_POST
def put_back(request: AnyRequest) -> HttpResponse:
    """Put the journal back from the backup that was looked at."""
    name, now = RestoreForm.of(request).cleaned_data["name"], datetime.now(UTC)
    try:
        with _backup(name) as found:
            done = restore(found, by=BY, now=now)
    except UserError as unfit:
        return _shown(request, problem=problem_in_words(unfit), field="file")
    for brought in temp_folder().glob(f"{_BROUGHT}*"):
        brought.unlink(missing_ok=True)
    response = render(
        request, "backup_done.html", {"n_entries": done.n_entries, "kept": str(done.kept or "")}
    )
    if done.faults:
        trouble.end()
        let_back_in(response, request)
    return response
