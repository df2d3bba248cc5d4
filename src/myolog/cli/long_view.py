"""`myolog triggers --by` and `--compare`: more or fewer than before, where and when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from myolog.cli.options import day_told
from myolog.cli.terminal import Session, print_json, say

if TYPE_CHECKING:
    from datetime import date

    from myolog.cli.result import Line
    from myolog.journal.model import Journal
    from myolog.journal.spans import Kind, Span
    from myolog.patterns.change import Change, Past

__all__ = ["show"]


def show(
    session: Session,
    file: Path | None,
    on: str | None,
    *,
    by: Kind | None,
    periods: tuple[str, str, str, str] | None,
    as_json: bool,
) -> None:
    """Print how the newest spans compare, or two periods that were named.

    Days up to yesterday count, or up to the day that was named.
    """
    from myolog.journal.counted import counted
    from myolog.patterns.change import Past

    journal, results = _read(session, file)
    day = day_told(on, journal)
    until = day - timedelta(days=1) if on is None else day
    past = Past(counted=counted(journal), until=until)
    kind = by or past.usual_kind()
    if not past.noted:
        _nothing(as_json=as_json)
        return
    chosen = None if periods is None else past.in_turn(*_spans(periods, until))
    change = past.compare(*(chosen or past.newest_two(kind)))
    if as_json:
        from myolog.exporters.findings import plain_change

        window = past.window(kind)
        print_json(plain_change(change, map(past.part, window.spans)))
        return
    for line in _lines(past, journal, results, kind=kind, change=change):
        if line.head:
            say()
        say(line.text, bold=line.head, indent=line.indent, hang=line.hang)


def _nothing(*, as_json: bool) -> None:
    from myolog.content.catalogue import load

    if as_json:
        print_json({"change": None, "parts": []})
    else:
        say(load().template("page.long.empty"))


def _read(session: Session, file: Path | None) -> tuple[Journal, Collection[date]]:
    """Return a journal, and the days on which a check had its result, which no file tells."""
    if file is not None:
        from myolog.journal.file import read_journal

        return read_journal(file), frozenset()
    person = session.open()
    from datetime import date

    from myolog.store.month_rows import days_of_results
    from myolog.store.selectors import journal_of

    journal = journal_of(person)
    return journal, days_of_results(person, date(1900, 1, 1), day_told(None, journal))


def _spans(periods: tuple[str, str, str, str], until: date) -> tuple[Span, Span]:
    from myolog.cli.when import read_day
    from myolog.journal.spans import Span

    first1, last1, first2, last2 = (
        read_day(one, today=until + timedelta(days=1)) for one in periods
    )
    return Span(first=first1, last=last1), Span(first=first2, last=last2)


def _lines(
    past: Past, journal: Journal, results: Collection[date], *, kind: Kind, change: Change
) -> Iterator[Line]:
    from myolog.cli.result import Line
    from myolog.content.catalogue import load
    from myolog.patterns.hours import hour_pattern
    from myolog.wording.long_view import (
        change_words,
        how_worked_out,
        part_name,
        when_lines,
        where_lines,
        where_rows,
    )

    words, told = load(), change_words(change)
    yield Line(words.template("page.long.question"), head=True)
    yield Line(f"{told.title} ({told.told})")
    for text in (*told.lines, *told.cautions):
        yield Line(text)
    yield Line(words.template("page.long.where"), head=True)
    names = [part_name(part) for part in (change.earlier, change.later)]
    for place, *days in where_rows(change):
        yield Line(place)
        for name, text in zip(names, days, strict=True):
            yield Line(f"- {name}: {text}", indent=2, hang=2)
    for text in where_lines(change):
        yield Line(text)
    yield Line(words.template("page.long.when"), head=True)
    both = (change.earlier.span, change.later.span)
    found = [hour_pattern(journal.part(one.first, one.last), today=one.last) for one in both]
    for text in when_lines(change, *found):
        yield Line(text)
    yield from _over_time(past, journal, results, kind=kind)
    yield Line(words.template("page.long.how_title"), head=True)
    for text in how_worked_out(change):
        yield Line(text)


def _over_time(
    past: Past, journal: Journal, results: Collection[date], *, kind: Kind
) -> Iterator[Line]:
    from myolog.charts import spans as spans_chart
    from myolog.cli.result import Line
    from myolog.content.catalogue import load

    yield Line(load().template("page.long.over_time"), head=True)
    spans = past.window(kind).spans
    view = spans_chart.long_view(past, spans, kind=kind, beside=journal, results=results)
    header, rows = spans_chart.table(view)
    for name, noted, rate, likely, also in rows:
        numbers = f"{rate} ({likely})" if likely else rate
        also = f"; {also}" if also else ""
        yield Line(f"{name}: {numbers}; {header[1]}: {noted}{also}", hang=2)
