"""log --say: one line shows what was understood, asks, and stores once the person agrees."""

import io
import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from myolog.journal.entries import DayTally, Episode, NoneToday
from myolog.store.selectors import journal_of, the_person
from myolog.store.services.zones import set_day_end

LINE = "left calf 2 min after espresso yesterday evening, in bed"


def kept():
    return journal_of(the_person())


def test_a_line_is_shown_part_by_part_and_stored(run):
    said = run("log", "--say", LINE, "--yes")
    assert (said.code, said.err) == (0, "")
    for part in (
        "Place",
        "left calf",
        "yesterday, in the evening",
        "2 min",
        "caffeine",
        "“espresso”",
    ):
        assert part in said.out
    assert "Saved: left calf, yesterday, in the evening." in said.out
    (episode,) = kept().episodes
    assert isinstance(episode, Episode)
    assert (episode.site, episode.side, episode.duration_s) == ("calf", "left", 120)
    assert (episode.suspected, episode.note) == (("caffeine",), "in bed")
    assert f"{episode.started_at.astimezone(ZoneInfo(episode.zone)):%H:%M}" == "20:00"
    assert episode.time_said == "evening"


def test_a_line_of_less_strength_is_offered_the_check(run):
    said = run("log", "--say", "right hand weak since monday, cant turn key", "--yes")
    printed = " ".join(said.out.split())
    assert "more than a twitch. Please do the check" in printed
    assert "`myolog check` starts it." in printed
    said = run("log", "--say", "right hand weak since monday, cant turn key", "--yes", "--json")
    assert "more than a twitch" in said.err
    assert json.loads(said.out)
    assert "more than" not in run("log", "--say", "weak twitch in the left hand", "--yes").out


def test_nothing_is_stored_where_nobody_can_agree(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run("log", "--say", LINE).code == 130
    assert kept().entries == ()


def test_a_person_is_asked_before_anything_is_stored(at_terminal):
    assert "Save this? [Y/n]" in at_terminal(["log", "--say", LINE], "n\n")
    assert "Saved: left calf" in at_terminal(["log", "--say", LINE], "y\n")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("no twitches yesterday", NoneToday),
        ("left eyelid all day yesterday, stressed", DayTally),
    ],
)
def test_a_line_about_a_day_is_a_look_back(run, line, kind):
    said = run("log", "--say", line, "--yes")
    assert (said.code, said.err) == (0, "")
    (entry,) = kept().entries
    assert isinstance(entry, kind)
    assert ("Not kept: suspected." in said.out) == (kind is DayTally)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("hello", "Nothing was understood."),
        ("", "Nothing was understood."),
        ("5 min", "Where was it?"),
        ("left leg 5 min", "“leg” fits more than one place."),
        ("left calf tomorrow", "still to come"),
        ("no twitches this morning", "Only a whole day"),
        ("calf " * 300, "Shorten it"),
        ("a" * 10_000, "Shorten it"),
        ("\N{SLIGHTLY SMILING FACE}", "Nothing was understood."),
        ("שלום", "Nothing was understood."),
        ("calf \x1b[2J", "cannot be shown"),
        (f"calf {'1' * 40} times today", "too long for a number"),
        ("calf, thigh and eyelid", "several places and nothing else"),
    ],
)
def test_a_line_that_makes_no_entry_is_refused_in_one_sentence(run, line, sentence):
    said = run("log", "--say", line, "--yes")
    assert said.code != 0
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert kept().entries == ()


def test_a_terminal_reads_the_line_in_the_language_it_speaks(run):
    line = "linke Wade, einundzwanzig Sekunden, nach Kaffee"
    said = run("--language", "de", "log", "--say", line, "--yes")
    assert said.code == 0, said.err
    assert "Vermutlich durch Koffein" in said.out
    (entry,) = kept().entries
    assert (entry.site, entry.side, entry.duration_s) == ("calf", "left", 21)
    assert entry.suspected == ("caffeine",)
    assert run("--language", "de", "log", "--say", "left calf", "--yes").code != 0


def test_a_script_gets_the_entry_alone(run):
    said = run("log", "--say", "right eyelid 20 s", "--yes", "--json")
    assert said.code == 0
    assert json.loads(said.out)["duration_s"] == 20


def test_a_line_says_everything_or_nothing(run):
    said = run("log", "calf", "--say", LINE)
    assert said.code != 0
    assert "leave --say out" in said.err
    assert run("log", "calf", "--yes").code != 0
    assert kept().entries == ()


@pytest.mark.parametrize(
    ("language", "line", "when"),
    [("en", "left calf 23:00", "today 23:00"), ("de", "linke Wade 23:00", "heute 23:00")],
)
def test_at_half_past_one_a_day_that_ends_at_four_is_still_today(run, language, line, when):
    with time_machine.travel(datetime(2026, 3, 11, 0, 30, tzinfo=UTC)):  # 01:30 in Berlin
        set_day_end(person=the_person(), day_ends_hour=4, by="t")
        said = run("--language", language, "log", "--say", line, "--yes")
    assert (said.code, said.out.count(when)) == (0, 2)  # as understood, and as saved
    assert [one.day for one in kept().episodes] == [date(2026, 3, 10)]


@pytest.mark.parametrize("words", ["left calf 20 minutes ago", "calf now", "my calf at noon"])
def test_a_sentence_given_as_a_place_is_told_how_to_be_said(run, words):
    refused = run("log", words)
    assert refused.code == 2
    assert "myolog log --say" in refused.err
    assert kept().entries == ()


def test_a_clock_that_has_not_come_today_needs_its_day_where_nobody_can_be_asked(run, monkeypatch):
    eleven = datetime(2026, 3, 11, 23, 0, tzinfo=ZoneInfo("Asia/Kolkata"))
    monkeypatch.setattr("myolog.cli.saying.now_in", lambda zone: eleven.astimezone(ZoneInfo(zone)))
    said = run("log", "--say", "left calf 23:30", "--yes", "--zone", "Asia/Kolkata")
    assert said.code != 0
    assert "23:30 has not come yet today. Give the day as well." in said.err
    assert kept().entries == ()
