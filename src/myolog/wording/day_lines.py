"""One day of the journal in few lines: twitches first, what else was told in small print.

Each twitch has a line of its own, also where several fell into one minute. Values share one line,
and those of which there was nothing come last: they are told, but they are no news.
"""

from collections.abc import Iterable, Mapping

from myolog.content.catalogue import load
from myolog.content.languages import capital
from myolog.content.names import exposure_name
from myolog.journal.entries import DayExposure, Entry
from myolog.journal.own import OwnThing, tidied
from myolog.journal.records import ProgrammeEvent
from myolog.vocabulary.exposures import exposure
from myolog.wording.entries import single_lines
from myolog.wording.kinds import Line, line_of, of_steps, value_with_cups
from myolog.wording.step_entries import step_detail, step_heading

__all__ = ["lines_of", "values_told"]


def lines_of(
    entries: Iterable[Entry], *, home: str, results: Mapping[str, str] | None = None
) -> tuple[Line, ...]:
    """Return a day's entries in words; exposures, like steps and own things share one aside."""
    given = tuple(entries)
    joined = (DayExposure, ProgrammeEvent, OwnThing)
    single = [entry for entry in given if not isinstance(entry, joined)]
    found = single_lines(single, home=home, results=results)
    lines = sorted(found, key=lambda line: line.aside)
    lines += _steps(entry for entry in given if isinstance(entry, ProgrammeEvent))
    lines += _own(entry for entry in given if isinstance(entry, OwnThing))
    values = values_told(entry for entry in given if isinstance(entry, DayExposure))
    if values:
        lines.append(Line(text=capital(values), aside=True, form="day"))
    return tuple(lines)


def _steps(entries: Iterable[ProgrammeEvent]) -> list[Line]:
    """Return entries of the steps, those that tell the same of several steps on one line."""
    told: dict[str, list[str]] = {}
    for entry in entries:
        told.setdefault(step_heading(entry), []).append(step_detail(entry))
    return [Line(text=of_steps(heading, found), aside=True) for heading, found in told.items()]


def _own(entries: Iterable[OwnThing]) -> list[Line]:
    """Return what was said of things of one's own, those tracked and those archived on one line."""
    by_state: dict[bool, list[OwnThing]] = {}
    for entry in entries:
        by_state.setdefault(entry.archived, []).append(entry)
    lines: list[Line] = []
    for archived, found in by_state.items():
        if len(found) == 1:
            lines.append(line_of(found[0]))
            continue
        names = ", ".join(tidied(one.name) or one.code for one in found)
        key = "archived" if archived else "tracked_names"
        lines.append(Line(text=load().text(f"own.entry.{key}", name=names), aside=True))
    return lines


def values_told(entries: Iterable[DayExposure]) -> str:
    """Say values one after the other, those of which there was nothing last; "" for none."""
    told: list[str] = []
    nothing: list[str] = []
    for entry in entries:
        name = exposure_name(entry.code)
        if entry.value == 0 and exposure(entry.code).kind == "amount":
            nothing.append(name)
        else:
            told.append(f"{name} {value_with_cups(entry)}")
    if nothing:
        told.append(load().text("page.journal.nothing_of", names=", ".join(nothing)))
    return ", ".join(told)
