"""check, learn and demo: the same result as the library, and words a person can use."""

import json
from datetime import UTC, datetime

import pytest

from myolog.content.catalogue import load
from myolog.journal.example import CHECK_DAYS, forearm_journal
from myolog.journal.file import write_journal
from myolog.journal.records import TriageAnswers
from myolog.store.selectors import journal_of, the_person, today_in
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess
from myolog.triage.rules import RULES_VERSION

DENIED = {
    name: question.default
    for name, question in INPUTS.items()
    if not question.mitigating and name != "programme_result"
}
WORDS = load()
LEVELS = ["SELF_CARE", "ROUTINE", "SOON", "URGENT"]
KEYS = {"urgency", "reasons", "complete", "missing", "checklist", "rules_version", "answered_by"}


@pytest.fixture
def answers(tmp_path):
    """Give a function that writes answers to a file."""

    def write(given):
        file = tmp_path / "answers.json"
        file.write_text(given if isinstance(given, str) else json.dumps(given))
        return str(file)

    return write


def test_no_answers_give_no_urgency_and_exit_0(run, answers):
    said = run("check", "--answers", answers({}), "--json")
    result = json.loads(said.out)
    assert said.code == 0
    assert set(result) == KEYS
    assert (result["urgency"], result["complete"]) == (None, False)
    assert "stroke_signs" in result["missing"]
    assert json.loads(run("check", "--answers", answers({"mood": None}), "--json").out) == result
    assert journal_of(the_person()).entries == ()
    assert run("check", "--last").code == 4


def test_answers_of_an_earlier_check_do_not_make_empty_ones_calm(run, answers):
    calm = json.loads(run("check", "--answers", answers(DENIED), "--json").out)
    assert (calm["urgency"], calm["complete"]) == ("SELF_CARE", True)
    assert json.loads(run("check", "--answers", answers({}), "--json").out)["urgency"] is None


@pytest.mark.parametrize(
    ("given", "urgency"),
    [({"stroke_signs": True}, "EMERGENCY"), ({"weakness": "functional"}, "SOON")],
)
def test_an_urgent_result_still_exits_0(run, answers, given, urgency):
    said = run("check", "--answers", answers(given), "--json")
    assert said.code == 0
    assert json.loads(said.out)["urgency"] == urgency


def test_a_file_wins_over_the_journal_and_the_reason_is_kept(run, answers):
    for days in range(8):
        run("log", "calf", "left", "--at", f"{days} days ago")
    derived = assess(
        journal_of(the_person()), {}, today=today_in(the_person(), datetime.now(UTC))
    ).derived
    assert derived["run_days"] == 8
    said = run("check", "--answers", answers({**DENIED, "run_days": 1}), "--json")
    assert (said.code, json.loads(said.out)["urgency"]) == (0, "SELF_CARE")
    (kept,) = journal_of(the_person()).of(TriageAnswers)
    assert kept.reasons["run_days"] == "answers file"


@pytest.mark.parametrize(
    ("given", "sentence", "code"),
    [
        ("{", "not valid JSON", 3),
        ("[" * 100_000, "not valid JSON", 3),
        ("[]", "one JSON object", 2),
        ({"weaknes": "none"}, "no question called", 2),
        ({"weakness": "very"}, "Use one of none (", 2),
        ({"run_days": -1}, "run_days", 2),
        ({"stroke_signs": "yes"}, "stroke_signs", 2),
    ],
)
def test_wrong_answers_are_refused_and_nothing_is_kept(run, answers, given, sentence, code):
    said = run("check", "--answers", answers(given), "--json")
    assert said.code == code
    assert said.out == ""
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert journal_of(the_person()).entries == ()


def test_a_missing_file_is_one_sentence(run):
    said = run("check", "--answers", "nowhere.json")
    assert (said.code, "cannot be opened" in said.err) == (3, True)


@pytest.mark.parametrize(
    ("month", "level"), [(0, "SELF_CARE"), (1, "ROUTINE"), (2, "SOON"), (3, "URGENT")]
)
def test_a_journal_file_is_checked_without_a_database(run, tmp_path, month, level):
    file = tmp_path / "demo.jsonl"
    write_journal(forearm_journal(), file)
    day = CHECK_DAYS[month].isoformat()
    said = run("check", "--journal", str(file), "--date", day, "--json")
    assert json.loads(said.out)["urgency"] == level
    assert journal_of(the_person()).entries == ()


