"""What the weekly looks at daily tasks come to: which task is a sign, and what is still to ask.

Decides that a task which is not as always counts until the person has said that it began more than
four weeks ago, that a doctor has explained it, and that it is unchanged since. Speaking, chewing
and swallowing always count, because the check takes no explanation for them either; so does what
was fine in an earlier look, and what is harder now than when it was explained. "Not sure" says
nothing about a task: what was told before stands, and nothing is taken for "as always".
Source: the guide, section 3c (mitigation b) and 3d; FLAG-WEAKNESS, CHECK-BULBAR.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from myolog.journal.entries import TaskCheck
from myolog.journal.model import Journal
from myolog.vocabulary.tasks import ANSWERS, LONG, NOT_SURE, TASKS, is_hard

__all__ = ["beginning_of", "older_look", "signs_of", "tasks_to_ask", "told_of_tasks"]

_FINE: Final = "fine"


def signs_of(journal: Journal, *, region: str | None = None) -> Mapping[str, str]:
    """Return the tasks that count as a sign, each with its latest answer.

    Parameters
    ----------
    region
        Of a task; None for every one.
    """
    looks = journal.of(TaskCheck)
    return {
        task: answered[-1].answers[task]
        for task, where in TASKS.items()
        if region in (None, where.region) and (answered := _answered(looks, task))
        if answered[-1].answers[task] != _FINE and not _is_explained(answered, task)
    }


def beginning_of(journal: Journal, task: str) -> Mapping[str, str]:
    """Return since when a task is hard and whether that is explained, each as it was told last.

    Returns
    -------
    told : since and explained; what nobody told is left out
    """
    answered = _answered(journal.of(TaskCheck), task)
    found = {name: _latest(answered, task, name) for name in ("since", "explained")}
    return {name: one[0] for name, one in found.items() if one is not None}


def told_of_tasks(journal: Journal) -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Return each task that was answered, with its latest answer and what is told of it."""
    looks = journal.of(TaskCheck)
    return {
        task: (answered[-1].answers[task], beginning_of(journal, task))
        for task in TASKS
        if (answered := _answered(looks, task))
    }


def older_look(journal: Journal, task: str) -> date | None:
    """Return the day on which a task was told last, where a later look has left it open."""
    looks = journal.of(TaskCheck)
    told = _answered(looks, task)
    return told[-1].day if told and told[-1].day != looks[-1].day else None


def tasks_to_ask(journal: Journal, look: TaskCheck) -> tuple[str, ...]:
    """Return the tasks of a look of which nobody has told since when, and whether it is explained.

    What was fine in an earlier look is new, and is not asked about; what is harder now than when it
    was told is asked about again.

    Parameters
    ----------
    journal
        What is noted; a look of the same day in it gives way to `look`.
    """
    before = [one for one in journal.until(look.day).of(TaskCheck) if one.day != look.day]
    return tuple(
        task
        for task, answer in look.answers.items()
        if is_hard(answer) and not _is_told([*_answered(before, task), look], task)
    )


def _answered(looks: Iterable[TaskCheck], task: str) -> list[TaskCheck]:
    return [look for look in looks if look.answers.get(task, NOT_SURE) != NOT_SURE]


def _is_told(answered: list[TaskCheck], task: str) -> bool:
    grade = _grade(answered[-1], task)
    told = (_latest(answered, task, "since"), _latest(answered, task, "explained"))
    return _was_fine(answered, task) or all(one is not None and one[1] >= grade for one in told)


def _is_explained(answered: list[TaskCheck], task: str) -> bool:
    since = _latest(answered, task, "since")
    explained = _latest(answered, task, "explained")
    if TASKS[task].region == "bulbar" or since is None or explained is None:
        return False
    said, grade = explained
    is_long = since[0] in LONG and not _was_fine(answered, task)
    return is_long and said == "yes" and _grade(answered[-1], task) <= grade


def _latest(answered: list[TaskCheck], task: str, name: str) -> tuple[str, int] | None:
    """Return what was told last, and how hard the task was then."""
    told = [(getattr(look, name)[task], look) for look in answered if task in getattr(look, name)]
    return (told[-1][0], _grade(told[-1][1], task)) if told else None


def _was_fine(answered: list[TaskCheck], task: str) -> bool:
    return any(look.answers[task] == _FINE for look in answered[:-1])


def _grade(look: TaskCheck, task: str) -> int:
    return ANSWERS.index(look.answers[task])
