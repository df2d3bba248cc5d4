"""The command `report`: the page to take along to the doctor."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from myolog.cli.options import as_of, day_told
from myolog.cli.output import force, output_at
from myolog.cli.terminal import BY, Session, examples, today_in, working

if TYPE_CHECKING:
    from myolog.charts.chart import Chart
    from myolog.journal.model import Journal
    from myolog.triage.history import Told
    from myolog.triage.since import Rise

__all__ = ["report"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    "report",
    short_help="Make one page for the doctor.",
    epilog=examples(
        "myolog report -o for-my-doctor.pdf",
        "myolog report --charts -o for-my-doctor.pdf",
        "myolog report --text",
        "myolog report -o - > page.pdf",
    ),
)
@click.option("-o", "--output", metavar="FILE", help="Write the page as PDF; - prints it.")
@click.option("--text", "as_text", is_flag=True, help="The same page as plain text.")
@click.option("--charts", is_flag=True, help="With charts on a second sheet of the PDF.")
@click.option("--journal", type=_FILE, metavar="FILE", help="From this journal file.")
@as_of
@force
@click.pass_obj
def report(
    session: Session,
    output: str | None,
    as_text: bool,
    charts: bool,
    journal: Path | None,
    on: str | None,
    force: bool,
) -> None:
    """Make one page for the doctor: your story, what was asked, what you noted."""
    if output is None and not as_text:
        raise click.UsageError("Say where to: -o FILE, or --text to read it here.")
    if on is not None and journal is None:
        raise click.UsageError("--date goes with --journal.")
    if charts and as_text:
        raise click.UsageError("--charts goes with -o FILE, not with --text.")
    from myolog.report.build import build_report
    from myolog.triage.assessment import assess_standing

    out = output_at(output or "-", session, force=force)
    kept, today = _journal_for_report(session, journal, on)
    if journal is None:
        result, rise, country = _told(session, kept, today)
    else:
        result, rise, country = None, None, _country_in(kept)
    page = build_report(
        kept, assess_standing(kept, today=today), today=today, result=result, rise=rise
    )
    if as_text:
        from myolog.report.text import as_text as in_text

        out.write(in_text(page))
    else:
        from myolog.report.pdf import render

        drawn = _charts(kept, today) if charts else ()
        out.write(render(page, drawn, country=country))


def _told(session: Session, kept: Journal, today: date) -> tuple[Told | None, Rise | None, str]:
    """Return the result that was told last, how it has risen, and the person's country."""
    person = session.open()
    from myolog.store.raised import rise_told
    from myolog.store.selectors import told_results
    from myolog.store.services.care import current_result
    from myolog.triage.follow_up import told_last

    latest = current_result(person=person, by=BY)
    last = told_last(kept, told_results(person), today=today)
    return last, rise_told(person, latest, last, kept), person.country


def _country_in(journal: Journal) -> str:
    told = journal.profile.get("country")
    return str(told.value) if told else ""


def _charts(journal: Journal, today: date) -> tuple[Chart, ...]:
    """Return the charts with the findings of the week, as the page Patterns shows them."""
    from myolog.content.catalogue import load
    from myolog.patterns.hours import hour_pattern
    from myolog.report.pictures import charts_of
    from myolog.triggers.discover import find_triggers
    from myolog.triggers.windows import settled_day

    last = settled_day(today)
    with working(load().text("cli.ask.looking")) as progress:
        triggers = find_triggers(journal, today=last, progress=progress)
    found = hour_pattern(journal, today=last)
    return charts_of(journal, today=today, triggers=triggers, hour_pattern=found)


def _journal_for_report(
    session: Session, file: Path | None, on: str | None
) -> tuple[Journal, date]:
    if file is None:
        person = session.open()
        from myolog.store.selectors import journal_of

        return journal_of(person), today_in(person)
    from myolog.journal.file import read_journal
    from myolog.journal.own import own_things

    journal = read_journal(file)
    session.name_own(lambda: own_things(journal))
    day = day_told(on, journal)
    return journal.until(day), day
