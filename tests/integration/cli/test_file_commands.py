"""export, import, backup, restore, doctor and api-token: nothing is lost, nothing is half done."""

import csv
import io
import json
import os
import shutil
import sqlite3
import stat
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from myolog.journal.example import forearm_journal
from myolog.journal.file import read_journal, write_journal
from myolog.journal.records import TriageAnswers
from myolog.store import data_folder
from myolog.store.models import AssessmentRow, AuditEvent, EntryRow
from myolog.store.selectors import journal_of, latest_assessment, the_person
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_episode


def kept():
    return journal_of(the_person())


@pytest.fixture
def example(tmp_path):
    file = tmp_path / "demo.jsonl"
    write_journal(forearm_journal(), file)
    return file


def test_a_journal_goes_out_and_comes_back(run, example, tmp_path):
    said = run("import", str(example), "--yes")
    assert said.code == 0, said.err
    assert "Added 674; 0 were there already." in said.out
    assert "Added 0; 674 were there already." in run("import", str(example), "--yes").out
    out = tmp_path / "out.jsonl"
    assert run("export", "-o", str(out)).code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert read_journal(out) == kept()
    again = run("import", str(out), "--yes")
    assert "Added 0; 674 were there already." in again.out


def test_an_import_asks_and_without_a_person_says_so(run, example):
    said = run("import", str(example))
    assert (said.code, "--yes" in said.err) == (2, True)
    assert kept().entries == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 3), (b"\xff\xfe", 3), (b'{"myolog": "journal", "format": 99, "zone": "UTC"}\n', 3)],
)
def test_a_wrong_file_is_refused_in_one_sentence(run, tmp_path, content, code):
    file = tmp_path / "wrong.jsonl"
    file.write_bytes(content)
    said = run("import", str(file), "--yes")
    assert said.code == code
    assert said.err.count("\n") == 1
    assert kept().entries == ()
    assert run("import", str(tmp_path / "missing"), "--yes").code == 3


