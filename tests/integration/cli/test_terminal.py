"""The command line in a terminal: questions, Ctrl+D, folders, closed outputs."""

import os
import subprocess
import sys

import pytest

from myolog.content.catalogue import load
from tests import forking
from tests.integration.cli.conftest import COMMAND

WORDS = load()
HEAVY = ("ninja", "pydantic", "waitress", "numpy", "scipy", "pandas", "typst", "vl_convert")


def test_the_check_is_answered_with_enter_and_numbers(at_real_terminal):
    shown = at_real_terminal(["check"], "\n42\n3 days\n1\n2\n1\n\n\n\n\n")
    assert "1/6" in shown
    assert "6/6" in shown
    assert WORDS.text("urgency.SELF_CARE.title") in shown
    assert WORDS.text("checklist.title", count=0) in shown


def test_an_emergency_ends_the_questions(at_terminal):
    shown = at_terminal(["check"], "1\n\n")
    assert WORDS.text("urgency.EMERGENCY.title") in shown
    assert "2/6" not in shown


def test_not_sure_on_the_first_screen_counts(at_terminal):
    shown = at_terminal(["check"], "4?\n?\n")
    assert WORDS.text("urgency.EMERGENCY.title") in shown


def test_a_part_that_is_not_sure_is_told_as_such_and_no_graver(at_terminal):
    shown = at_terminal(["check"], "2?\n1\n")
    assert "Which part are you not sure about?" in shown
    assert WORDS.text("urgency.SAME_DAY.title") in shown
    assert "not sure whether you are short of breath at rest or when you lie flat." in " ".join(
        shown.split()
    )
    assert "fighting for breath" not in shown.split(WORDS.text("urgency.SAME_DAY.title"))[1]


@pytest.mark.parametrize("typed", ["7\n1?\n", "7\n?\n1\n", "7?\n1\n"])
def test_a_doubt_can_be_typed_with_the_line_or_with_its_part(at_terminal, typed):
    shown = at_terminal(["check"], typed)
    assert WORDS.text("urgency.EMERGENCY.title") in shown
    assert "not sure whether your urine is dark and your muscles hurt or are weak." in " ".join(
        shown.split()
    )


def test_a_tick_is_taken_back_before_anything_is_decided(at_terminal):
    shown = at_terminal(["check"], "2\n0\n42\n3 days\n1\n2\n1\n\n\n\n\n")
    assert WORDS.text("urgency.SELF_CARE.title") in shown


def test_a_line_with_nothing_to_choose_under_it_is_taken_back_from_the_next_screen(at_terminal):
    story = "\n42\n3 days\n1\n2\n1\n"
    shown = at_terminal(["check"], f"{story}4\nb\n0\n\n\n\n")
    assert "x 4  I am newly clumsy" in shown
    assert WORDS.text("urgency.SELF_CARE.title") in shown
    kept = at_terminal(["check"], f"y\n{story}4\nb\n\n\n\n\n")
    assert WORDS.text("urgency.URGENT.title") in kept


def test_going_back_over_two_screens_keeps_what_was_told(at_terminal):
    there = "\n42\n20 days\n1\n2\n1\nb\n"
    back_again = "\n\n\n\nb\n\n\n\n\n\n\n"
    shown = at_terminal(["check"], f"{there}{back_again}\n\n\n\n")
    assert "You told Myolog before: 20 days" in shown
    assert WORDS.text("urgency.ROUTINE.title") in shown


@pytest.mark.parametrize(("still_true", "level"), [("", "ROUTINE"), ("n", "SELF_CARE")])
def test_what_the_first_screen_was_told_is_asked_back_and_not_lost(at_terminal, still_true, level):
    """Its fifth line is about the heart; its second part, a heart that stumbles at times."""
    shown = at_terminal(["check"], f"5\n2\n42\n3 days\n1\n2\n1\n\n\n{still_true}\n\n\n")
    assert "You told Myolog before: My heart races or stumbles at times." in shown
    assert WORDS.text(f"urgency.{level}.title") in shown


