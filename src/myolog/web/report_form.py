"""Reading what the page for the doctor needs beside the journal: one small form for each kind."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.typed import day_typed
from myolog.errors import InvalidEntry, UserError
from myolog.journal.entries import Entry, MedicineEvent
from myolog.journal.records import Examination, Question

ACTIONS: Final = ("start", "change", "stop")


def read_detail(data: Mapping[str, str], *, today: date) -> Entry:
    """Return the entry that one of the small forms tells.

    Raises
    ------
    InvalidEntry
        It cannot be true, or no form of this kind exists.
    """
    reader = _READERS.get(data.get("kind", ""))
    if reader is None:
        raise InvalidEntry(load().template("page.report.no_kind"))
    return reader(data, today)


def _question(data: Mapping[str, str], today: date) -> Entry:
    return Question(day=today, text=data.get("text", "").strip(), fear=data["kind"] == "fear")


def _medicine(data: Mapping[str, str], today: date) -> Entry:
    return MedicineEvent(
        day=_day(data, today),
        name=data.get("name", "").strip(),
        action=data.get("action", ""),
        dose=data.get("dose", "").strip(),
    )


def _examination(data: Mapping[str, str], today: date) -> Entry:
    return Examination(
        day=_day(data, today),
        what=data.get("exam_what", "").strip(),
        by=data.get("exam_by", "").strip(),
        result=data.get("exam_result", "unknown"),
        text=data.get("exam_text", "").strip(),
    )


def _day(data: Mapping[str, str], today: date) -> date:
    text = data.get("exam_day") or data.get("day") or ""
    if not text:
        return today
    try:
        return day_typed(text)
    except UserError:
        raise InvalidEntry(load().template("page.story.bad_date"), code="invalid_date") from None


_READERS: Final[Mapping[str, Callable[[Mapping[str, str], date], Entry]]] = {
    "question": _question,
    "fear": _question,
    "medicine": _medicine,
    "examination": _examination,
}