def test_a_file_cut_short_changes_nothing(run, example):
    whole = example.read_bytes()
    example.write_bytes(whole[: len(whole) // 2])
    assert run("import", str(example), "--yes").code == 3
    assert kept().entries == ()


def test_exports_print_tables_and_daily_values(run, tmp_path):
    run("day", "--set", "caffeine=180", "--set", "sleep=7h")
    run("log", "calf", "left", "--note", "=1+1")

    def exported(form):
        file = tmp_path / form
        assert run("export", "--format", form, "-o", str(file)).code == 0
        return file.read_text(encoding="utf-8-sig")

    daily = json.loads(exported("daily"))
    assert list(daily.values()) == [{"caffeine": 180.0, "sleep_min": 420.0}]
    rows = list(csv.DictReader(io.StringIO(exported("csv"), newline="")))
    assert "'=1+1" in {row["note"] for row in rows}
    assert len(exported("jsonl").splitlines()) == 5
    assert run("export", "--format", "fhir", "-o", "-").code == 2


def test_an_export_into_nowhere_is_one_sentence(run, tmp_path):
    said = run("export", "-o", str(tmp_path / "no" / "such.jsonl"))
    assert (said.code, said.err.count("\n")) == (3, 1)


WRITERS = [
    ("export",),
    ("export", "--format", "csv"),
    ("demo",),
    ("report",),
    ("backup",),
    ("remind", "calendar"),
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("command", WRITERS, ids=" ".join)
def test_every_command_leaves_a_file_that_is_there_alone(run, tmp_path, command):
    if command == ("backup",) and connection.vendor != "sqlite":
        pytest.skip("a PostgreSQL journal is copied with pg_dump")
    theirs = tmp_path / "theirs"
    theirs.write_text("mine")
    said = run(*command, "-o", str(theirs))
    assert (said.code, said.err.count("\n"), theirs.read_text()) == (5, 1, "mine")
    assert "--force" in said.err


def test_an_export_replaces_a_file_when_told_to(run, tmp_path):
    file = tmp_path / "mine.jsonl"
    file.write_text("old")
    assert run("export", "-o", str(file), "--force").code == 0
    assert read_journal(file) == kept()


def live_names(tmp_path):
    """Every way to name the journal itself: as it is, by a link, by a hard link, by its log."""
    journal = data_folder() / "journal.sqlite3"
    (tmp_path / "soft").symlink_to(journal)
    yield from (journal, tmp_path / "soft", f"{journal}-wal", f"{journal}-shm")
    yield from (f"{journal}-journal", data_folder() / "secret-key", data_folder() / ".myolog")
    if journal.exists():
        os.link(journal, tmp_path / "hard")
        yield tmp_path / "hard"


def test_the_journal_itself_is_never_written_over(run, tmp_path):
    names = list(live_names(tmp_path))
    assert len(names) >= 7
    for name in names:
        for force in ((), ("--force",)):
            for command in (("export",), ("demo",), ("backup",)):
                said = run(*command, "-o", str(name), *force)
                assert (said.code, said.err.count("\n")) == (6, 1), (command, name)
    other = tmp_path / "others"
    other.mkdir()
    (other / ".myolog").write_text("x")
    (other / "journal.sqlite3").write_text("another journal")
    assert run("export", "-o", str(other / "journal.sqlite3"), "--force").code == 6
    assert (other / "journal.sqlite3").read_text() == "another journal"


def test_tokens_are_made_listed_and_revoked(run):
    token = run("api-token", "create", "phone").out.strip()
    assert len(token) > 30
    listed = run("api-token", "list").out
    assert "phone" in listed
    assert token not in listed
    assert json.loads(run("api-token", "list", "--json").out)[0]["name"] == "phone"
    assert run("api-token", "create", "phone").code == 5
    assert run("api-token", "revoke", "phone").code == 0
    assert run("api-token", "revoke", "phone").code == 4
    assert "no keys" in run("api-token", "list").out


def test_the_doctor_looks_at_folder_and_database(run):
    said = run("doctor", "--json")
    found = json.loads(said.out)
    assert {"Myolog", "Python", "Packages", "Data folder"} <= set(found["facts"])
    assert said.code == (1 if found["problems"] else 0)


def test_the_doctor_names_a_file_that_others_can_read(run):
    open_file = data_folder() / "note.txt"
    run("doctor")
    open_file.write_text("x")
    os.chmod(open_file, 0o644)
    try:
        said = run("doctor")
        assert said.code == 1
        assert "Others can read" in said.out
    finally:
        open_file.unlink()


def test_the_doctor_passes_over_a_link_that_leads_nowhere(run):
    link = data_folder() / "gone"
    run("doctor")
    link.symlink_to(data_folder() / "nothing")
    try:
        assert "gone" not in run("doctor").out
    finally:
        link.unlink()


def test_the_doctor_names_an_erasing_that_is_not_finished(run):
    run("doctor")
    unfinished = data_folder() / "erase-unfinished.json"
    unfinished.write_text("{}")
    try:
        assert "Erasing is not finished" in run("doctor").out
    finally:
        unfinished.unlink()


def test_an_imported_check_has_its_result(run, example):
    run("import", str(example), "--yes")
    now = datetime.now(UTC)
    answered = kept().of(TriageAnswers)[-1].at
    found = latest_assessment(the_person(), now=now)
    assert found is not None
    assert found.answered_at == answered


@pytest.mark.django_db(transaction=True)
def test_a_restore_leaves_no_result_of_what_it_replaced(run, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a PostgreSQL journal is copied with pg_dump")
    run("log", "calf", "left")
    file = tmp_path / "copy.sqlite3"
    run("backup", "-o", str(file))
    record_answers(person=the_person(), answers={"speech_swallow": "choking"}, by="t")
    assert run("restore", str(file), "--yes").code == 0
    assert latest_assessment(the_person(), now=datetime.now(UTC)) is None
    shutil.rmtree(data_folder() / "backups")


@pytest.mark.django_db(transaction=True)
def test_a_backup_holds_everything_and_is_restored_through_the_model(run, example, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a PostgreSQL journal is copied with pg_dump")
    run("import", str(example), "--yes")
    before = kept()
    file = tmp_path / "copy.sqlite3"
    assert run("backup", "-o", str(file)).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert run("backup", "-o", str(file)).code == 5
    run("log", "thigh", "right")
    run("journal", "--delete", before.entries[0].id)
    assert kept() != before
    said = run("restore", str(file), "--yes")
    assert said.code == 0, said.err
    assert kept() == before
    aside = list((data_folder() / "backups").glob("*-before-restore.sqlite3"))
    assert len(aside) == 1
    shutil.rmtree(data_folder() / "backups")


def test_a_false_backup_changes_nothing(run, tmp_path):
    run("log", "calf", "left")
    before = kept()
    text = tmp_path / "text.sqlite3"
    text.write_text("not a database")
    other = tmp_path / "other.sqlite3"
    with sqlite3.connect(other) as made:
        made.execute("CREATE TABLE store_person (id)")
        made.execute("CREATE VIEW store_entryrow AS SELECT 1 AS id")
    made.close()
    for file in (text, other, tmp_path / "missing"):
        said = run("restore", str(file), "--yes")
        assert said.code == 3
        assert said.err.count("\n") == 1
    assert kept() == before
    assert not list(data_folder().glob("backups/*"))


def told_while_the_clock_was_a_year_ahead(run):
    person, ahead = the_person(), datetime.now(UTC) + timedelta(days=366)
    log_episode(person=person, site="calf", side="left", started_at=ahead, by="t", now=ahead)
    record_answers(person=person, answers={"weakness": "progressive"}, by="t", now=ahead)
    return run("export", "-o", "-").out


def forget_everything():
    for table in (AssessmentRow, AuditEvent, EntryRow):
        table.objects.all().delete()


def test_a_journal_of_a_clock_a_year_ahead_goes_out_and_comes_back(run, tmp_path):
    before = told_while_the_clock_was_a_year_ahead(run)
    file = tmp_path / "mine.jsonl"
    file.write_text(before, encoding="utf-8")
    forget_everything()
    done = run("import", str(file), "--yes")
    assert done.code == 0, done.err
    assert "2 entries: dated in the future, because a clock was wrong" in done.out
    assert run("export", "-o", "-").out == before
    last = run("check", "--last").out
    assert "within 48 hours" in last
    assert "The clock of this computer was ahead" in last


@pytest.mark.django_db(transaction=True)
def test_a_backup_of_a_clock_a_year_ahead_is_restored(run, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a PostgreSQL journal is copied with pg_dump")
    before = told_while_the_clock_was_a_year_ahead(run)
    file = str(tmp_path / "copy.sqlite3")
    run("backup", "-o", file)
    forget_everything()
    done = run("restore", file, "--yes")
    assert done.code == 0, done.err
    assert run("export", "-o", "-").out == before
    assert "within 48 hours" in run("check", "--last").out
    shutil.rmtree(data_folder() / "backups")


@pytest.mark.parametrize(
    "command",
    [
        ("import", "--yes"),
        ("check", "--journal"),
        ("check", "--json", "--answers"),
        ("doctor", "--salvage", "-", "--from"),
        ("restore", "--yes"),
    ],
)
def test_a_pipe_without_a_writer_is_refused_and_not_waited_for(run, tmp_path, command):
    os.mkfifo(tmp_path / "pipe")
    said = run(*command, str(tmp_path / "pipe"))
    assert said.code in (2, 3), said
    assert said.err.count("\n") == 1, said.err
