"""What is wrong, in the language in force.

Decides where the sentence of a `UserError` is found: the English one is written where the error is
raised, so that a program that catches it can print it; another language has it in the catalogue
under ``[error]``, by the error's key. A sentence that is missing there is said in English. In every
language, what can be typed and the question it answers are said with the words a person sees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from myolog.content.catalogue import load
from myolog.content.choices import choice_label
from myolog.content.dates import whole_date
from myolog.content.languages import once_per_language
from myolog.content.names import (
    choice_name,
    drink_name,
    exposure_name,
    fact_name,
    site_name,
    task_name,
)
from myolog.content.own import own_name
from myolog.errors import UserError
from myolog.frozen import FrozenDict
from myolog.triage.answers import INPUTS, NOT_SURE
from myolog.vocabulary.drinks import DRINKS
from myolog.vocabulary.exposures import EXPOSURES
from myolog.vocabulary.own import is_own
from myolog.vocabulary.profile import PROFILE
from myolog.vocabulary.sites import SITES
from myolog.vocabulary.tasks import GIVEN, SINCE, TASKS

__all__ = ["problem_in_words"]

_DAY: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII)


def problem_in_words(error: UserError) -> str:
    """Say what is wrong and what to do, with the names it quotes.

    A date is said as a person says it. Among what a sentence quotes, `text` is what the person
    typed and stays as it is, `codes` are words that can be typed, and `question` is one of the
    check, which `suggested` and `answer` answer.

    Examples
    --------
    >>> from myolog.content.languages import speaking
    >>> from myolog.errors import NotFound
    >>> gone = NotFound("There is no such entry.", key="no_such_entry")
    >>> problem_in_words(gone)
    'There is no such entry.'
    >>> with speaking("de"):
    ...     problem_in_words(gone)
    'Diesen Eintrag gibt es nicht. Vielleicht wurde er gelöscht.'
    """
    known = _sentences().get(error.key)
    names = {} if known is None else _names()
    values = {
        name: value if name == "text" else _renamed(value, names)
        for name, value in error.values.items()
    }
    question = str(error.values.get("question", ""))
    if question in INPUTS:
        asked = load().text(f"input.{question}.question")
        values["question"] = f"{question} ({asked})"
        for name in ("suggested", "answer"):
            if name in values:
                values[name] = _explained(_typed(error.values[name]), question)
    codes = error.values.get("codes")
    if isinstance(codes, tuple):
        field = question or str(error.values.get("name", ""))
        values["codes"] = tuple(_explained(code, field) for code in codes)
    return error.filled(known or error.template, values)


def _renamed(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(names.get(part, part) for part in value)
    if isinstance(value, str) and _DAY.fullmatch(value):
        return whole_date(date.fromisoformat(value))
    if isinstance(value, str) and is_own(value):
        return own_name(value)
    return names.get(str(value), value)


def _typed(answer: object) -> str:
    """Return an answer as it is typed in a file."""
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


def _explained(code: str, field: str) -> str:
    """Return a code that can be typed as it stands, with what it is called as an answer there."""
    called = _answer_name(field, code) or _called().get(code, code)
    is_plain = called.casefold() in (code.casefold(), code.casefold().replace("_", " "))
    return code if is_plain else f"{code} ({called})"


def _answer_name(field: str, code: str) -> str:
    """Return what an answer to a question of the check, or a choice of a field, is called."""
    words = load()
    if field in INPUTS:
        if code in INPUTS and INPUTS[field].kind == "inputs":
            return words.text(f"input.{code}.report")
        typed = {"true": True, "false": False}.get(code, code)
        known = (*INPUTS[field].answers, NOT_SURE)
        return choice_label(words, field, typed, alone=True) if typed in known else ""
    key = _CHOICES.get(field, "").format(code)
    return words.text(key) if key in words else ""


_CHOICES: Final = FrozenDict(
    {
        "The result": "page.journal.result_{}",
        "What was done": "visit.test.{}",
        "Before or after the result": "visit.page.to_result_{}",
        "What is planned": "error_choice.planned.{}",
        "How it has gone": "page.story.trend_{}",
        "How well you know the start date": "error_choice.known.{}",
        "What you tried": "error_choice.tried.{}",
        "What happened with it": "page.journal.medicine_{}",
        "How much it twitched": "page.day.{}",
        "What came with it": "page.log.{}",
    }
)
"""Where the words of a choice stand, by the English name of its field."""


@once_per_language
def _called() -> dict[str, str]:
    words, choices = load(), {code for one in PROFILE.values() for code in one.choices}
    return {
        **{code: choice_name(code) for code in choices},
        **{code: words.text(f"page.day.task_{code}") for code in GIVEN},
        **{code: words.text(f"page.day.since_{code}") for code in SINCE},
        **{code: task_name(code) for code in TASKS},
        **{code: drink_name(code) for code in DRINKS},
        **{code: exposure_name(code) for code in EXPOSURES},
        **{code: site_name(code) for code in SITES},
        **{code: fact_name(code) for code in PROFILE},
        **{code: words.text(f"step.{code}.title") for code in words.codes("step")},
        **{code: words.text(f"error_date.{code}") for code in words.labels("error_date")},
    }


def _sentences() -> dict[str, str]:
    words = load()
    return words.labels("error") if "error" in words else {}


@once_per_language
def _names() -> dict[str, str]:
    """Return what is called how, by its English name."""
    words = load()
    return {
        **{one.name: exposure_name(code) for code, one in EXPOSURES.items()},
        **{f"{code} ({one.name})": exposure_name(code) for code, one in EXPOSURES.items()},
        **{one.name: site_name(code) for code, one in SITES.items()},
        **{one.name: fact_name(code) for code, one in PROFILE.items()},
        **{
            english: name
            for table in ("name.unit", "error_name")
            if table in words
            for english, name in words.labels(table).items()
        },
    }
