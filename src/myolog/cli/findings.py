"""The command `triggers`: what goes with the twitching, and every number behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from myolog.cli.options import as_json, day_told
from myolog.cli.terminal import Session, examples, print_json, say, today_in, working

if TYPE_CHECKING:
    from myolog.cli.result import Line
    from myolog.journal.model import Journal
    from myolog.journal.spans import Kind
    from myolog.patterns.report import PatternReport
    from myolog.triggers.report import TriggerReport

__all__ = ["triggers"]

_COLUMN: Final = 18

_KINDS: Final = ("weeks", "months", "seasons")
"""As `myolog.journal.spans` has them, named here so that the list of commands stays quick."""


@click.command(
    "triggers",
    short_help="See what goes with your twitching.",
    epilog=examples(
        "myolog triggers",
        "myolog triggers --explain caffeine",
        "myolog triggers --date today",
        "myolog triggers --journal my-journal.jsonl --json",
        "myolog triggers --by months",
        "myolog triggers --compare 2026-03-01 2026-05-31 2026-09-01 2026-11-30",
    ),
)
@click.option("--explain", metavar="EXPOSURE", help="Print every number behind one finding.")
@click.option(
    "--journal",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Look at this journal file; store nothing.",
)
@click.option("--date", "on", metavar="DAY", help="Use the days up to this one.")
@click.option(
    "--by",
    type=click.Choice(_KINDS),
    help="More or fewer than before, by week, month or season?",
)
@click.option(
    "--compare",
    "periods",
    nargs=4,
    metavar="FIRST LAST FIRST LAST",
    help="Compare two periods, each from its first to its last day.",
)
@as_json()
@click.pass_obj
def triggers(
    session: Session,
    explain: str | None,
    file: Path | None,
    on: str | None,
    by: Kind | None,
    periods: tuple[str, str, str, str] | None,
    as_json: bool,
) -> None:
    """See what goes with your twitching, and what cannot be told yet.

    Looked at again each Sunday, over the days before it; --date looks at any day.
    """
    if by is not None or periods is not None:
        if explain is not None:
            raise click.UsageError("--explain goes with neither --by nor --compare.")
        from myolog.cli.long_view import show

        show(session, file, on, by=by, periods=periods, as_json=as_json)
        return
    from myolog.cli.places import exposure_meant
    from myolog.content.catalogue import load
    from myolog.triggers.discover import find_triggers

    journal, today = _journal(session, file, on)
    code = None if explain is None else exposure_meant(explain).code
    with working(load().text("cli.ask.looking")) as progress:
        report = find_triggers(journal, today=today, progress=progress)
    if code is not None:
        _explain(journal, report, code, today=today, as_json=as_json)
        return
    from myolog.patterns.report import find_patterns

    patterns = find_patterns(journal, today=today)
    if as_json:
        from myolog.exporters.findings import plain_findings

        print_json(plain_findings(report, patterns))
        return
    for line in _lines(journal, report, patterns, today=today, weekly=file is None and on is None):
        if line.head:
            say()
        say(line.text, bold=line.head, indent=line.indent, hang=line.hang)


def _journal(session: Session, file: Path | None, on: str | None) -> tuple[Journal, date]:
    """Return the journal and the last day to use; the stored one keeps to the week's look."""
    from myolog.triggers.windows import settled_day

    if file is not None:
        from myolog.journal.file import read_journal
        from myolog.journal.own import own_things

        journal = read_journal(file)
        session.name_own(lambda: own_things(journal))
    else:
        person = session.open()
        from myolog.store.selectors import journal_of

        journal = journal_of(person)
    day = day_told(on, journal)
    return journal, settled_day(day) if file is None and on is None else day


