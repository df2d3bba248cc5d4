"""triggers: findings in words, every number on demand, one sentence where something is wrong."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from myolog.content.findings import finding_words
from myolog.journal.file import write_journal
from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.store.selectors import the_person
from myolog.store.services.imports import import_journal
from myolog.triggers.discover import find_triggers
from myolog.triggers.windows import settled_day

pytestmark = pytest.mark.store

SIMULATED = simulate(seed=3, days=120, trigger="caffeine", rate_ratio=1.8)
LAST = SIMULATED.truth.days[-1]


@pytest.fixture
def file(tmp_path):
    kept = tmp_path / "journal.jsonl"
    write_journal(SIMULATED.journal, kept)
    return str(kept)


def test_a_file_is_searched_without_a_database(run, file):
    said = run("triggers", "--journal", file)
    assert said.code == 0, said.err
    found = find_triggers(SIMULATED.journal, today=LAST)
    words = finding_words(found.finding("caffeine"), found)
    whole = " ".join(said.out.split())
    assert words.sentence in whole
    assert "Cannot tell yet" in whole
    assert "does not prove" in whole
    assert "Time of day" in whole
    assert "each Sunday" not in whole


def test_json_is_the_library_result_with_patterns(run, file):
    result = json.loads(run("triggers", "--journal", file, "--json").out)
    report = find_triggers(SIMULATED.journal, today=LAST)
    assert {name: result[name] for name in report.as_dict()} == json.loads(
        json.dumps(report.as_dict())
    )
    assert set(result["patterns"]) == {"hours", "places", "lengths"}


def test_a_date_leaves_out_what_came_later(run, file):
    day = SIMULATED.truth.days[59]
    result = json.loads(run("triggers", "--journal", file, "--date", day.isoformat(), "--json").out)
    assert result["digest"] == find_triggers(SIMULATED.journal, today=day).digest


def test_the_stored_journal_is_looked_at_up_to_last_saturday(run):
    moved = SIMULATED.journal
    import_journal(person=the_person(), journal=moved, by="test")
    said = run("triggers")
    assert "Looked at again each Sunday." in said.out
    result = json.loads(run("triggers", "--json").out)
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    assert result["digest"] == find_triggers(moved, today=settled_day(today)).digest
    on = run("triggers", "--date", (LAST - timedelta(days=3)).isoformat())
    assert "each Sunday" not in on.out


def test_every_number_behind_a_finding_is_printed(run, file):
    said = run("triggers", "--journal", file, "--explain", "coffee")
    report = find_triggers(SIMULATED.journal, today=LAST)
    found = report.finding("caffeine")
    for number in (
        f"{found.rate_ratio:.4f}",
        f"{found.low90:.4f} to {found.high90:.4f}",
        f"{found.days_used} of {report.days_logged} looked back on",
        f"{found.contrast.twitches_more:g} twitches on {found.contrast.days_more} days",
        report.digest,
    ):
        assert number in said.out.replace("\n" + " " * 18, "")
    rows = [line.split() for line in said.out.splitlines() if line.startswith("2026-")]
    assert len(rows) == report.days
    counted = sum(row[1] != "-" for row in rows)
    assert counted == report.days_logged


def test_what_cannot_be_told_is_explained_too(run, file, tmp_path):
    said = run("triggers", "--journal", file, "--explain", "stress")
    assert "cannot_tell (needs_more_days)" in said.out
    assert "days needed" in said.out
    few = tmp_path / "few.jsonl"
    write_journal(SIMULATED.journal.until(SIMULATED.truth.days[8]), few)
    said = run("triggers", "--journal", str(few), "--explain", "stress")
    assert "cannot_tell (too_few_days)" in said.out
    assert "rate ratio" not in said.out


def test_inseparable_habits_are_named(run, tmp_path):
    from myolog.journal.entries import DayExposure, DayTally

    entries = []
    for number in range(40):
        day = LAST - timedelta(days=number)
        entries += [
            DayTally(day=day, site="calf", count=number % 4 + 1),
            DayExposure(day=day, code="caffeine", value=90.0 * (number % 5)),
            DayExposure(day=day, code="caffeine_late", value=45.0 * (number % 5)),
        ]
    kept = tmp_path / "pair.jsonl"
    write_journal(Journal(tuple(entries), "UTC"), kept)
    said = run("triggers", "--journal", str(kept), "--explain", "caffeine")
    assert "inseparable       caffeine_late" in said.out
    assert "A fair test can tell the two apart." in " ".join(
        run("triggers", "--journal", str(kept)).out.split()
    )


def test_an_explanation_for_programs(run, file):
    told = json.loads(run("triggers", "--journal", file, "--explain", "caffeine", "--json").out)
    assert told["finding"]["exposure"] == "caffeine"
    assert {"day", "twitches", "value", "minutes_looked"} == set(told["days"][0])


def test_an_empty_journal_is_too_early_to_say(run):
    said = run("triggers")
    assert said.code == 0
    assert "Too early to say" in said.out
    assert json.loads(run("triggers", "--json").out)["findings"] == []


def test_a_short_journal_says_when_first_findings_may_come(run, tmp_path):
    kept = tmp_path / "short.jsonl"
    write_journal(SIMULATED.journal.until(SIMULATED.truth.days[11]), kept)
    said = run("triggers", "--journal", str(kept), "--date", SIMULATED.truth.days[11].isoformat())
    assert "The first findings may come around Sunday" in " ".join(said.out.split())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--explain", "moonlight"), 2, "not on Myolog's list"),
        (("--explain", "nicotine"), 4, "No day up to"),
        (("--date", "someday"), 2, "someday"),
        (("--journal", "nowhere.jsonl"), 3, "nowhere.jsonl"),
    ],
)
def test_what_is_wrong_is_one_sentence(run, arguments, code, words):
    said = run("triggers", *arguments)
    assert said.code == code
    assert words in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