def test_a_result_is_told_in_order_and_can_be_shown_again(run, answers):
    shown = run("check", "--answers", answers({**DENIED, "wasting": "yes"})).out
    parts = [
        WORDS.text("urgency.URGENT.title"),
        WORDS.text("result.why"),
        WORDS.text("rule.U-WASTING.reason"),
        WORDS.text("result.say"),
        WORDS.text("checklist.title", count=1),
        WORDS.text("result.not_mean"),
        WORDS.text("result.change"),
        WORDS.text("result.rules_version", version=RULES_VERSION),
    ]
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)
    again = run("check", "--last", "--details").out
    assert "U-WASTING" in again
    assert WORDS.text("result.workup") in again
    assert run("check", "--last", "--json").code == 0


def test_an_unfinished_result_lists_what_is_open(run, answers):
    shown = run("check", "--answers", answers({})).out
    assert WORDS.text("urgency.INCOMPLETE.title") in shown
    assert WORDS.text("result.not_mean") in shown
    assert WORDS.text("input.stroke_signs.question").split()[0] in shown
    assert WORDS.template("result.expiry").split("{")[0] not in shown


def test_without_a_person_the_check_says_what_to_do(run):
    said = run("check")
    assert (said.code, "--answers FILE" in said.err) == (2, True)
    assert run("check", "--last").code == 4
    assert run("check", "--date", "yesterday").code == 2


def test_a_new_entry_speaks_up_when_urgency_rises_until_it_was_read(run, answers):
    run("check", "--answers", answers({k: v for k, v in DENIED.items() if k != "weakness"}))
    run("day", "--date", "8 days ago", "--task", "lift=fine")
    notice = WORDS.text("result.raised.notice_today")
    said = run("day", "--task", "lift=cannot")
    assert notice in said.out
    assert "myolog check --last" in said.out
    assert notice in run("log", "calf", "left").out
    run("check", "--last")
    assert notice not in run("log", "calf", "left").out


def test_the_demo_tells_four_months_and_the_end(run, tmp_path):
    shown = run("demo").out
    titles = [WORDS.text(f"urgency.{level}.title") for level in LEVELS]
    places = [shown.index(f"{title}.") for title in titles]
    assert places == sorted(places)
    told = " ".join(shown.split())
    for step in (*WORDS.items("demo.end.steps"), WORDS.text("demo.interpolated")):
        assert step in told
    levels = [month["urgency"] for month in json.loads(run("demo", "--json").out)]
    assert levels == LEVELS
    file = tmp_path / "demo.jsonl"
    assert run("demo", "-o", str(file)).code == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert journal_of(the_person()).entries == ()


def test_learn_lists_shows_and_searches(run):
    assert "warning-signs" in run("learn").out
    signs = run("learn", "warning-signs").out
    assert signs.count(WORDS.text("row.myolog_heading")) == 5
    assert WORDS.text("checklist.rule") in run("learn", "checklist").out
    assert run("learn", "faq").out == run("learn", "questions").out
    assert "medicine" in run("learn", "medicines").out.casefold()
    assert "myolog learn example" in run("learn", "guide").out
    assert "myolog learn" in run("learn", "search", "eyelid").out
    assert run("learn", "coffee").code == 0
    assert "You need not face this alone." in run("learn", "search", "I want to die").out
    said = run("learn", "xyzzyq")
    assert (said.code, said.err.count("\n")) == (4, 1)


def test_many_checks_bring_a_kind_note_after_a_result_that_can_wait(run, answers):
    title = WORDS.template("result.many_checks.title")
    calm, urgent = answers(DENIED), json.dumps({"stroke_signs": True})
    for _ in range(3):
        assert title not in run("check", "--answers", calm).out
    said = run("check", "--answers", calm)
    assert said.code == 0
    assert said.out.index(WORDS.template("urgency.SELF_CARE.title")) < said.out.index(title)
    assert title not in run("check", "--answers", answers(urgent)).out
    assert "urgency" in json.loads(run("check", "--answers", calm, "--json").out)