def test_wrong_typing_is_asked_again(at_terminal):
    shown = at_terminal(["check"], "99\nx\n\n200\n42\n3\n9\n1\n2\n1\n\n\n\n\n")
    assert shown.count("Type numbers from 1 to 15") == 2
    assert WORDS.text("urgency.SELF_CARE.title") in shown


def test_two_numbers_for_one_answer_are_asked_again(at_terminal):
    shown = at_terminal(["check"], "\n42\n3\n1,2\n1\n2\n1\n\n\n\n\n")
    assert "Type one number from 1 to 3." in shown
    assert WORDS.text("urgency.SELF_CARE.title") in shown


def a_task_that_fails(run):
    for day, answer in (("30 days ago", "fine"), ("16 days ago", "harder"), ("today", "cannot")):
        assert run("day", "--date", day, "--task", f"lift={answer}").code == 0


CALM = "\n42\n3\n1\n2\n1\n"


@pytest.mark.parametrize(
    ("reason", "level"), [("", "URGENT"), ("a sprained wrist, well again", "SELF_CARE")]
)
def test_none_of_these_is_asked_about_when_the_journal_says_more(at_terminal, run, reason, level):
    a_task_that_fails(run)
    shown = at_terminal(["check"], f"{CALM}\n{reason}\n\n\n\n")
    assert WORDS.text("derived.lower_reason").split(".")[0] in shown
    assert WORDS.text(f"urgency.{level}.title") in shown


def test_an_emergency_is_told_even_if_the_journal_says_more_of_another_sign(at_terminal, run):
    a_task_that_fails(run)
    shown = at_terminal(["check"], "4 14\n1\n1\n")
    assert WORDS.text("urgency.EMERGENCY.title") in shown


@pytest.mark.parametrize(("still", "level"), [("", "URGENT"), ("n", "SELF_CARE")])
def test_none_of_these_does_not_silently_take_a_fact_back(at_terminal, run, still, level):
    assert run("story", "--fact", "lithium=yes").code == 0
    more = "1\n" if not still else ""
    shown = at_terminal(["check"], f"{CALM}\n\n\n{still}\n{more}\n")
    assert f"{WORDS.text('derived.told')} {WORDS.text('line.lithium.label')}" in shown
    assert WORDS.text(f"urgency.{level}.title") in shown


def test_stopping_keeps_the_finished_screens(at_real_terminal):
    shown = at_real_terminal(["check"], "\n42\n\x04")
    assert WORDS.text("urgency.INCOMPLETE.title") in shown
    assert WORDS.text("page.journal.check_done", result="not finished") in at_real_terminal(
        ["journal"], ""
    )


def test_stopping_at_once_keeps_nothing(at_terminal):
    assert "Stopped." in at_terminal(["check"], "\x04")
    assert WORDS.text("page.journal.empty").split(".")[0] in at_terminal(["journal"], "")


def test_the_day_is_asked_place_by_place(at_terminal):
    answers = "calf left some\nqqq\n\n2 espresso\n1.5 L\n7h\n4\n\n"
    shown = at_terminal(["day"], answers)
    assert "is not a place with an amount" in shown
    assert "Saved: " in shown
    kept = at_terminal(["journal"], "")
    for part in (
        "left calf: some",
        "caffeine: 160 mg (2 × espresso)",
        "drinks: 1500 mL",
        "sleep: 7 h",
    ):
        assert part in kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\n", ""),
        ("maybe\nyes\n", "all as always"),
        ("no\n\n\n\n\ncannot\n\nfine\n\n\n\n\n\n", "lift a full pan or reach a high shelf"),
    ],
)
def test_enter_says_nothing_about_the_daily_tasks(at_terminal, run, typed, kept):
    at_terminal(["day"], f"calf left some\n\n\n\n\n\n{typed}")
    shown = run("export", "-o", "-").out
    assert ('"kind": "tasks"' in shown) is bool(kept)
    assert shown.count('"fine"') == {"": 0, "all as always": 10}.get(kept, 1)
    assert kept.split(" or ")[0] in at_terminal(["journal"], "")


