"""Daily tasks of the weekly look in words, and what the journal suggests from them.

Decides nothing: a task is told with the answer that was given, since when, and whether a doctor has
explained it, each as it was told; "not sure" stays "not sure".
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.choices import choice_label
from myolog.content.dates import whole_date
from myolog.content.languages import mid_sentence
from myolog.content.names import task_name
from myolog.journal.daily_tasks import beginning_of, older_look, signs_of
from myolog.journal.model import Journal
from myolog.triage.answers import Answer
from myolog.triage.derive import said_alike

__all__ = ["suggestion_in_words", "task_in_words", "tasks_in_words"]

_OF_TASKS: Final[Mapping[str, str | None]] = {"weakness": None, "speech_swallow": "bulbar"}
"""Question that tasks answer to the region of those tasks; None for every one."""


def task_in_words(code: str, answer: str, told: Mapping[str, str], on: date | None = None) -> str:
    """Name a task with the answer that was given, and what was told of its beginning.

    Parameters
    ----------
    on
        The day of the answer, where another day could be meant.
    """
    words = load()
    given = mid_sentence(words.text(f"page.day.task_{answer}"))
    more = (words.text(f"page.journal.task_{part}_{value}") for part, value in told.items())
    dated = () if on is None else (whole_date(on),)
    return f"{task_name(code)} ({'; '.join((given, *dated, *more))})"


def tasks_in_words(journal: Journal, name: str) -> str:
    """Name the tasks that count as a sign for a question; "" for none."""
    if name not in _OF_TASKS:
        return ""
    hard = signs_of(journal, region=_OF_TASKS[name])
    return ", ".join(
        task_in_words(code, answer, beginning_of(journal, code), older_look(journal, code))
        for code, answer in hard.items()
    )


def suggestion_in_words(name: str, value: Answer, journal: Journal) -> tuple[str, str]:
    """Return what leads to a suggestion of the journal, and the suggestion.

    What rests on the weekly look is told in the words of that look, beside the answer of the check
    only where both say the same.
    """
    words, tasks = load(), tasks_in_words(journal, name)
    label = choice_label(words, name, value)
    if not tasks:
        return words.text("derived.lead"), label
    if name in said_alike({name: value}, journal):
        return words.text("derived.lead"), f"{label}: {tasks}"
    return words.text("derived.tasks_lead"), tasks