def _lines(
    journal: Journal,
    report: TriggerReport,
    patterns: PatternReport,
    *,
    today: date,
    weekly: bool,
) -> Iterator[Line]:
    from myolog.cli.result import Line
    from myolog.content.catalogue import load
    from myolog.content.dates import spoken_whole
    from myolog.triggers.windows import counted_days, first_findings_day
    from myolog.wording.findings import early_line, noted_so_far, too_early
    from myolog.wording.patterns import pattern_words

    words = load()
    if too_early(report):
        yield Line(words.text("page.patterns.early"), head=True)
        day = today_in(journal) if weekly else today
        past = journal.until(day)
        yield Line(early_line(len(counted_days(past))))
        first = first_findings_day(journal, today=day)
        if first is not None:
            yield Line(words.text("page.patterns.first_findings", date=spoken_whole(first)))
        noted = noted_so_far(past)
        if noted:
            yield Line(words.text("page.patterns.noted"), head=True)
            yield Line(words.text("page.patterns.noted_how"))
        for text in noted:
            yield Line(text)
    else:
        yield from _findings(report, weekly=weekly)
    for part in pattern_words(patterns):
        yield Line(part.title, head=True)
        for text in part.lines:
            yield Line(text)


def _findings(report: TriggerReport, *, weekly: bool) -> Iterator[Line]:
    from myolog.cli.result import Line
    from myolog.content.catalogue import load
    from myolog.wording.findings import finding_words, groups, limits, whole_line

    words = load()
    yield Line(words.text("page.patterns.heading"), head=True)
    yield Line(whole_line(report))
    if weekly:
        yield Line(words.text("finding.weekly"))
    for found in report.flagged:
        said = finding_words(found, report)
        yield Line(f"{said.title} ({found.exposure})", head=True)
        yield Line(said.sentence)
        for text in said.caution:
            yield Line(text)
    if not report.flagged:
        yield Line(words.text("finding.nothing"))
    for group in groups(report):
        yield Line(group.verdict, head=True)
        for text in group.lines:
            yield Line(f"- {text}")
    yield Line(words.text("page.patterns.tested"), head=True)
    for text in limits(report):
        yield Line(text)


def _explain(
    journal: Journal, report: TriggerReport, code: str, *, today: date, as_json: bool
) -> None:
    from myolog.errors import NotFound
    from myolog.exporters.findings import explained

    if code not in {one.exposure for one in report.findings}:
        raise NotFound(
            "No day up to {day} has a note of {codes}; note it first, or give another --date.",
            day=today.isoformat(),
            codes=(code,),
            key="no_day_with_a_note",
        )
    explanation = explained(journal, report, code, today=today)
    if as_json:
        print_json(explanation)
        return
    for name, value in _numbers(explanation, report):
        say(f"{name:<{_COLUMN}}{value}", hang=_COLUMN)
    say()
    click.echo(f"{'day':<12}{'twitches':>10}{'value':>10}{'looked min':>12}")
    for row in explanation["days"]:
        cells = (_cell(row[name]) for name in ("twitches", "value", "minutes_looked"))
        click.echo("{:<12}{:>10}{:>10}{:>12}".format(row["day"], *cells))


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.10g}"


def _numbers(explanation: dict[str, Any], report: TriggerReport) -> Iterator[tuple[str, str]]:
    """Yield each number behind a finding with its name."""
    found = explanation["finding"]
    yield "exposure", f"{found['exposure']}, {found['unit']:+g}"
    yield "compared with", found["compared_with"]
    yield "verdict", found["verdict"] + (f" ({found['reason']})" if found["reason"] else "")
    if found["inseparable_from"]:
        yield "inseparable", ", ".join(found["inseparable_from"])
    if found["rate_ratio"] is not None:
        yield "rate ratio", f"{found['rate_ratio']:.4f}"
        yield "90 % interval", f"{found['low90']:.4f} to {found['high90']:.4f}"
        yield "score", f"{found['score']:.3f}"
        shares = enumerate(found["lag_weights"])
        yield "days later", ", ".join(f"{lag}: {share:.2f}" for lag, share in shares)
    yield "days used", f"{found['days_used']} of {report.days_logged} looked back on"
    if found["days_needed"] is not None:
        yield "days needed", str(found["days_needed"])
    if found["contrast"] is not None:
        yield from _contrast(found["contrast"])
    yield "tested together", f"{report.tested} exposures in {report.columns} forms"
    yield "days", f"{report.first_day} to {report.last_day}"
    yield "method", report.method_version
    yield "digest", report.digest


def _contrast(counts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    lag = f", {counts['lag']} days later" if counts["lag"] else ""
    for side, sign in (("more", ">"), ("less", "<=")):
        days, twitches = counts[f"days_{side}"], counts[f"twitches_{side}"]
        yield f"{sign} {counts['split']:g}{lag}", f"{twitches:g} twitches on {days} days"
