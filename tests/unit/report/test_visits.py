"""Visits and their outcome on the page for the doctor."""

from datetime import date

from myolog.journal.model import Journal
from myolog.report.build import build_report
from myolog.report.page import plain
from myolog.report.wording import say
from myolog.triage.assessment import assess
from tests import factories as make

TODAY = date(2026, 3, 11)


def table(*entries):
    journal = Journal(entries)
    report = build_report(journal, assess(journal, {}, today=TODAY), today=TODAY)
    return say(report).tests


def test_a_visit_bears_who_saw_what_was_done_and_what_was_explained():
    shown = table(
        make.examination(
            what="visit",
            by="neurologist",
            result="explained",
            tests=("examination", "emg"),
            signs=("weakness", "told by a newer version"),
            text="an old injury",
        )
    )
    assert shown.rows == (
        (
            "9 March 2026",
            "Visit, nerve doctor (examination, EMG)",
            "explained to the patient: weakness, told by a newer version: an old injury",
        ),
    )


def test_the_next_booked_visit_is_named():
    several = table(
        make.visit(on=date(2026, 4, 1), by="neurologist"),
        make.visit(on=date(2026, 3, 20)),
        make.visit(on=date(2026, 3, 10), by="emergency"),
        make.visit(event="later", on=date(2026, 3, 12), by=""),
    )
    assert "Next visit: 20 March 2026." in map(plain, several.notes)
    alone = table(make.visit(on=date(2026, 4, 1), by="neurologist"))
    assert "Next visit: 1 April 2026, nerve doctor." in map(plain, alone.notes)


def test_what_was_said_at_a_visit_is_printed_whole():
    said = "Strength and reflexes were normal; a nerve test is not needed now. " * 5
    shown = table(make.examination(what="visit", result="normal", text=said))
    assert shown.rows[0][2] == f"normal: {said.strip()}"


def test_a_very_long_text_says_that_there_is_more_and_where():
    long = "Come again if it changes. " * 60
    shown = table(
        make.examination(what="visit", day=date(2026, 1, 5), text=long),
        make.examination(what="visit", day=date(2026, 2, 5), text=long),
    )
    for row, day in zip(shown.rows, ("5 January 2026", "5 February 2026"), strict=True):
        assert row[2].endswith(f"[…] (all of it is in the journal, {day})")
    assert len(shown.rows[0][2]) < 150 < 500 < len(shown.rows[1][2])
