"""The command `visit`: what happened after a result, from a terminal."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.store.selectors import journal_of, the_person
from myolog.store.services.journal import log_entry


def answers(run, tmp_path):
    path = tmp_path / "answers.json"
    path.write_text('{"weakness": "functional", "age_years": 40}')
    run("check", "--answers", str(path))


def kept():
    return journal_of(the_person())


def in_days(n):
    return (datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=n)).date().isoformat()


def test_a_visit_is_booked_and_told_from_a_terminal(run, tmp_path):
    assert "There is no result of a check." in run("visit").out
    answers(run, tmp_path)
    assert "Open. By " in run("visit").out
    booked = run("visit", "booked", in_days(5), "--by", "neurologist")
    assert "That fits." in " ".join(booked.out.split())
    assert "Booked for" in run("visit").out
    said = run(
        "visit", "seen", "today", "--by", "neurologist", "--test", "examination", "--test", "emg",
        "--to-result", "after",
        "--said", "explained", "--sign", "weakness", "--next", in_days(90), "--words", "a nerve",
    )  # fmt: skip
    assert said.code == 0, said.err
    assert "Do the check again" in said.out
    (visit,) = kept().of(Visit)
    assert visit.by == "neurologist"
    (seen,) = kept().of(Examination)
    assert (seen.what, seen.result, seen.tests) == ("visit", "explained", ("examination", "emg"))
    assert (seen.signs, seen.text) == (("weakness",), "a nerve")
    assert "explained: weakness" in " ".join(run("journal").out.split())


def test_days_that_cannot_be_are_refused_in_one_sentence(run):
    said = run("visit", "seen", in_days(9))
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1].startswith("That day is still to come.")
    assert "That day has passed." in run("visit", "booked", "2020-01-01").err
    assert (
        run("visit", "seen", "today", "--said", "explained", "--sign", "speech_swallow").code == 2
    )
    assert kept().entries == ()


def test_a_date_goes_into_the_calendar(run, tmp_path):
    answers(run, tmp_path)
    assert run("visit", "calendar", "later", "-o", "-").code != 0
    assert "reminded" in run("visit", "later", in_days(3)).out
    for of, said in (("due", "Last day for an appointment"), ("later", "You asked to be reminded")):
        file = run("visit", "calendar", of, "-o", "-").out
        assert "BEGIN:VEVENT" in file
        assert f"SUMMARY:{said}" in file


def test_a_visit_is_changed_the_rest_stays_and_undo_brings_it_back(run, tmp_path):
    answers(run, tmp_path)
    run("visit", "booked", in_days(5), "--by", "neurologist")
    (before,) = kept().of(Visit)
    moved = run("visit", "change", "booked", "--on", in_days(9))
    assert moved.code == 0, moved.err
    assert "That fits." in " ".join(moved.out.split())
    (after,) = kept().of(Visit)
    assert (after.on.isoformat(), after.by, after.day) == (in_days(9), "neurologist", before.day)
    run("visit", "change", after.id, "--by", "physiotherapist")
    assert kept().of(Visit)[0].by == "physiotherapist"
    run("undo")
    run("undo")
    assert kept().of(Visit) == (before,)


def test_what_was_said_at_a_visit_is_changed_from_a_terminal(run, tmp_path):
    answers(run, tmp_path)
    run(
        "visit", "seen", "yesterday", "--said", "explained", "--sign", "weakness", "--words", "old"
    )  # fmt: skip
    assert run("visit", "change", "seen", "--on", "today", "--next", in_days(30)).code == 0
    (seen,) = kept().of(Examination)
    assert (seen.day.isoformat(), seen.review.isoformat()) == (in_days(0), in_days(30))
    assert (seen.result, seen.signs, seen.text) == ("explained", ("weakness",), "old")
    run("visit", "change", "seen", "--said", "normal")
    (seen,) = kept().of(Examination)
    assert (seen.result, seen.signs) == ("normal", ())


def test_a_change_that_cannot_be_is_refused_in_one_sentence(run):
    for args, sentence in (
        (("booked", "--on", in_days(3)), "There is no such visit: booked."),
        (("seen",), "There is no such visit: seen."),
    ):
        assert sentence in run("visit", "change", *args).err
    run("visit", "booked", in_days(5))
    before = kept().entries
    for args, sentence in (
        (("booked",), "Say what is to change:"),
        (("booked", "--said", "normal"), "A visit that is only booked has a day and a role."),
        (("booked", "--on", "2020-01-01"), "That day has passed."),
    ):
        said = run("visit", "change", *args)
        assert said.code != 0
        assert sentence in " ".join(said.err.split())
    assert kept().entries == before


def test_a_terminal_asks_whether_a_booked_visit_took_place(run, tmp_path):
    assert "There is no booked visit" in run("visit", "missed").err
    answers(run, tmp_path)
    told, on = (date.fromisoformat(in_days(n)) for n in (-6, -1))
    log_entry(person=the_person(), entry=Visit(day=told, event="booked", on=on), by="test")
    lines = run("visit").out.splitlines()
    assert "How did it go?" not in " ".join(lines)
    (booked,) = kept().of(Visit)
    asked = next(nth for nth, line in enumerate(lines) if line.endswith("take place?"))
    assert lines[asked + 1 : asked + 7] == [
        "  Yes, tell what was said:",
        f"    myolog visit seen {in_days(-1)}",
        "  No, it was moved:",
        f"    myolog visit change {booked.id} --on DAY",
        "  No, it did not take place:",
        "    myolog visit missed",
    ]
    said = " ".join(run("visit", "missed").out.split())
    assert "did not take place. The visit is still needed. Open. By" in said
    assert "take place?" not in run("visit").out
    assert "There is no such visit: booked." in run("visit", "change", "booked", "--by", "x").err
    run("undo")
    assert "take place?" in " ".join(run("visit").out.split())
    run("visit", "seen", in_days(-1))
    assert "take place?" not in run("visit").out


def test_a_terminal_asks_whether_a_visit_was_after_the_result_of_its_day(run, tmp_path):
    answers(run, tmp_path)
    said = " ".join(run("visit", "seen", "today").out.split())
    assert "It is not told whether this was after the result of that day" in said
    assert kept().of(Examination)[0].to_result == ""
    asked = run("visit").out
    assert "Whether it was after the result is not noted." in " ".join(asked.split())
    (seen,) = kept().of(Examination)
    assert f"  myolog visit change {seen.id} --to-result after\n" in asked
    run("visit", "change", "seen", "--to-result", "before")
    assert "was before this result. Open." in " ".join(run("visit").out.split())
    run("visit", "change", "seen", "--to-result", "after")
    assert "Seen on" in run("visit").out
    assert "after the result of that day" in " ".join(run("journal").out.split())
    run("visit", "change", "seen", "--on", "yesterday")
    assert kept().of(Examination)[0].to_result == ""


def test_at_a_terminal_one_question_tells_it(run, at_terminal, tmp_path):
    answers(run, tmp_path)
    said = at_terminal(["visit", "seen", "today"], "2\n")
    assert "before or after the result of that day?" in " ".join(said.split())
    assert kept().of(Examination)[0].to_result == "after"
    assert "before or after" not in at_terminal(["visit", "change", "seen", "--words", "fine"], "")
    at_terminal(["undo"], "y\n")
    at_terminal(["undo"], "y\n")
    assert kept().of(Examination) == ()
    at_terminal(["visit", "seen", "today"], "\n")
    assert kept().of(Examination)[0].to_result == ""
