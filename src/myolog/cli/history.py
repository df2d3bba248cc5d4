"""Every result of the check in a terminal, newest first, with what was done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from myolog.cli.terminal import BY, print_json, say, today_in
from myolog.content.catalogue import load

if TYPE_CHECKING:
    from myolog.store.selectors import Person

__all__ = ["print_history"]


def print_history(person: Person, *, as_json: bool) -> None:
    """Print every result; as JSON in codes, the oldest first, as the API gives them."""
    from myolog.exporters.history import history_as_dicts
    from myolog.store.selectors import journal_of, told_results
    from myolog.store.services.care import current_result
    from myolog.triage.history import history_of, told_once
    from myolog.wording.help_numbers import help_in
    from myolog.wording.history import history_in_words

    current_result(person=person, by=BY)
    journal, today = journal_of(person), today_in(person)
    results = told_results(person, journal)
    if as_json:
        print_json(history_as_dicts(history_of(results, journal, today=today)))
        return
    history = told_once(results, journal, today=today)
    words = load()
    if not history:
        say(words.text("history.none"))
    numbers = help_in(person.country, person.zone)
    shown = history_in_words(reversed(history), numbers=numbers, home=journal.zone, today=today)
    for one in shown:
        say(f"{one.dated}: {one.title}", bold=True)
        for line in filter(None, (*one.deadline, *one.changes, *one.acts, one.undone)):
            say(line, indent=2)
        say()
