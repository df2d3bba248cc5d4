"""A file and the result of its answers come in together, and answers without one get theirs."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from myolog.cli.main import main
from myolog.journal.file import write_journal
from myolog.journal.model import Journal
from myolog.store.assessments import restored
from myolog.store.models import AssessmentRow, EntryRow
from myolog.store.selectors import Person, journal_of
from myolog.store.services import access
from myolog.store.services.care import current_result
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import log_entry
from myolog.triage.urgency import Urgency
from myolog.web.door import COOKIE
from tests import factories as make
from tests import forking, tables

pytestmark = pytest.mark.store

KILLED = """
import os, signal, sys
from myolog.store.database import use_current_sqlite
import django.db.models.query
from django.db import transaction

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

point = sys.argv.pop(1)
import myolog.store.opening as opening
start = opening.start
def started(*given):
    folder = start(*given)
    import myolog.store.services.care as care
    import myolog.store.services.imports as imports
    if point == "before any entry":
        imports._add = die
    elif point == "between entries and result":
        imports.reassess = die
    elif point == "at the result":
        care._keep = die
    elif point == "after the result":
        kept = care._keep
        care._keep = lambda *given, **more: (kept(*given, **more), die())
    return folder
opening.start = started
import myolog.store
myolog.store.start = started
from myolog.cli.main import main
main()
"""


def told(now: datetime) -> Journal:
    """Return a journal that holds a check with a warning sign."""
    given = make.answers({"weakness": "progressive"}, at=now, zone="Asia/Kolkata")
    return Journal((given, make.episode(started_at=now - timedelta(hours=1))), "Asia/Kolkata")


def call(data: Path, *arguments: str, point: str = "nowhere") -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "MYOLOG_DATABASE_URL"}
    command = [
        sys.executable,
        "-c",
        KILLED,
        point,
        "--data",
        str(tables.laid_out(data)),
        *arguments,
    ]
    return forking.run(command, capture_output=True, text=True, env=environment, check=False)


def test_a_killed_import_leaves_nothing_or_all(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "told.jsonl"
    write_journal(told(datetime.now(UTC)), file)
    points = ("before any entry", "between entries and result", "at the result", "after the result")
    for point in points:
        killed = call(data, "import", str(file), "--yes", point=point)
        assert killed.returncode == -signal.SIGKILL, (point, killed.stderr)
        assert '"end": 0' in call(data, "export", "-o", "-").stdout, point
    assert call(data, "import", str(file), "--yes").returncode == 0
    assert '"end": 2' in call(data, "export", "-o", "-").stdout
    found = json.loads(call(data, "check", "--last", "--json").stdout)
    assert found["urgency"] == "URGENT"


@pytest.fixture
def without_result(person: Person) -> Person:
    """Give a person whose answers lost their result, as an older Myolog left them when killed."""
    import_journal(person=person, journal=told(datetime.now(UTC)), by="t")
    AssessmentRow.objects.all().delete()
    return person


def test_answers_without_a_result_get_one_at_the_next_look(
    without_result: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    now = datetime.now(UTC)
    browser = Client(headers={"host": "localhost"})
    browser.get(f"/open/{access.new_launch_token(person=without_result, now=now)}/")
    assert COOKIE in browser.cookies
    token = access.create_api_token(person=without_result, name="t", by="t", now=now)
    shells = {
        "page": lambda: browser.get("/result/").content.decode(),
        "today": lambda: browser.get("/").content.decode(),
        "api": lambda: browser.get(
            "/api/v1/assessment", headers={"authorization": f"Bearer {token}"}
        ).content.decode(),
        "terminal": lambda: printed(capsys),
    }
    for name, shown in shells.items():
        AssessmentRow.objects.all().delete()
        assert "URGENT" in shown(), name


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main(("check", "--last", "--json"))
    return capsys.readouterr().out


def test_what_an_older_import_added_beside_a_result_counts_from_its_own_day(
    person: Person, now: datetime
) -> None:
    import_journal(person=person, journal=told(now - timedelta(days=20)), by="t", now=now)
    first = current_result(person=person, by="t", now=now)
    assert first is not None
    assert (first.expired, first.pressing) == (True, True)
    again = make.answers({"mood": "none"}, at=now - timedelta(days=1), zone="Asia/Kolkata")
    import_journal(person=person, journal=Journal((again,)), by="t", now=now)
    told_then, aged, second = AssessmentRow.objects.order_by("stored_nth")
    assert (told_then.day, aged.day) == ((now - timedelta(days=20)).date(), now.date())
    assert (second.day, second.answered_at) == (now.date(), again.at)
    AssessmentRow.objects.order_by("-stored_nth").first().delete()
    held = current_result(person=person, by="t", now=now)
    assert held is not None
    assert (held.answered_at, held.expired) == (now - timedelta(days=1), False)
    assert held.assessment.urgency is not None
    assert held.assessment.urgency.name == "URGENT"


def test_a_check_of_a_file_is_judged_as_of_its_own_day(person: Person, now: datetime) -> None:
    then = now - timedelta(days=90)
    entries = [
        make.episode(started_at=then - timedelta(days=nth), zone="Asia/Kolkata")
        for nth in range(30)
    ]
    answers = make.answers({"weakness": "none"}, at=then, zone="Asia/Kolkata")
    import_journal(person=person, journal=Journal((*entries, answers)), by="t", now=now)
    first = AssessmentRow.objects.order_by("stored_nth").first()
    assert first is not None
    assert (first.day, first.answered_at) == (answers.day, then)
    assert restored(first.payload).urgency is Urgency.ROUTINE, "30 days without a break that day"
    assert restored(first.payload).inputs["run_days"] >= 30
    held = current_result(person=person, by="t", now=now)
    assert held is not None
    assert (held.answered_at, held.assessment.urgency) == (then, Urgency.ROUTINE)


def test_an_older_check_from_a_file_does_not_replace_the_newer_result(
    person: Person, now: datetime
) -> None:
    import_journal(person=person, journal=told(now), by="t", now=now)
    old = make.answers({"weakness": "none"}, at=now - timedelta(days=9), zone="Asia/Kolkata")
    import_journal(person=person, journal=Journal((old,)), by="t", now=now)
    held = current_result(person=person, by="t", now=now)
    assert held is not None
    assert (held.answered_at, held.assessment.inputs["weakness"]) == (now, "progressive")


def test_an_unfinished_check_waits_a_day_before_it_gets_a_result(
    person: Person, now: datetime
) -> None:
    draft = make.answers({"weakness": "progressive"}, at=now, zone="Asia/Kolkata")
    log_entry(person=person, entry=draft, by="browser", now=now)
    assert current_result(person=person, by="t", now=now + timedelta(hours=23)) is None
    held = current_result(person=person, by="t", now=now + timedelta(hours=25))
    assert held is not None
    assert (held.answered_at, held.pressing) == (now, True)
    assert [row.kind for row in EntryRow.objects.all()] == ["answers"]
    assert len(journal_of(person).entries) == 1