def test_a_task_that_nobody_is_sure_of_is_told_as_that(at_terminal, run):
    typed = "no\n" + "?\n" + "fine\n" * 9
    shown = at_terminal(["day"], f"calf left some\n\n\n\n\n\n{typed}")
    assert "“Not sure” is kept as not sure." in shown
    assert "Since when?" not in shown
    assert '"grip": "not_sure"' in run("export", "-o", "-").out
    assert "not sure: hold a full cup or carry a bag" in at_terminal(["journal"], "")


def test_a_task_that_fails_is_asked_about_at_once(at_terminal, run):
    shown = at_terminal(
        ["day"], "calf left some\n\n\n\n\n\nno\n\ncannot\n" + "\n" * 8 + "years\nyes\n"
    )
    assert "Since when?" in shown
    assert "Has a doctor looked at exactly this" in shown
    assert '"since": {"jar": "years"}' in run("export", "-o", "-").out
    assert "explained by a doctor, unchanged" in at_terminal(["journal"], "")


def test_the_story_is_asked(at_terminal):
    answers = (
        "2026-01\nforearm right\nshoulder right=2026-02\n\n\n3\n1\na new job\n\n42\n\n\n\n\n\n\n"
    )
    shown = at_terminal(["story"], answers)
    assert WORDS.text("page.story.saved").split(".")[0] in shown
    told = at_terminal(["story", "--show"], "")
    assert "since January 2026, first right forearm, then right shoulder" in told
    assert "Age: 42" in told


def call(*arguments, **environment):
    return forking.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


def test_a_data_folder_in_the_checkout_is_refused(project):
    said = call("--data", str(project / "data"), "log", "calf")
    assert said.returncode == 6
    assert said.stderr.count("\n") == 1
    assert not (project / "data").exists()


def test_the_folder_is_named_before_the_command_or_in_the_environment(tmp_path):
    folder = tmp_path / "mine"
    assert call("--data", str(folder), "log", "calf", "left").returncode == 0
    assert oct(folder.stat().st_mode & 0o777) == "0o700"
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())
    shown = call("journal", MYOLOG_DATA=str(folder)).stdout
    assert "left calf" in shown


@pytest.mark.parametrize("width", ["40", "200"])
def test_narrow_and_wide_terminals_are_filled_and_not_overrun(width):
    shown = call("demo", COLUMNS=width).stdout
    longest = max(len(line) for line in shown.splitlines())
    assert longest <= min(int(width), 88)


