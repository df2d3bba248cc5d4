"""What a page says after a day was saved: what was replaced by what, and the way back."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from myolog.content.catalogue import load
from myolog.content.dates import spoken, weekday_and_day
from myolog.errors import NotFound
from myolog.journal.entries import DayTally, NoneToday
from myolog.journal.records import Examination
from myolog.journal.visits import Visit
from myolog.store.selectors import (
    Person,
    entry_with_id,
    journal_of,
    known_entry,
    told_results,
)
from myolog.store.services.follow_up import follow_up_of
from myolog.store.services.undoing import replaced_with
from myolog.web.moment import today_for
from myolog.wording.aftermath import asks_for_check_now
from myolog.wording.entries import day_in_words, replaced_in_words
from myolog.wording.visits import told_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySaved:
    """The note after saving.

    Attributes
    ----------
    text : that the day is saved
    replaced : each entry that says something else now, in words
    id : an entry of the write that can be taken back; "" for none
    """

    text: str
    replaced: tuple[str, ...] = ()
    id: str = ""


def none_saved(person: Person, id: str) -> DaySaved:
    """Return the note for the write that said that nothing twitched on a day."""
    words, day = load(), _day_of(person, id)
    if day is None or day == today_for(person):
        return _saved(person, id, words.text("page.today.saved_none"))
    return _saved(person, id, words.text("page.day.saved_none", day=spoken(day)))


def same_saved(person: Person, id: str) -> DaySaved:
    """Return the note for the write that filled a day in as the one before."""
    day = _day_of(person, id)
    if day is None:
        return _saved(person, id, load().text("page.today.saved_day"))
    before = weekday_and_day(day - timedelta(days=1))
    return _saved(person, id, load().text("page.day.saved_same", day=before))


def first_saved(person: Person, id: str) -> DaySaved:
    """Return the note for the write that named the first day of the period."""
    return _saved_of_day(person, id, "page.day.saved_first")


def off_saved(person: Person, id: str) -> DaySaved:
    """Return the note for the write that told a day without a shift."""
    return _saved_of_day(person, id, "page.day.saved_off")


def _saved_of_day(person: Person, id: str, key: str) -> DaySaved:
    day, today = _day_of(person, id), today_for(person)
    if day is None:
        return _saved(person, id, load().text("page.today.saved_day"))
    return _saved(person, id, load().text(key, day=day_in_words(day, today=today)))


def _day_of(person: Person, id: str) -> date | None:
    with suppress(NotFound):
        return known_entry(person, id).shown.day
    return None


def day_saved(person: Person, id: str) -> DaySaved:
    """Return the note for the write of a day that brought the entry with this id.

    It says which day it was, where it was not today, and never "enough" while a check is asked for.
    """
    words, today = load(), today_for(person)
    journal = journal_of(person)
    if asks_for_check_now(told_results(person, journal), journal, today=today):
        return _saved(person, id, words.text("page.today.task_failed"))
    day = _day_of(person, id)
    if day is not None and day != today:
        said = day_in_words(day, today=today)
        return _saved(person, id, words.text("page.today.saved_another_day", day=said))
    return _saved(person, id, words.text("page.today.saved_day"))


def visit_saved(person: Person, id: str) -> DaySaved | None:
    """Return the note for a visit that was told; None where it is gone by now."""
    try:
        entry = entry_with_id(person, id)
    except NotFound:
        return None
    if not isinstance(entry, Visit | Examination):
        return None
    return _saved(person, id, " ".join(told_in_words(entry, follow_up_of(person=person))))


def _saved(person: Person, id: str, text: str) -> DaySaved:
    try:
        replaced = replaced_with(person=person, id=id)
    except NotFound:
        replaced = None
    if replaced is None:
        return DaySaved(text=text)
    return DaySaved(
        text=text, replaced=tuple(replaced_in_words(one.old, one.new) for one in replaced), id=id
    )


def given_way(person: Person, id: str) -> tuple[str, ...]:
    """Return the "none" of a day or a place that gave way to the entry with this id, in words."""
    replaced = replaced_with(person=person, id=id) or ()
    return tuple(
        replaced_in_words(one.old, one.new)
        for one in replaced
        if isinstance(one.old, NoneToday | DayTally)
    )
