"""What a page says after a day was saved: what was replaced by what, and the way back."""

from dataclasses import dataclass

from myolog.content.catalogue import load
from myolog.errors import NotFound
from myolog.journal.entries import DayExposure, Entry, NoneToday
from myolog.store.selectors import Person
from myolog.store.services.undoing import Replaced, replaced_with
from myolog.web.journal_page import single_lines, value_with_cups


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


def day_saved(person: Person, id: str, *, key: str = "page.today.saved_day") -> DaySaved:
    """Return the note for the write that brought the entry with this id; `key` is its sentence."""
    text = load().text(key)
    try:
        replaced = replaced_with(person=person, id=id)
    except NotFound:
        replaced = None
    if replaced is None:
        return DaySaved(text=text)
    return DaySaved(text=text, replaced=tuple(map(_in_words, replaced)), id=id)


def given_way(person: Person, id: str) -> tuple[str, ...]:
    """Return the "none today" that gave way to the entry with this id, in words."""
    replaced = replaced_with(person=person, id=id) or ()
    return tuple(_in_words(one) for one in replaced if isinstance(one.old, NoneToday))


def _in_words(one: Replaced) -> str:
    words = load()
    if one.new is None:
        return words.text("page.day.emptied", old=_whole(one.old))
    return words.text("page.day.instead", new=_whole(one.new), old=_value(one.old))


def _whole(entry: Entry) -> str:
    (line,) = single_lines([entry], home="")
    return f"{line.text}: {line.at_right}" if line.at_right else line.text


def _value(entry: Entry) -> str:
    if isinstance(entry, DayExposure):
        return value_with_cups(entry)
    (line,) = single_lines([entry], home="")
    return line.at_right or line.text