def test_a_reader_that_stops_early_is_no_error(project):
    piped = subprocess.run(
        f"{sys.executable} -m myolog demo -o - | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert piped.stderr == ""


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("demo -o - >&-", "it is closed"),
        ("export -o - >/dev/full", "No space left on device"),
        ("log calf left >/dev/full", "No space left on device"),
        ("learn >&-", "it is closed"),
    ],
)
def test_a_standard_output_that_takes_nothing_is_said_in_one_line(command, why, tmp_path):
    said = subprocess.run(
        f"{sys.executable} -m myolog {command}",
        shell=True,
        env=os.environ | {"MYOLOG_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 7
    # a process that makes the journal says first which zone times are in
    lines = [one for one in said.stderr.splitlines() if not one.startswith("Times are those of")]
    assert lines == [
        f"Standard output takes nothing ({why}). What was to be saved may be saved: "
        "look before you repeat the command."
    ]


def test_the_name_of_standard_output_leads_there_and_not_to_a_new_file(tmp_path):
    printed = tmp_path / "printed"
    subprocess.run(
        f"{sys.executable} -m myolog demo -o /dev/stdout > {printed}",
        shell=True,
        stderr=subprocess.PIPE,
        check=True,
    )
    assert printed.read_text().splitlines()[0].startswith('{"myolog": "journal"')
    assert "Written" not in printed.read_text()


def test_a_terminal_without_the_letters_still_gets_the_sentence():
    said = call("log", "claf", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert said.returncode == 2
    assert "did you mean calf?" in said.stderr
    assert "Traceback" not in said.stderr


def test_logging_loads_only_what_it_needs(tmp_path):
    """How long it takes is measured by `make bench`."""
    code = (
        "import sys\nfrom myolog.cli.main import main\ntry: main()\n"
        "finally: print(*{name.partition('.')[0] for name in sys.modules})"
    )
    command = [sys.executable, "-c", code, "--data", str(tmp_path / "mine"), "log", "calf", "left"]
    saved, loaded = subprocess.run(
        command, capture_output=True, text=True, check=True
    ).stdout.splitlines()[-2:]
    assert saved.startswith("Saved: left calf")
    assert "django" in loaded.split()
    assert not set(loaded.split()) & set(HEAVY)


def test_a_day_of_rest_says_so_and_can_be_noted_all_the_same(at_terminal):
    at_terminal(["story", "--fact", "noting=pause"], "")
    shown = at_terminal(["day"], "calf left some\n\nn\n\n\n\n\n\n\n\n")
    assert WORDS.text("attention.rest.pause.title") in shown
    assert "Saved" in shown


def test_the_questions_on_worry_are_asked_and_answered_by_their_scores(at_terminal):
    shown = at_terminal(["day", "--worry"], "2\n3\n\n3\n3\n2\n2\n2\n3\n4\n")
    assert WORDS.text("worry.whole") in " ".join(shown.split())
    assert WORDS.text("worry.gad7_1.title") in shown
    assert WORDS.text("worry.phq2_1.title") in shown
    assert "10 of 21" in shown
    assert "5 of 6" in shown


def test_a_part_on_worry_is_left_open_with_one_enter(at_terminal):
    shown = at_terminal(["day", "--worry"], "\n1\n1\n")
    assert "0 of 6" in shown
    assert "of 21" not in shown


def test_the_questions_on_worry_need_somebody_who_answers(run):
    said = run("day", "--worry")
    assert said.code == 2
    assert "--set anxiety=7" in said.err


def test_a_story_of_another_age_asks_whether_it_is_the_same_person(at_terminal, run):
    run("log", "calf", "left")
    run("story", "--fact", "age_years=40")
    told = ["story", "--fact", "age_years=70", "--question", "Is it stress?"]
    refused = at_terminal(told, "n\n")
    assert "A journal is about one person" in refused
    assert "age_years=70" not in refused
    assert '"value": 70' not in run("export", "-o", "-").out
    assert "A journal is about one person" not in at_terminal(told, "y\n")
    kept = run("export", "-o", "-").out
    assert '"value": 70' in kept
    assert "Is it stress?" in kept


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"LC_ALL": "", "LANG": "de_AT.UTF-8"}, "Es gibt noch keinen Eintrag"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "de_AT.UTF-8"}, "There is no note yet"),
        ({"LC_ALL": "C.UTF-8", "LANG": "de_AT.UTF-8"}, "There is no note yet"),
        ({"LC_ALL": "", "LANG": ""}, "There is no note yet"),
    ],
)
def test_the_terminal_speaks_the_language_of_the_computer(run, monkeypatch, setting, says):
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert says in run("journal").out
    chosen = run("--language", "en", "journal").out
    assert "There is no note yet" in chosen


def test_what_can_be_typed_is_listed_with_what_it_is_called(run):
    refused = run("--language", "de", "story", "--fact", "shoe=3").err
    assert "age_years (Alter)" in refused
