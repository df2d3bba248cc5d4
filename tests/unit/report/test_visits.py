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
    assert "Next visit booked: 20 March 2026." in map(plain, several.notes)
    alone = table(make.visit(on=date(2026, 4, 1), by="neurologist"))
    assert "Next visit booked: 1 April 2026, nerve doctor." in map(plain, alone.notes)
