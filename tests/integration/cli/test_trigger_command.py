"""triggers: findings in words, every number on demand, one sentence where something is wrong."""

import json
import os
import pty
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from myolog.journal.file import write_journal
from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.store.selectors import the_person
from myolog.store.services.imports import import_journal
from myolog.triggers.discover import find_triggers
from myolog.triggers.windows import settled_day
from myolog.vocabulary.exposures import EXPOSURES
from myolog.wording.findings import finding_words
from tests import forking
from tests.factories import tally

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


def changed_lines(file, change):
    """Write a journal file anew with its lines changed."""
    path = Path(file)
    path.write_text("\n".join(change(path.read_text().splitlines())) + "\n")


def with_count(lines, count):
    """Give the first tally another count."""
    index = next(number for number, line in enumerate(lines) if '"tally"' in line)
    row = json.loads(lines[index]) | {"count": count}
    return [*lines[:index], json.dumps(row), *lines[index + 1 :]]


def shuffled(lines):
    """Mix all lines between the first and the last."""
    first, *between, last = lines
    return [first, *between[::-1], last]


def test_entries_in_any_order_give_the_same_findings(run, file):
    before = run("triggers", "--journal", file, "--json").out
    changed_lines(file, shuffled)
    assert run("triggers", "--journal", file, "--json").out == before


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: with_count(lines, -3),
        lambda lines: with_count(lines, 1_000_000),
        lambda lines: with_count(lines, "many"),
        lambda lines: [*lines[:5], lines[4], *lines[5:]],
        lambda lines: lines[:-3],
    ],
    ids=["negative", "a million", "a word", "twice", "cut short"],
)
def test_a_journal_that_cannot_be_true_is_one_sentence(run, file, change):
    changed_lines(file, change)
    said = run("triggers", "--journal", file)
    assert said.code in (2, 3)
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_the_highest_count_on_one_day_makes_no_finding(run, file):
    before = json.loads(run("triggers", "--journal", file, "--json").out)
    changed_lines(file, lambda lines: with_count(lines, 100_000))
    said = run("triggers", "--journal", file, "--json")
    assert said.code == 0
    told = json.loads(said.out)
    assert "unlikely_counts" in told["notes"]
    assert [(one["exposure"], one["verdict"]) for one in told["findings"]] == [
        (one["exposure"], one["verdict"]) for one in before["findings"]
    ]


def test_everything_noted_every_day_is_searched(run, tmp_path):
    everything = simulate(seed=1, days=60, exposures=tuple(EXPOSURES))
    kept = tmp_path / "all.jsonl"
    write_journal(everything.journal, kept)
    told = json.loads(run("triggers", "--journal", str(kept), "--json").out)
    codes = {one["exposure"] for one in told["findings"]}
    assert codes == set(EXPOSURES) - {"checking_min", "cycle_day"}


def test_ten_years_are_searched(run, tmp_path):
    kept = tmp_path / "long.jsonl"
    write_journal(
        simulate(seed=2, days=3650, trigger="caffeine", start=date(2010, 1, 4)).journal, kept
    )
    told = json.loads(run("triggers", "--journal", str(kept), "--json").out)
    assert told["days"] > 3640
    assert told["findings"][0]["verdict"] == "likely_trigger"


WORK = """
import time
from myolog.cli.terminal import working
with working("Looking at your days") as tell:
    tell(0.5)
    time.sleep({seconds})
"""


@pytest.mark.parametrize(("seconds", "shown"), [(1.5, True), (0.0, False)])
def test_a_bar_shows_how_far_long_work_is(seconds, shown):
    ours, theirs = pty.openpty()
    forking.run([sys.executable, "-c", WORK.format(seconds=seconds)], stderr=theirs, check=True)
    os.write(theirs, b"end")
    printed = os.read(ours, 1 << 16).decode()
    os.close(ours)
    os.close(theirs)
    assert ("50%" in printed) is shown


def test_no_bar_is_written_to_a_file():
    run = forking.run(
        [sys.executable, "-c", WORK.format(seconds=1.2)], capture_output=True, check=True
    )
    assert run.stderr == b""


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


MARCH = ["2026-03-01", "2026-03-31"]
JANUARY = ["2026-01-01", "2026-01-31"]


@pytest.fixture
def quieter(tmp_path):
    """Write January with 8 a day, nothing of February, and March with 2 a day."""
    kept = tmp_path / "quieter.jsonl"
    entries = [
        tally(day=first + timedelta(days=n), count=count)
        for first, counts in ((date(2026, 1, 1), (8, 7, 9, 8)), (date(2026, 3, 1), (2, 1, 3, 2)))
        for n, count in enumerate(counts * 7)
    ]
    write_journal(Journal(tuple(entries), "Europe/Berlin"), kept)
    return str(kept)


def test_months_are_compared_in_a_terminal_in_the_words_of_the_page(run, quieter):
    by_month = ("triggers", "--journal", quieter, "--date", "2026-03-31", "--by", "months")
    said = " ".join(run(*by_month).out.split())
    assert "Cannot tell (Not clear)" in said
    assert "March 2026: 2 twitches on a noted day, likely 1.6 to 2.5 (28 of 31 days noted)." in said
    assert "February 2026: too few notes; Days noted: 0 of 28" in said
    assert "January 2026: 8 (" in said
    said = run("--language", "de", *by_month)
    assert "Lässt sich nicht sagen" in said.out


def test_two_periods_are_compared_also_for_programs(run, quieter):
    told = ("triggers", "--journal", quieter, "--date", "2026-03-31")
    said = " ".join(run(*told, "--compare", *MARCH, *JANUARY).out.split())
    assert "Fewer than before (Clear enough to say)" in said
    assert "Left calf - January 2026: 28 of 28 days" in said
    change = json.loads(run(*told, "--compare", *MARCH, *JANUARY, "--json").out)["change"]
    assert (change["verdict"], change["earlier"]["rate"], change["later"]["rate"]) == (
        "fewer",
        8,
        2,
    )
    assert 0.2 < change["rate_ratio"] < 0.3
    assert change["low"] < 0.25 < change["high"] < 1


def test_what_cannot_be_compared_is_one_sentence(run, quieter, tmp_path):
    told = ("triggers", "--journal", quieter, "--date", "2026-03-31")
    said = run(*told, "--compare", *MARCH, *MARCH)
    assert said.code == 2
    assert "The two periods share days. Give two that do not overlap." in said.err
    assert run(*told, "--by", "weeks", "--explain", "caffeine").code == 2
    empty = tmp_path / "empty.jsonl"
    write_journal(Journal((), "Europe/Berlin"), empty)
    nothing = ("triggers", "--journal", str(empty), "--by", "months")
    assert "Nothing is noted of twitches yet" in " ".join(run(*nothing).out.split())
    assert json.loads(run(*nothing, "--json").out) == {"change": None, "parts": []}
    assert run("triggers", "--by", "seasons").code == 0, "the stored journal"


@pytest.mark.parametrize(("told", "taken"), [(None, "1"), ("3", "3")])
def test_one_thread_works_on_the_small_matrices_unless_told(run, file, monkeypatch, told, taken):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    if told:
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", told)
    assert run("triggers", "--journal", file, "--json").code == 0
    assert os.environ["OPENBLAS_NUM_THREADS"] == taken
