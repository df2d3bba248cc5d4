"""Settings in a terminal: the zone, the end of the day, the country; and what is said of them."""

import pytest

from myolog.store.selectors import journal_of, the_person
from myolog.store.services.people import set_zone

pytestmark = [pytest.mark.django_db]


def test_the_settings_are_shown(run):
    run("settings", "country", "AT")
    said = run("settings")
    assert said.code == 0
    assert said.out.splitlines() == [
        "zone      Europe/Berlin",
        "day-ends  0:00",
        "country   AT",
        "about     me",
    ]


def test_who_it_is_for_is_told_once_and_then_spoken_of(run):
    assert run("settings", "about", "child", "--age", "9").out == "About your child, 9.\n"
    assert "about     child" in run("settings").out
    facts = {one.code: one.value for one in journal_of(the_person()).profile.values()}
    assert facts == {"answered_by": "parent", "age_years": 9}
    text = run("report", "--text").out
    assert text.startswith("MUSCLE TWITCHING: SUMMARY BY A PARENT\n")
    assert "Answered by a parent, not measured." in text
    assert run("settings", "about", "other").out == "About the child, 9.\n"
    assert run("settings", "about", "me").out == "About you.\n"
    refused = run("settings", "about", "aunt")
    assert (refused.code, refused.out) == (2, "")


def test_answers_in_a_file_are_about_whom_the_journal_or_the_command_names(run, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text('{"heart": "chest_pain_or_faint", "age_years": 81}')
    told = run("check", "--answers", str(file), "--about", "other").out
    assert "The person has chest pain, or fainted." in told
    assert "Stay with the person." in told
    again = run("check", "--answers", str(file)).out
    assert "The person has chest pain, or fainted." in again
    journal = tmp_path / "journal.jsonl"
    run("export", "--format", "jsonl", "-o", str(journal))
    elsewhere = run("check", "--journal", str(journal), "--answers", str(file)).out
    assert "The person has chest pain, or fainted." in elsewhere
    assert run("check", "--journal", str(journal), "--about", "me").code == 2
    kept = run("settings", "about", "me")
    assert (kept.code, kept.out) == (5, "")
    assert "A journal is about one person" in kept.err
    assert "The person has chest pain" in run("check", "--last").out
    run("settings", "about", "me", "--same-person")
    assert "You have chest pain, or you fainted." in run("check", "--last").out


def test_the_zone_is_changed_by_its_city(run):
    assert run("settings", "zone", "tokyo").out == "Times are those of Asia/Tokyo from now on.\n"
    assert the_person().zone == "Asia/Tokyo"
    refused = run("settings", "zone", "Mars/Olympus")
    assert (refused.code, refused.out) == (2, "")
    assert "is not a time zone" in refused.err
    assert the_person().zone == "Asia/Tokyo"


def test_a_zone_that_nobody_chose_is_said_and_put_right(run):
    person = the_person()
    person.zone, person.zone_from = "UTC", "unknown"
    person.save()
    logged = run("log", "calf", "left", "--at", "2026-03-09 15:45")
    assert "nobody has chosen a time zone" in logged.err
    asked = run("settings", "zone", "Asia/Tokyo")
    assert "  2026-03-09 15:45 UTC -> 2026-03-10 00:45" in asked.out
    assert "Nothing of it was changed" in asked.out
    assert str(journal_of(the_person()).episodes[0].day) == "2026-03-09"
    run("settings", "zone", "Asia/Tokyo", "--entries")
    assert str(journal_of(the_person()).episodes[0].day) == "2026-03-10"
    assert run("settings", "zone", "Asia/Tokyo", "--entries").out.count("\n") == 1


def test_who_is_elsewhere_is_told_and_may_say_so(run, monkeypatch):
    monkeypatch.setattr("myolog.store.computer.computer_zone", lambda: "Asia/Tokyo")
    said = run("log", "calf", "left", "--at", "2026-03-09 15:45")
    assert said.out == "Saved: left calf, Monday 9 March 2026 15:45.\n"
    assert "Noted in the time of Europe/Berlin; this computer is in Asia/Tokyo" in said.err
    there = run("log", "calf", "left", "--at", "2026-03-09 15:45", "--zone", "here")
    assert there.out == "Saved: left calf, Monday 9 March 2026 15:45 (Asia/Tokyo).\n"
    assert there.err == ""
    line = run("log", "--say", "left calf on 2026-03-09 at 16:45", "--yes", "--zone", "Asia/Tokyo")
    assert "16:45 (Asia/Tokyo)" in line.out
    instants = [f"{one.started_at:%H:%M}" for one in journal_of(the_person()).episodes]
    assert instants == ["06:45", "07:45", "14:45"]
    shown = run("journal", "--all")
    assert shown.out.count("(Asia/Tokyo)") == 2
    assert "To move home" in shown.err


def test_a_day_that_ends_late_is_said(run):
    run("log", "calf", "left", "--at", "2026-03-10 00:45")
    said = run("settings", "day-ends", "4")
    assert said.out == (
        "Your day ends at 4:00. What comes before counts for the day before.\n"
        "Entries that count for another day now: 1.\n"
    )
    logged = run("log", "calf", "left", "--at", "2026-03-10 01:45")
    assert logged.out == (
        "Saved: left calf, Monday 9 March 2026 01:45 (counts for the night of Monday).\n"
    )
    assert [str(one.day) for one in journal_of(the_person()).episodes] == ["2026-03-09"] * 2
    assert run("settings", "day-ends", "7").code == 2


def test_the_country_is_changed(run):
    assert "GB" in run("settings", "country", "gb").out
    assert the_person().country == "GB"


def test_a_computer_that_tells_no_zone_cannot_be_here(run, monkeypatch):
    monkeypatch.setattr("myolog.store.computer.computer_zone", lambda: None)
    said = run("settings", "zone", "here")
    assert (said.code, said.out) == (2, "")
    assert "does not tell its time zone" in said.err
    set_zone(person=the_person(), zone="Europe/Berlin", by="test")
